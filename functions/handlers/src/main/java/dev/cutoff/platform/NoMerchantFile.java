package dev.cutoff.platform;

import dev.cutoff.merchant.application.SetupIncomplete;

/** Nobody has put the merchant file into the bucket yet. */
final class NoMerchantFile extends SetupIncomplete {
  private static final long serialVersionUID = 1L;

  NoMerchantFile(String bucket, String key) {
    super(
        "there is no merchant file: check yours with './cutoff check FILE', then put it at s3://"
            + bucket
            + "/"
            + key);
  }
}
