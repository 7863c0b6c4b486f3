package dev.cutoff.merchant;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When and how much a node can hand over, beyond its cutoffs by weekday.
 *
 * @param byCarrier cutoffs of a carrier that collects at another time: carrier id to weekday to
 *     time; a weekday without one has none for this carrier
 * @param changes cutoffs by effective date; the one that began last is in force
 * @param closed days on which it ships nothing
 * @param holidays calendar whose public holidays it keeps, as jollyday names it ("US", "US-nj");
 *     null where none
 * @param processing least time from the release of an order to the truck
 * @param parcelsPerDay most parcels it hands over in a day; null where nobody counts
 * @param parcelsPerHour pack rate; null where the clock alone decides
 */
public record NodeHours(
    Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier,
    List<Change> changes,
    Set<LocalDate> closed,
    @Nullable String holidays,
    Duration processing,
    @Nullable Integer parcelsPerDay,
    @Nullable Integer parcelsPerHour) {
  public static final NodeHours PLAIN =
      new NodeHours(Map.of(), List.of(), Set.of(), null, Duration.ZERO, null, null);

  public NodeHours {
    byCarrier = copied(byCarrier);
    changes = List.copyOf(changes);
    closed = java.util.Collections.unmodifiableSet(new TreeSet<>(closed));
  }

  /**
   * Other cutoffs for a time.
   *
   * @param from first day in the node's zone
   * @param until last day; null where open
   * @param cutoffs in the place of the node's own
   * @param byCarrier in the place of the node's own
   */
  public record Change(
      LocalDate from,
      @Nullable LocalDate until,
      SortedMap<DayOfWeek, LocalTime> cutoffs,
      Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier) {
    public Change {
      cutoffs = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(cutoffs));
      byCarrier = copied(byCarrier);
    }
  }

  private static Map<String, SortedMap<DayOfWeek, LocalTime>> copied(
      Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier) {
    TreeMap<String, SortedMap<DayOfWeek, LocalTime>> copy = new TreeMap<>();
    byCarrier.forEach((id, times) ->
        copy.put(id, java.util.Collections.unmodifiableSortedMap(new TreeMap<>(times))));
    return java.util.Collections.unmodifiableMap(copy);
  }
}
