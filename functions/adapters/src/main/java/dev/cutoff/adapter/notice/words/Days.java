package dev.cutoff.adapter.notice.words;

import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Days as the customer's calendar has them, written as the customer's country writes them. */
final class Days {
  private Days() {}

  /**
   * The day by which it arrives: the promise, the day that was told instead, or where a person gave
   * it up and told none, the carrier's day. A day that has passed is no news.
   */
  static Optional<LocalDate> expected(Order order, Instant now) {
    Promise promise = order.promise();
    if (promise == null) {
      return Optional.empty();
    }
    LocalDate today = now.atZone(promise.zone()).toLocalDate();
    Stream<LocalDate> promised =
        order.shipLate() && promise.expected() == null ? Stream.empty() : Stream.of(promise.day());
    return Stream.concat(promised, carriersDay(order).stream())
        .filter(day -> !day.isBefore(today))
        .findFirst();
  }

  /** The customer's own day at that moment, where the zone is known. */
  static Optional<LocalDate> at(Order order, Instant moment) {
    return Optional.ofNullable(order.promise())
        .map(promise -> moment.atZone(promise.zone()).toLocalDate());
  }

  /** "Friday, November 27, 2026" in the United States, "Friday, 27 November 2026" elsewhere. */
  static String written(LocalDate day, Locale locale) {
    return in(FormatStyle.FULL, locale).format(day);
  }

  /** "Nov 27, 2026", for messages that are paid by the letter. */
  static String inShort(LocalDate day, Locale locale) {
    return in(FormatStyle.MEDIUM, locale).format(day);
  }

  /** Of all countries that speak the language the customer's, as far as anybody knows. */
  static Locale locale(String language, Order order) {
    Locale words = Locale.forLanguageTag(language);
    if (!words.getCountry().isEmpty()) {
      return words;
    }
    Locale customers = Languages.locale(order.document().customer().locale());
    if (customers.getLanguage().equals(words.getLanguage()) && !customers.getCountry().isEmpty()) {
      return customers;
    }
    String country = order.shipTo().map(address -> address.country()).orElse("");
    if (words.getLanguage().equals("en")) {
      return country.equals("US") || country.isEmpty() ? Locale.US : Locale.UK;
    }
    return country.isEmpty() ? words : Locale.of(words.getLanguage(), country);
  }

  private static DateTimeFormatter in(FormatStyle style, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
  }

  private static Optional<LocalDate> carriersDay(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment -> plans(shipment).stream())
        .map(PlannedParcel::deliveryDate)
        .max(Comparator.naturalOrder());
  }

  private static List<PlannedParcel> plans(Shipment shipment) {
    return shipment instanceof Shipment.Planned planned
        ? planned.parcels()
        : shipment.paidParcels().stream().map(Parcel::plan).toList();
  }
}
