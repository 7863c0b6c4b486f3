package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.merchant.application.SetupIncomplete;

/** The secret is there, and is no id and secret of UPS's. */
final class WrongUpsSecret extends SetupIncomplete {
  private static final long serialVersionUID = 1L;

  WrongUpsSecret(String name) {
    super("the secret '" + name + "' must be client id and client secret of UPS, as 'id:secret'");
  }
}
