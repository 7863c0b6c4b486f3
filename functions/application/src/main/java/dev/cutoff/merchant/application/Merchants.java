package dev.cutoff.merchant.application;

import dev.cutoff.merchant.Merchant;

/** The merchant file in force, at most five minutes old. */
public interface Merchants {
  Merchant current();
}
