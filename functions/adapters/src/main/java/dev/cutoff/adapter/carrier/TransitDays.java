package dev.cutoff.adapter.carrier;

import dev.cutoff.merchant.Carrier;
import java.time.LocalDate;
import java.util.Optional;

/** From a carrier's "so many days" to the day. */
public final class TransitDays {
  private static final int MOST = 366;

  private TransitDays() {}

  /** So many of the carrier's delivery days after hand-over; empty where that makes no sense. */
  public static Optional<LocalDate> delivery(Carrier carrier, LocalDate handOver, int days) {
    if (carrier.deliveryDays().isEmpty() || days < 0 || days > MOST) {
      return Optional.empty();
    }
    LocalDate day = days == 0 ? handOver : handOver.plusDays(1);
    int toCome = Math.max(1, days);
    while (true) {
      if (carrier.deliveryDays().contains(day.getDayOfWeek()) && --toCome == 0) {
        return Optional.of(day);
      }
      day = day.plusDays(1);
    }
  }
}
