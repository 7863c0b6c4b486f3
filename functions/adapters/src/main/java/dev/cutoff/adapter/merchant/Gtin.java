package dev.cutoff.adapter.merchant;

/** Global trade item numbers: GTIN-8, -12, -13 and -14. */
final class Gtin {
  private Gtin() {}

  /** Weights 3 and 1 from the right, the sum a multiple of ten. */
  static boolean hasRightCheckDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      boolean odd = (digits.length() - i) % 2 == 1;
      sum += (digits.charAt(i) - '0') * (odd ? 1 : 3);
    }
    return sum % 10 == 0;
  }
}
