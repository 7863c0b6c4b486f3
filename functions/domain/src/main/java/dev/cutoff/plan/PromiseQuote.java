package dev.cutoff.plan;

import dev.cutoff.geo.Address;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.StoreId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * What a customer was promised before buying: a day, for these goods to that postcode with that
 * method, if the order is placed in time.
 *
 * @param goods of the asked lines, as {@link QuotedGoods} names them
 * @param postcode as {@link #postcode} reduces it
 * @param method of the merchant file; empty where the day is the shop's rule
 * @param zone the recipient's, in which the day is meant
 * @param expiresAt the last moment at which an order may be placed with it
 */
public record PromiseQuote(
    StoreId storeId,
    String goods,
    String country,
    String postcode,
    String method,
    LocalDate deliverBy,
    ZoneId zone,
    Instant quotedAt,
    Instant expiresAt) {
  /** What an order calls it, as an attribute of its own or of a line. */
  public static final String ATTRIBUTE = "cutoff_quote";

  /** How long one holds, unless the last moment for its plan comes before. */
  public static final Duration HOLDS = Duration.ofHours(2);

  /** So far the store's clock may be behind ours. */
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private static final int ZIP = 5;

  /** Whether a note of an order or a line is one, and so nothing that people have to read. */
  public static boolean isIn(LineProperty note) {
    return note.name().strip().equalsIgnoreCase(ATTRIBUTE);
  }

  /** Until when one of now holds, whose plan can be kept until {@code orderBefore}. */
  public static Instant expiry(Instant now, Instant orderBefore) {
    Instant most = now.plus(HOLDS);
    return (most.isBefore(orderBefore) ? most : orderBefore).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Letters and digits alone; of an American one the ZIP code without what may follow it. */
  public static String postcode(Address to) {
    String bare = to.postcode().replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    return to.country().equals("US") && bare.length() > ZIP ? bare.substring(0, ZIP) : bare;
  }

  /** "quote of 2026-11-24 10:00: by 2026-11-27". */
  public String inWords() {
    return "quote of %s: by %s"
        .formatted(
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .format(quotedAt.atZone(zone)),
            deliverBy);
  }

  /** Why it does not count for an order, in words that follow "because"; empty where it does. */
  public Optional<String> refuses(OrderDocument order, Address to) {
    if (!storeId.equals(order.storeId())) {
      return Optional.of("it is of another store");
    }
    if (order.placedAt().isAfter(expiresAt)) {
      return Optional.of(
          "it ended at %s and the order was placed at %s".formatted(expiresAt, order.placedAt()));
    }
    if (order.placedAt().plus(CLOCKS_DIFFER).isBefore(quotedAt)) {
      return Optional.of("it was made after the order was placed");
    }
    if (!goods.equals(QuotedGoods.of(order))) {
      return Optional.of("it is for other goods or quantities");
    }
    return country.equals(to.country()) && postcode.equals(postcode(to))
        ? Optional.empty()
        : Optional.of("it is for another postcode or country");
  }
}
