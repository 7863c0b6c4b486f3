package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.NodeHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the file says of a node's days and hours; all of it may be left out. */
final class Timetables {
  private static final Pattern CALENDAR = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,12}){0,3}");
  private static final int MOST_PARCELS = 1_000_000;
  private static final NodeHours PLAIN = NodeHours.PLAIN;

  private Timetables() {}

  static NodeHours hours(Field hours) {
    return new NodeHours(
        byCarrier(hours),
        hours
            .find("changes")
            .map(changes -> changes.each(Timetables::change).stream().map(Located::value).toList())
            .orElse(PLAIN.changes()),
        days(hours, "closed"),
        calendar(hours),
        hours.find("processing").map(Values::duration).orElse(Duration.ZERO),
        parcels(hours, "parcelsPerDay"),
        parcels(hours, "parcelsPerHour"));
  }

  private static NodeHours.Change change(Field change) {
    LocalDate from = Values.date(change.get("from"));
    LocalDate until = change.find("until").map(Values::date).orElse(null);
    if (until != null && until.isBefore(from)) {
      throw new Unusable(
          new Mistake(change.where().field("until"), "is before from: swap or correct them"));
    }
    return new NodeHours.Change(from, until, cutoffs(change.get("cutoffs")), byCarrier(change));
  }

  private static Map<String, SortedMap<DayOfWeek, LocalTime>> byCarrier(Field parent) {
    Map<String, SortedMap<DayOfWeek, LocalTime>> times = new TreeMap<>();
    parent
        .find("byCarrier")
        .ifPresent(all -> all.entries((carrier, days) -> times.put(carrier, cutoffs(days))));
    return times;
  }

  static SortedMap<DayOfWeek, LocalTime> cutoffs(Field days) {
    TreeMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    days.entries((day, time) -> cutoffs.put(Values.weekday(time, day), Values.time(time)));
    return cutoffs;
  }

  static Set<LocalDate> days(Field parent, String name) {
    Set<LocalDate> days = new TreeSet<>();
    parent.find(name).ifPresent(all -> all.each(day -> days.add(Values.date(day))));
    return days;
  }

  static @Nullable String calendar(Field parent) {
    return parent
        .find("holidays")
        .map(it -> Values.text(it, CALENDAR, "must be a calendar of holidays, like US or US-nj"))
        .orElse(null);
  }

  static @Nullable Integer parcels(Field parent, String name) {
    return parent.find(name).map(it -> (int) Values.whole(it, 1, MOST_PARCELS)).orElse(null);
  }
}
