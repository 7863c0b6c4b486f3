package dev.cutoff.plan;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.OrderDocument;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The promised day: so many delivery days after the day of the order, in the recipient's zone; of
 * an order that waited for stock, after the day on which it was there. An order after the last
 * cutoff of its day still counts that day.
 */
public final class DeliverBy {
  private DeliverBy() {}

  /**
   * The promise before anything is chosen: which node can keep it until when is not known yet.
   *
   * @param from when everything that was ordered was there
   * @param calendar whose public holidays are no delivery days, as {@link #calendar} tells
   */
  public static Promise promise(
      OrderDocument order,
      Instant from,
      Store store,
      Rules rules,
      ZoneId zone,
      boolean abroad,
      Optional<String> calendar,
      Holidays holidays) {
    Optional<Store.Method> bought = store.method(order.shippingMethod());
    int days = days(bought, rules, abroad);
    LocalDate first = from.atZone(zone).toLocalDate();
    Predicate<LocalDate> holiday =
        day -> calendar.filter(name -> holidays.isHoliday(name, day)).isPresent();
    String basis =
        "%s: %d delivery days from %s%s%s"
            .formatted(
                bought.map(Store.Method::match).orElse(abroad ? "rule for abroad" : "rule"),
                days,
                first,
                from.equals(order.placedAt()) ? "" : ", when all of it was there",
                calendar.map(name -> ", without public holidays of " + name).orElse(""));
    return new Promise(
        plusDeliveryDays(first, days, holiday), zone, 1, basis, new TreeMap<>(), null);
  }

  /** Delivery days that a method promises; the shop's rule where the merchant file has no such. */
  public static int days(Optional<Store.Method> bought, Rules rules, boolean abroad) {
    return bought
        .map(Store.Method::deliverWithinDays)
        .orElse(abroad ? rules.deliverAbroadWithinDays() : rules.deliverWithinDays());
  }

  /**
   * The calendar of the recipient's country, if some carrier of the shop keeps the holidays of that
   * country or of a part of it; else no public holiday counts.
   */
  public static Optional<String> calendar(Merchant merchant, String country) {
    return merchant.carriers().values().stream()
        .map(carrier -> carrier.limits().holidays())
        .filter(Objects::nonNull)
        .map(name -> name.split("-", 2)[0])
        .filter(country::equalsIgnoreCase)
        .findFirst();
  }

  /** Monday to Friday, but no holiday. */
  static LocalDate plusDeliveryDays(LocalDate from, int days, Predicate<LocalDate> holiday) {
    LocalDate day = from;
    int left = days;
    while (left > 0) {
      day = day.plusDays(1);
      if (day.getDayOfWeek() != DayOfWeek.SATURDAY
          && day.getDayOfWeek() != DayOfWeek.SUNDAY
          && !holiday.test(day)) {
        left--;
      }
    }
    return day;
  }
}
