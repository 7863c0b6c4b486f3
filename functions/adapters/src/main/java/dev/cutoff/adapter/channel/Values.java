package dev.cutoff.adapter.channel;

import dev.cutoff.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;

/**
 * Turns a platform's texts into values. What cannot be read becomes a neutral value and a sentence
 * among the defects, so that the order is held instead of lost.
 */
public final class Values {
  /** ISO 4217 for "no currency": what amounts are in where the store names none. */
  public static final String NO_CURRENCY = "XXX";

  private static final int MOST_DEFECTS = 20;
  private static final int MOST_SUMMANDS = 1_000;
  private static final BigDecimal LARGEST = new BigDecimal("10000000000000");

  private final String currency;
  private final List<String> defects = new ArrayList<>();

  private Values(String currency) {
    this.currency = currency;
  }

  /** Values in the currency that the order names. */
  public static Values in(String named) {
    try {
      Currency currency = Currency.getInstance(named.toUpperCase(java.util.Locale.ROOT));
      if (currency.getDefaultFractionDigits() >= 0) {
        return new Values(currency.getCurrencyCode());
      }
    } catch (IllegalArgumentException unknown) {
      // Said below, as for gold and test codes, which have no minor unit.
    }
    Values values = new Values(NO_CURRENCY);
    values.defect("the order's currency " + quoted(named) + " is not known");
    return values;
  }

  public String currency() {
    return currency;
  }

  public Money zero() {
    return Money.zero(currency);
  }

  /** What could not be read; at most 20 sentences. */
  public List<String> defects() {
    return List.copyOf(defects);
  }

  public void defect(String sentence) {
    if (defects.size() < MOST_DEFECTS && !defects.contains(sentence)) {
      defects.add(sentence);
    }
  }

  /** An amount, zero where the field is missing or empty, rounded half up to the minor unit. */
  public Money money(Part part, String name, String where) {
    return part.text(name).isEmpty() ? missing(part, name, where) : parsed(part, name, where);
  }

  /** An amount that is never below zero. */
  public Money positive(Part part, String name, String where) {
    Money money = money(part, name, where);
    if (money.isNegative()) {
      defect(where + ": " + name + " " + quoted(part.text(name)) + " is below zero");
      return zero();
    }
    return money;
  }

  public Money sum(List<Part> parts, String name, String where) {
    Money sum = zero();
    for (Part part : parts.subList(0, Math.min(parts.size(), MOST_SUMMANDS))) {
      sum = sum.plus(money(part, name, where));
    }
    return sum;
  }

  /**
   * A product; one that is too large stays at a limit, as an absurd quantity is named elsewhere.
   */
  public Money times(Money money, long factor) {
    BigDecimal product = BigDecimal.valueOf(money.amount()).multiply(BigDecimal.valueOf(factor));
    BigDecimal limit = LARGEST.movePointRight(2);
    return new Money(product.min(limit).max(limit.negate()).longValueExact(), currency);
  }

  /** The part of an amount that belongs to some of its units, rounded half up. */
  public Money share(Money whole, long units, long ofUnits) {
    return bounded(
        BigDecimal.valueOf(whole.amount())
            .multiply(BigDecimal.valueOf(units))
            .divide(BigDecimal.valueOf(ofUnits), 0, RoundingMode.HALF_UP));
  }

  /** A whole number as it is, be it sensible or not; 0 and a defect where it is none. */
  public long whole(Part part, String name, String where) {
    OptionalLong number = whole(part, name);
    if (number.isEmpty()) {
      defect(where + ": " + name + " " + quoted(part.text(name)) + " is not a whole number");
    }
    return number.orElse(0);
  }

  public static OptionalLong whole(Part part, String name) {
    try {
      BigDecimal number = new BigDecimal(part.text(name));
      // An exponent such as 1e999999999 would make the next line work for minutes.
      if (digitsBeforePoint(number) <= 19 && number.scale() <= 19) {
        return OptionalLong.of(number.longValueExact());
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // Nothing is the answer, as for what is too large.
    }
    return OptionalLong.empty();
  }

  /** ISO 8601 with an offset; the epoch, older than everything, where it is none. */
  public Instant instant(Part part, String name) {
    return instant(part.text(name), name, false);
  }

  /** ISO 8601 without an offset, which the platform means as UTC. */
  public Instant utc(Part part, String name) {
    return instant(part.text(name), name, true);
  }

  private Instant instant(String text, String name, boolean utc) {
    try {
      Instant instant =
          utc && !text.endsWith("Z")
              ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      int year = instant.atOffset(ZoneOffset.UTC).getYear();
      if (year >= 1970 && year <= 9999) {
        return instant;
      }
    } catch (DateTimeException notATime) {
      // Said below, as for years that nobody means.
    }
    defect("the order's " + name + " " + quoted(text) + " is not a time");
    return Instant.EPOCH;
  }

  private Money missing(Part part, String name, String where) {
    if (part.isOddlyTyped(name)) {
      defect(where + ": " + name + " is not an amount");
    }
    return zero();
  }

  private Money parsed(Part part, String name, String where) {
    String text = part.text(name);
    if (currency.equals(NO_CURRENCY)) {
      return zero();
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (digitsBeforePoint(value) <= 15 && value.scale() <= 30) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return bounded(value.movePointRight(digits).setScale(0, RoundingMode.HALF_UP));
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for what is too large.
    }
    defect(where + ": " + name + " " + quoted(text) + " is not an amount");
    return zero();
  }

  private Money bounded(BigDecimal minorUnits) {
    if (minorUnits.abs().compareTo(LARGEST) > 0) {
      defect("an amount of the order is too large to be true");
      return zero();
    }
    BigInteger exact = minorUnits.toBigIntegerExact();
    return new Money(exact.longValueExact(), currency);
  }

  private static long digitsBeforePoint(BigDecimal number) {
    return (long) number.precision() - number.scale();
  }

  private static String quoted(String text) {
    return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
  }
}
