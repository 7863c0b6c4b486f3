package dev.cutoff.adapter.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.calendar.HolidayCalendars;
import java.util.List;

/**
 * Whether the calendars of public holidays are there. Told before the file is used, and not when a
 * function reads it: a cold start does not look for calendars.
 */
final class CalendarChecks {
  private CalendarChecks() {}

  static void check(JsonNode file, List<Mistake> mistakes) {
    each(file, "nodes", "hours", mistakes);
    each(file, "carriers", "limits", mistakes);
  }

  private static void each(JsonNode file, String all, String part, List<Mistake> mistakes) {
    JsonNode list = file.path(all);
    for (int i = 0; i < list.size(); i++) {
      JsonNode calendar = list.path(i).path(part).path("holidays");
      if (calendar.isTextual() && !HolidayCalendars.known(calendar.textValue())) {
        mistakes.add(
            new Mistake(
                Where.FILE.field(all).element(i).field(part).field("holidays"),
                "is no calendar of public holidays: " + instead(calendar.textValue())));
      }
    }
  }

  private static String instead(String calendar) {
    String country = calendar.split("-", 2)[0];
    return HolidayCalendars.known(country)
        ? "there are " + String.join(", ", HolidayCalendars.names(country))
        : "begin with a country, like US, or with a part of one, like US-nj";
  }
}
