package dev.cutoff.testkit;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;

/** The merchant file of a test; a test may put another one in force. */
public final class FixedMerchants implements Merchants {
  private volatile Merchant merchant;

  public FixedMerchants(Merchant merchant) {
    this.merchant = merchant;
  }

  @Override
  public Merchant current() {
    return merchant;
  }

  public void put(Merchant other) {
    merchant = other;
  }
}
