package dev.cutoff.adapter.calendar;

import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.util.List;

/**
 * The holidays of a calendar by kind. Jollyday calls every method of it that gives a list, by
 * reflection: it has to be public, and to have no others.
 */
public final class HolidayRules implements HolidayConfigurations {
  private final Xml xml;

  HolidayRules(Xml xml) {
    this.xml = xml;
  }

  @Override
  public List<FixedHolidayConfiguration> fixed() {
    return xml.all("Fixed", HolidayRule.Fixed::new);
  }

  @Override
  public List<RelativeToFixedHolidayConfiguration> relativeToFixed() {
    return xml.all("RelativeToFixed", HolidayRule.RelativeToFixed::new);
  }

  @Override
  public List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth() {
    return xml.all("RelativeToWeekdayInMonth", HolidayRule.RelativeToWeekdayInMonth::new);
  }

  @Override
  public List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays() {
    return xml.all("FixedWeekday", HolidayRule.WeekdayInMonth::new);
  }

  @Override
  public List<ChristianHolidayConfiguration> christianHolidays() {
    return xml.all("ChristianHoliday", HolidayRule.Christian::new);
  }

  @Override
  public List<IslamicHolidayConfiguration> islamicHolidays() {
    return xml.all("IslamicHoliday", HolidayRule.Islamic::new);
  }

  @Override
  public List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed() {
    return xml.all("FixedWeekdayBetweenFixed", HolidayRule.WeekdayBetween::new);
  }

  @Override
  public List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed() {
    return xml.all("FixedWeekdayRelativeToFixed", HolidayRule.WeekdayRelativeToFixed::new);
  }

  @Override
  public List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays() {
    return xml.all("EthiopianOrthodoxHoliday", HolidayRule.EthiopianOrthodox::new);
  }

  @Override
  public List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday() {
    return xml.all("RelativeToEasterSunday", HolidayRule.RelativeToEaster::new);
  }
}
