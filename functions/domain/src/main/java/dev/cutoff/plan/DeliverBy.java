package dev.cutoff.plan;

import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.OrderDocument;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The promised day: so many delivery days after the day of the order, in the recipient's zone; of
 * an order that waited for stock, after the day on which it was there.
 */
public final class DeliverBy {
  private DeliverBy() {}

  public static LocalDate of(
      OrderDocument order, Store store, Rules rules, ZoneId zone, boolean abroad) {
    return of(order, order.placedAt(), store, rules, zone, abroad);
  }

  /**
   * The promised day.
   *
   * @param from when everything that was ordered was there
   */
  public static LocalDate of(
      OrderDocument order, Instant from, Store store, Rules rules, ZoneId zone, boolean abroad) {
    int days =
        store.shippingMethods().stream()
            .filter(method -> method.matches(order.shippingMethod()))
            .mapToInt(Store.Method::deliverWithinDays)
            .findFirst()
            .orElse(abroad ? rules.deliverAbroadWithinDays() : rules.deliverWithinDays());
    return plusDeliveryDays(from.atZone(zone).toLocalDate(), days);
  }

  /** Monday to Friday. */
  static LocalDate plusDeliveryDays(LocalDate from, int days) {
    LocalDate day = from;
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        left--;
      }
    }
    return day;
  }
}
