package dev.cutoff.plan;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The days on which a node can hand over to a carrier. Days and cutoffs are the node's, in its own
 * zone; times are counted on the time line, so that no clock change makes one longer or shorter.
 */
public final class ShipDays {
  private static final int LOOK_AHEAD_DAYS = 30;
  private static final long SECONDS_AN_HOUR = 3_600;

  private ShipDays() {}

  /**
   * The hand-overs that are still possible, the soonest first, looking 30 days ahead.
   *
   * @param most of them
   */
  public static List<ShipDay> next(
      Node node, Carrier carrier, Holidays holidays, Workload workload, Instant now, int most) {
    LocalDate today = now.atZone(node.zone()).toLocalDate();
    return IntStream.rangeClosed(0, LOOK_AHEAD_DAYS)
        .mapToObj(today::plusDays)
        .flatMap(day -> on(node, carrier, holidays, workload, day).stream())
        .filter(day -> !now.isAfter(day.releaseBy()))
        .limit(most)
        .toList();
  }

  /** The hand-over of a day, whatever the time is; empty where there is none. */
  public static Optional<ShipDay> on(
      Node node, Carrier carrier, Holidays holidays, Workload workload, LocalDate day) {
    LocalTime time = cutoffs(node, carrier, day).get(day.getDayOfWeek());
    if (time == null
        || !ships(node, holidays, day)
        || !collects(carrier, holidays, day)
        || !hasRoom(node, carrier, workload, day)) {
      return Optional.empty();
    }
    Instant cutoff = ShipDay.instant(LocalDateTime.of(day, time), node.zone());
    Duration work = node.hours().processing().plus(backlog(node, workload, day));
    return Optional.of(new ShipDay(day, cutoff, cutoff.minus(work)));
  }

  private static SortedMap<DayOfWeek, LocalTime> cutoffs(
      Node node, Carrier carrier, LocalDate day) {
    NodeHours hours = node.hours();
    Optional<NodeHours.Change> change =
        hours.changes().stream()
            .filter(each -> !day.isBefore(each.from()))
            .filter(each -> each.until() == null || !day.isAfter(each.until()))
            .max(Comparator.comparing(NodeHours.Change::from));
    Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier =
        change.map(NodeHours.Change::byCarrier).orElse(hours.byCarrier());
    SortedMap<DayOfWeek, LocalTime> usual =
        change.map(NodeHours.Change::cutoffs).orElse(node.cutoffs());
    return byCarrier.getOrDefault(carrier.id(), usual);
  }

  /** A day that the zone left out when it changed sides of the date line has no hand-over. */
  private static boolean ships(Node node, Holidays holidays, LocalDate day) {
    String calendar = node.hours().holidays();
    return !node.hours().closed().contains(day)
        && (calendar == null || !holidays.isHoliday(calendar, day))
        && day.atStartOfDay(node.zone()).toLocalDate().equals(day);
  }

  private static boolean collects(Carrier carrier, Holidays holidays, LocalDate day) {
    return carrier.pickupDays().contains(day.getDayOfWeek())
        && !DeliveryDays.rests(carrier, holidays, day);
  }

  /** Nobody who counts nothing is asked how much there is. */
  private static boolean hasRoom(Node node, Carrier carrier, Workload workload, LocalDate day) {
    Integer most = node.hours().parcelsPerDay();
    CarrierLimits limits = carrier.limits();
    Integer carried = limits.parcelsPerDay();
    Integer share = limits.sharePercent();
    return (most == null || workload.parcels(node.id(), day) < most)
        && (carried == null || workload.overAllNodes(carrier.id(), day) < carried)
        && (share == null || isWithin(share, node, carrier, workload, day));
  }

  /** The share of the day with one parcel more, rounded up: the first of a day may go with any. */
  private static boolean isWithin(
      int percent, Node node, Carrier carrier, Workload workload, LocalDate day) {
    long all = workload.parcels(node.id(), day) + 1L;
    return workload.parcels(node.id(), day, carrier.id()) < Math.ceilDiv(all * percent, 100);
  }

  /** Time to pack what is planned for the day already. */
  private static Duration backlog(Node node, Workload workload, LocalDate day) {
    Integer rate = node.hours().parcelsPerHour();
    return rate == null
        ? Duration.ZERO
        : Duration.ofSeconds(
            Math.ceilDiv(workload.backlog(node.id(), day) * SECONDS_AN_HOUR, rate));
  }
}
