package dev.cutoff.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * An exact amount.
 *
 * @param amount integer minor units (cents for USD, yen for JPY)
 * @param currency ISO 4217 code
 */
public record Money(long amount, String currency) implements Comparable<Money> {
  public Money {
    Objects.requireNonNull(currency);
    Currency.getInstance(currency);
  }

  public static Money of(long amount, String currency) {
    return new Money(amount, currency);
  }

  public static Money zero(String currency) {
    return new Money(0, currency);
  }

  /** More characters than any amount has; reading a number takes the square of its length. */
  private static final int LONGEST = 40;

  /** Reads a decimal such as "12.50"; empty where it is no number or finer than the minor unit. */
  public static Optional<Money> parse(String decimal, String currency) {
    if (decimal.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      BigDecimal value = new BigDecimal(decimal.strip());
      // An exponent such as 1e999999999 would make longValueExact work for minutes.
      if (digits < 0 || value.precision() - (long) value.scale() > 18 || value.scale() > 18) {
        return Optional.empty();
      }
      return Optional.of(new Money(value.movePointRight(digits).longValueExact(), currency));
    } catch (ArithmeticException | IllegalArgumentException notAnAmount) {
      return Optional.empty();
    }
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amount, same(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amount, same(other).amount), currency);
  }

  public Money times(long factor) {
    return new Money(Math.multiplyExact(amount, factor), currency);
  }

  /** A share in basis points (1/100 of a percent), rounded half up. */
  public Money basisPoints(long points) {
    return new Money(
        Math.floorDiv(Math.addExact(Math.multiplyExact(amount, points), 5_000), 10_000), currency);
  }

  public boolean isZero() {
    return amount == 0;
  }

  public boolean isNegative() {
    return amount < 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amount, same(other).amount);
  }

  /** For people: "USD 12.50". */
  public String display() {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    return currency + " " + BigDecimal.valueOf(amount, digits).toPlainString();
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("two currencies: " + currency + ", " + other.currency);
    }
    return other;
  }
}
