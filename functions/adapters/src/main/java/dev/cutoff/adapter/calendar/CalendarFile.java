package dev.cutoff.adapter.calendar;

import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import java.util.stream.Stream;

/** A country, or a part of one: its holidays and its parts. */
record CalendarFile(Xml xml) implements HolidayCalendarConfiguration {
  @Override
  public String hierarchy() {
    return xml.attribute("hierarchy").orElse("");
  }

  @Override
  public String description() {
    return xml.attribute("description").orElse("");
  }

  @Override
  public HolidayConfigurations holidays() {
    return new HolidayRules(xml.child("Holidays"));
  }

  @Override
  public Stream<HolidayCalendarConfiguration> subConfigurations() {
    return xml.children("SubConfigurations").stream().map(CalendarFile::new);
  }
}
