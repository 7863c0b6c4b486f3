package dev.cutoff.adapter.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.ManagerParameters;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import de.focus_shift.jollyday.jaxb.JaxbConfigurationService;
import java.time.Year;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CalendarFilesTest {
  @Test
  void allCalendarsHaveTheSameDaysOverThirteenYearsAsByJollydaysOwnReader() {
    int compared = 0;
    for (String country : HolidayCalendar.getSupportedCalendarCodes()) {
      Map<String, String> ours = days(country, CalendarFiles.class);
      assertThat(ours).as(country).isEqualTo(days(country, JaxbConfigurationService.class));
      compared += ours.size();
    }
    assertThat(compared).isGreaterThan(20_000);
  }

  /** Day, kind of holiday and calendar, of all parts of the country. */
  private static Map<String, String> days(
      String country, Class<? extends HolidayCalendarConfigurationService> reader) {
    // Jollyday keeps a calendar by its name alone, whoever read it.
    HolidayManager.clearManagerCache();
    try {
      Properties properties = new Properties();
      properties.setProperty(ManagerParameter.CONFIGURATION_SERVICE_IMPL, reader.getName());
      HolidayManager manager =
          HolidayManager.getInstance(ManagerParameters.create(country, properties));
      assertThat(manager.getConfigurationService()).isInstanceOf(reader);
      Map<String, String> days = new TreeMap<>();
      walk(manager, manager.getCalendarHierarchy(), new String[0], days);
      return days;
    } finally {
      HolidayManager.clearManagerCache();
    }
  }

  private static void walk(
      HolidayManager manager, CalendarHierarchy at, String[] parts, Map<String, String> days) {
    IntStream.rangeClosed(2024, 2036)
        .forEach(year ->
            manager
                .getHolidays(Year.of(year), parts)
                .forEach(day ->
                    days.merge(
                        String.join("-", parts) + " " + day.getDate(),
                        day.getType() + "",
                        (one, other) -> sorted(one + "," + other))));
    at.getChildren().forEach((part, child) -> walk(manager, child, with(parts, part), days));
  }

  private static String sorted(String kinds) {
    return java.util.Arrays.stream(kinds.split(",", -1)).sorted().collect(Collectors.joining(","));
  }

  private static String[] with(String[] parts, String part) {
    String[] longer = java.util.Arrays.copyOf(parts, parts.length + 1);
    longer[parts.length] = part;
    return longer;
  }
}
