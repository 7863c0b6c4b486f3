package dev.cutoff.sample;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.Workload;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hours of nodes and days of carriers. */
public final class Calendars {
  /** Collects and delivers every day. */
  public static final Carrier DAILY =
      carrier("daily", EnumSet.allOf(DayOfWeek.class), CarrierLimits.NONE);

  /** Collects and delivers from Monday to Friday. */
  public static final Carrier SWIFT = weekdays("swift", CarrierLimits.NONE);

  private Calendars() {}

  public static Carrier weekdays(String id, CarrierLimits limits) {
    return carrier(id, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), limits);
  }

  public static Carrier carrier(String id, Set<DayOfWeek> days, CarrierLimits limits) {
    return new Carrier(id, id, "ratecard", "", days, days, List.of(), limits);
  }

  public static CarrierLimits rests(@Nullable String holidays, String... idle) {
    return new CarrierLimits(
        holidays, days(idle), Set.of(), Set.of(), 0, null, Set.of(), Set.of(), null, null);
  }

  public static CarrierLimits atMost(@Nullable Integer sharePercent, @Nullable Integer aDay) {
    return new CarrierLimits(
        null, Set.of(), Set.of(), Set.of(), 0, null, Set.of(), Set.of(), sharePercent, aDay);
  }

  public static Node with(Node node, NodeHours hours) {
    return new Node(
        node.id(),
        node.name(),
        node.address(),
        node.zone(),
        node.cutoffs(),
        node.handlingCost(),
        node.shippedAtLabel(),
        hours);
  }

  public static NodeHours processing(Duration processing) {
    return new NodeHours(Map.of(), List.of(), Set.of(), null, processing, null, null);
  }

  public static NodeHours counted(@Nullable Integer aDay, @Nullable Integer anHour) {
    return new NodeHours(Map.of(), List.of(), Set.of(), null, Duration.ZERO, aDay, anHour);
  }

  public static NodeHours closed(@Nullable String holidays, String... closed) {
    return new NodeHours(Map.of(), List.of(), days(closed), holidays, Duration.ZERO, null, null);
  }

  public static NodeHours changing(
      Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier, NodeHours.Change... changes) {
    return new NodeHours(
        byCarrier, Arrays.asList(changes), Set.of(), null, Duration.ZERO, null, null);
  }

  /** These days are kept by that calendar. */
  public static Holidays holidays(String calendar, String... days) {
    Set<LocalDate> kept = days(days);
    return (name, day) -> name.equals(calendar) && kept.contains(day);
  }

  /** So many parcels, each day at each node. */
  public static Workload everyDay(Map<String, Integer> byCarrier) {
    return new Workload() {
      @Override
      public Map<String, Integer> byCarrier(NodeId node, LocalDate day) {
        return byCarrier;
      }

      @Override
      public int overAllNodes(String carrier, LocalDate day) {
        return byCarrier.getOrDefault(carrier, 0);
      }
    };
  }

  private static Set<LocalDate> days(String... days) {
    return Arrays.stream(days).map(LocalDate::parse).collect(Collectors.toSet());
  }
}
