package dev.cutoff.adapter.document;

import java.math.BigDecimal;
import java.util.Currency;

/** Minor units as people write them, with as many decimals as the currency has. */
final class Amount {

  private Amount() {}

  static String of(long minor, String currency) {
    int decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, decimals).toPlainString() + " " + currency;
  }
}
