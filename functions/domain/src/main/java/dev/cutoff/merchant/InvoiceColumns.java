package dev.cutoff.merchant;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a carrier writes its invoice: which column of the CSV file is what, by the words of its first
 * line.
 *
 * @param trackingNumber whose parcel a line is about
 * @param amount what it costs
 * @param currency ISO 4217 code; null where all is in the shop's currency
 * @param date of the charge; null where none is told
 * @param datePattern how a date is written, such as "uuuu-MM-dd" or "M/d/uuuu"
 * @param kind what is charged: "Ground", "Address correction"; null where none is told
 * @param delimiter between two columns
 * @param decimalComma whether cents follow a comma: 1.234,50
 */
public record InvoiceColumns(
    String trackingNumber,
    String amount,
    @Nullable String currency,
    @Nullable String date,
    String datePattern,
    @Nullable String kind,
    char delimiter,
    boolean decimalComma) {
  public static final String ISO_DATE = "uuuu-MM-dd";

  /** Reads dates as {@link #datePattern} says, and no 31 February. */
  public DateTimeFormatter dates() {
    return dates(datePattern);
  }

  /**
   * Reads dates of a pattern, in which yyyy is the same as uuuu.
   *
   * @throws IllegalArgumentException where it is no pattern
   */
  public static DateTimeFormatter dates(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern.replace('y', 'u'))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
