package dev.cutoff.plan;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierLimits;
import java.time.LocalDate;

/** A carrier's calendar of arrivals. Whole days only, so that no clock change can move anything. */
public final class DeliveryDays {
  /** What took longer was lost for a while. */
  private static final int MOST_DAYS = 30;

  private DeliveryDays() {}

  /**
   * So many delivery days after hand-over; with none the day itself, for a courier who comes the
   * same day, or else the next delivery day.
   *
   * @param handOver in the node's zone; carriers count from it on either side of the date line
   */
  public static LocalDate after(
      Carrier carrier, Holidays holidays, LocalDate handOver, int transitDays) {
    LocalDate day = transitDays == 0 ? handOver : handOver.plusDays(1);
    int left = Math.max(1, transitDays);
    while (!delivers(carrier, holidays, day) || --left > 0) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Delivery days that were taken: the least number of them that reaches the day of arrival. */
  public static int taken(
      Carrier carrier, Holidays holidays, LocalDate handOver, LocalDate arrival) {
    int days = 0;
    while (days < MOST_DAYS && after(carrier, holidays, handOver, days).isBefore(arrival)) {
      days++;
    }
    return days;
  }

  private static boolean delivers(Carrier carrier, Holidays holidays, LocalDate day) {
    return carrier.deliveryDays().contains(day.getDayOfWeek()) && !rests(carrier, holidays, day);
  }

  /** Days on which it neither collects nor delivers, whatever the weekday. */
  static boolean rests(Carrier carrier, Holidays holidays, LocalDate day) {
    CarrierLimits limits = carrier.limits();
    String calendar = limits.holidays();
    return limits.idle().contains(day) || (calendar != null && holidays.isHoliday(calendar, day));
  }
}
