package dev.cutoff.adapter.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.cutoff.plan.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Public holidays of countries and their parts: "US", "US-nj", "DE-by-mu", in letters of any case.
 * Neither days on which only the banks close nor mere observances count. What was reckoned once is
 * kept by calendar and year.
 */
public final class HolidayCalendars implements Holidays {
  private final Map<Key, Set<LocalDate>> kept = new ConcurrentHashMap<>();

  private record Key(String calendar, int year) {}

  /** Whether there is a calendar of that name. */
  public static boolean known(String calendar) {
    return find(calendar).isPresent();
  }

  /** The calendars of the country that the name begins with; of an unknown one, all countries. */
  public static SortedSet<String> names(String calendar) {
    String country = parts(calendar).getFirst();
    SortedSet<String> names = new TreeSet<>();
    if (known(country)) {
      collect(manager(country).getCalendarHierarchy(), country.toUpperCase(Locale.ROOT), names);
    } else {
      names.addAll(HolidayCalendar.getSupportedCalendarCodes());
    }
    return names;
  }

  @Override
  public boolean isHoliday(String calendar, LocalDate day) {
    return kept.computeIfAbsent(new Key(calendar, day.getYear()), HolidayCalendars::reckon)
        .contains(day);
  }

  /**
   * The years around it too: New Year's Day on a Saturday is kept on the last day of the old one.
   */
  private static Set<LocalDate> reckon(Key key) {
    Calendar calendar =
        find(key.calendar())
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "no calendar of public holidays '%s'; there are %s"
                        .formatted(key.calendar(), String.join(", ", names(key.calendar())))));
    return IntStream.rangeClosed(key.year() - 1, key.year() + 1)
        .mapToObj(Year::of)
        .flatMap(year -> calendar.days(year))
        .filter(day -> day.getYear() == key.year())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A calendar that is there. */
  private record Calendar(HolidayManager manager, String[] parts) {
    Stream<LocalDate> days(Year year) {
      return manager.getHolidays(year, HolidayType.PUBLIC_HOLIDAY, parts).stream()
          .map(Holiday::getDate);
    }
  }

  /** Jollyday itself takes an unknown part for none, and would not say so. */
  private static Optional<Calendar> find(String calendar) {
    List<String> names = parts(calendar);
    String country = names.getFirst().toUpperCase(Locale.ROOT);
    if (!HolidayCalendar.getSupportedCalendarCodes().contains(country)) {
      return Optional.empty();
    }
    HolidayManager manager = manager(country);
    CalendarHierarchy at = manager.getCalendarHierarchy();
    List<String> below = names.subList(1, names.size());
    for (String part : below) {
      at = at.getChildren().get(part);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.of(new Calendar(manager, below.toArray(String[]::new)));
  }

  private static List<String> parts(String calendar) {
    return Arrays.asList(calendar.toLowerCase(Locale.ROOT).split("-", -1));
  }

  private static void collect(CalendarHierarchy at, String name, Set<String> names) {
    names.add(name);
    at.getChildren().forEach((part, child) -> collect(child, name + "-" + part, names));
  }

  private static HolidayManager manager(String country) {
    Properties reader = new Properties();
    reader.setProperty(ManagerParameter.CONFIGURATION_SERVICE_IMPL, CalendarFiles.class.getName());
    return HolidayManager.getInstance(ManagerParameters.create(country, reader));
  }
}
