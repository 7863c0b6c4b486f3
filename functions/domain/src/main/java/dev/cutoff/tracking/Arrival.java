package dev.cutoff.tracking;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.plan.DeliveryDays;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.TransitTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a parcel in the carrier's hands will be there: how likely each day is, by what is known of
 * its lane and by where it was seen last. Days that are past are ruled out, silence and flags cost
 * days, and a parcel that is out for delivery most likely comes the same day.
 *
 * @param chances by day in the recipient's zone; they sum to 1
 */
public record Arrival(SortedMap<LocalDate, Double> chances) {
  /** Of parcels that are overdue, or meant to come today: how many so many days from now. */
  private static final TransitTimes OVERDUE =
      new TransitTimes(new TreeMap<>(Map.of(1, 0.6, 2, 0.25, 3, 0.1, 5, 0.05)));

  private static final double THAT_DAY = 0.95;
  private static final double EARLY = 0.1;
  private static final double LATE = 0.9;
  private static final double MEDIAN = 0.5;

  /** Delivery days that a flag costs. */
  private static final int HELD_AT_CUSTOMS = 2;

  /** Silence is not counted any further: what is not seen for longer is lost. */
  private static final int MOST_SILENT = 30;

  public Arrival {
    chances = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(chances));
  }

  /** From the tenth part of them that is early to the tenth part that is late. */
  public record Range(LocalDate earliest, LocalDate latest) {}

  /**
   * The way that a parcel goes.
   *
   * @param times by hand-over on that weekday
   * @param handedOver day in the node's zone
   * @param zone the recipient's
   */
  public record Way(
      Carrier carrier, Holidays holidays, TransitTimes times, LocalDate handedOver, ZoneId zone) {
    private LocalDate after(LocalDate day, int deliveryDays) {
      return DeliveryDays.after(carrier, holidays, day, deliveryDays);
    }

    private LocalDate day(Instant at) {
      return at.atZone(zone).toLocalDate();
    }
  }

  /**
   * As things stand.
   *
   * @return empty where it is there already, waits to be fetched, or nobody can say: damaged, lost
   */
  public static Optional<Arrival> of(Track track, Way way, Instant now) {
    TrackingFlag flag = track.flag();
    boolean moves =
        switch (track.status()) {
          case LABEL_MADE, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> true;
          case DELIVERED, RETURNED -> false;
        };
    if (!moves) {
      return Optional.empty();
    }
    LocalDate today = way.day(now);
    if (flag == null) {
      return Optional.of(
          track.status() == TrackingStatus.OUT_FOR_DELIVERY
              ? outForDelivery(track, way, today)
              : onTheWay(track, way, today, 0));
    }
    return switch (flag) {
      case AT_PICKUP_POINT, DAMAGED, LOST -> Optional.empty();
      case DELIVERY_ATTEMPTED -> Optional.of(overdue(way, seen(track, way)).notBefore(today, way));
      case HELD_AT_CUSTOMS -> Optional.of(onTheWay(track, way, today, HELD_AT_CUSTOMS));
      case DELAYED -> Optional.of(onTheWay(track, way, today, 1));
    };
  }

  /** How likely it is there by the end of that day. */
  public double by(LocalDate day) {
    double sum = 0;
    for (double each : chances.headMap(day.plusDays(1)).values()) {
      sum += each;
    }
    return Math.min(1, sum);
  }

  /** The first day by which that share of parcels is there. */
  public LocalDate likelyBy(double share) {
    double sum = 0;
    for (Map.Entry<LocalDate, Double> each : chances.entrySet()) {
      sum += each.getValue();
      if (sum >= share - 1e-9) {
        return each.getKey();
      }
    }
    return chances.lastKey();
  }

  /** What a customer is told: between these two days, in four cases of five. */
  public Range range() {
    return new Range(likelyBy(EARLY), likelyBy(LATE));
  }

  private static Arrival outForDelivery(Track track, Way way, LocalDate today) {
    LocalDate that = seen(track, way);
    if (that.isBefore(today)) {
      return overdue(way, that).notBefore(today, way);
    }
    TreeMap<LocalDate, Double> chances = new TreeMap<>();
    chances.put(that, THAT_DAY);
    OVERDUE
        .shares()
        .forEach((days, share) ->
            chances.merge(way.after(that, days), share * (1 - THAT_DAY), Double::sum));
    return new Arrival(chances);
  }

  private static Arrival onTheWay(Track track, Way way, LocalDate today, int flagged) {
    int late = flagged + silence(track, way, today);
    TreeMap<LocalDate, Double> chances = new TreeMap<>();
    way.times()
        .shares()
        .forEach((days, share) ->
            chances.merge(way.after(way.handedOver(), days + late), share, Double::sum));
    return new Arrival(chances).notBefore(today, way);
  }

  /**
   * Delivery days without a scan beyond what is usual: the first one is, and on a long lane half of
   * its days. What the carrier never scanned has all of its way before it.
   */
  private static int silence(Track track, Way way, LocalDate today) {
    int usual = Math.max(1, way.times().quantile(MEDIAN) / 2);
    LocalDate since = seen(track, way);
    int silent = 0;
    while (silent < MOST_SILENT && way.after(since, silent + 1).isBefore(today)) {
      silent++;
    }
    if (track.status() == TrackingStatus.LABEL_MADE) {
      return silent > usual ? silent : 0;
    }
    return Math.max(0, silent - usual);
  }

  /** The day of its last scan, else of its hand-over. */
  private static LocalDate seen(Track track, Way way) {
    return track.scans().isEmpty()
        ? way.handedOver()
        : way.day(track.scans().getLast().occurredAt());
  }

  private static Arrival overdue(Way way, LocalDate since) {
    TreeMap<LocalDate, Double> chances = new TreeMap<>();
    OVERDUE.shares().forEach((days, share) -> chances.put(way.after(since, days), share));
    return new Arrival(chances);
  }

  /** Without the days that are past; where none is left it is overdue. */
  private Arrival notBefore(LocalDate today, Way way) {
    SortedMap<LocalDate, Double> left = chances.tailMap(today);
    double sum = left.values().stream().mapToDouble(Double::doubleValue).sum();
    if (sum <= 1e-9) {
      return overdue(way, today.minusDays(1));
    }
    TreeMap<LocalDate, Double> certain = new TreeMap<>();
    left.forEach((day, chance) -> certain.put(day, chance / sum));
    return new Arrival(certain);
  }
}
