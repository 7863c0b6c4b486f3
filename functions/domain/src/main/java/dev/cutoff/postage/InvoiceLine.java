package dev.cutoff.postage;

import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a carrier's invoice.
 *
 * @param line where it begins in the file, from 1
 * @param trackingNumber whose parcel it is about; "" where it is about none, such as a weekly fee
 * @param amount negative for a credit
 * @param date of the charge; null where the invoice tells none
 * @param kind what is charged, in the carrier's words; "" where the invoice tells none
 */
public record InvoiceLine(
    long line, String trackingNumber, Money amount, @Nullable LocalDate date, String kind) {
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  public InvoiceLine {
    trackingNumber = plain(trackingNumber);
  }

  /** Without the spaces and in the capitals that some write it with, and others don't. */
  static String plain(String trackingNumber) {
    return SPACES.matcher(trackingNumber).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /**
   * A line that could not be read, or a part of the file that begins there.
   *
   * @param why for people: names the column
   */
  public record Unread(long line, String why) {}
}
