package dev.cutoff.local.shop;

import dev.cutoff.adapter.merchant.MerchantCheck;
import dev.cutoff.local.Options;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./cutoff check FILE}. */
public final class CheckingMerchantFile {
  private CheckingMerchantFile() {}

  public static int run(Options options, PrintStream out) {
    return MerchantCheck.run(
        Path.of(options.word(0, "which merchant file: ./cutoff check merchant.json")), out);
  }
}
