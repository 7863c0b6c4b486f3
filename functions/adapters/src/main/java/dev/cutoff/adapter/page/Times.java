package dev.cutoff.adapter.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days and times by the recipient's clock, as the reader's country writes them. */
final class Times {
  private final ZoneId zone;
  private final Locale locale;

  Times(ZoneId zone, Locale locale) {
    this.zone = zone;
    this.locale = locale;
  }

  /** "Friday, November 27, 2026". */
  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale).format(day);
  }

  /** "Nov 27, 2026, 2:05 PM". */
  String at(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(moment.atZone(zone));
  }

  /** "2026-11-27T14:05:00-08:00". */
  String machine(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  /** "Pacific Time". */
  String clock() {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getDisplayName(TextStyle.FULL, locale);
  }
}
