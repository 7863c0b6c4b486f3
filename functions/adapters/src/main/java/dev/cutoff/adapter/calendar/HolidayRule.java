package dev.cutoff.adapter.calendar;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.Limited;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Optional;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;

/** One holiday of a calendar, as the file has it; Jollyday makes days of it. */
sealed interface HolidayRule extends Described, Limited {
  Xml xml();

  @Override
  default String descriptionPropertiesKey() {
    return xml().attribute("descriptionPropertiesKey").or(() -> xml().attribute("type")).orElse("");
  }

  @Override
  default HolidayType holidayType() {
    return xml()
        .attribute("localizedType")
        .map(HolidayType::valueOf)
        .orElse(HolidayType.PUBLIC_HOLIDAY);
  }

  @Override
  default Optional<Year> validFrom() {
    return xml().attribute("validFrom").map(Year::parse);
  }

  @Override
  default Optional<Year> validTo() {
    return xml().attribute("validTo").map(Year::parse);
  }

  @Override
  default YearCycle cycle() {
    return xml().attribute("every").map(YearCycle::valueOf).orElse(YearCycle.EVERY_YEAR);
  }

  private static DayOfWeek weekday(Xml xml) {
    return xml.attribute("weekday", DayOfWeek::valueOf);
  }

  private static Chronology chronology(Optional<String> name) {
    return name.filter("JULIAN"::equals).isPresent()
        ? JulianChronology.INSTANCE
        : IsoChronology.INSTANCE;
  }

  /** One that moves when it falls on certain weekdays. */
  sealed interface Moving extends HolidayRule, Movable {
    @Override
    default List<MovingCondition> conditions() {
      return xml().children("MovingCondition").stream().<MovingCondition>map(Move::new).toList();
    }
  }

  /** The weekday it moves from, and where to. */
  record Move(Xml xml) implements Movable.MovingCondition {
    @Override
    public DayOfWeek substitute() {
      return xml.attribute("substitute", DayOfWeek::valueOf);
    }

    @Override
    public With with() {
      return xml.attribute("with", With::valueOf);
    }

    @Override
    public DayOfWeek weekday() {
      return HolidayRule.weekday(xml);
    }
  }

  /** 4 July. */
  record Fixed(Xml xml) implements Moving, FixedHolidayConfiguration {
    @Override
    public MonthDay day() {
      Month month = xml.attribute("month", Month::valueOf);
      return MonthDay.of(month, xml.attribute("day", Integer::valueOf));
    }
  }

  /** The Monday before 25 May. */
  record RelativeToFixed(Xml xml) implements HolidayRule, RelativeToFixedHolidayConfiguration {
    @Override
    public Optional<DayOfWeek> weekday() {
      return xml.text("Weekday").map(DayOfWeek::valueOf);
    }

    @Override
    public Optional<Days> days() {
      return xml.text("Days").map(Integer::valueOf).map(Days::of);
    }

    @Override
    public Optional<Relation> when() {
      return xml.text("When").map(Relation::valueOf);
    }

    @Override
    public FixedHolidayConfiguration date() {
      return new Fixed(xml.child("Date"));
    }
  }

  /** The fourth Thursday of November. */
  record WeekdayInMonth(Xml xml) implements Moving, FixedWeekdayInMonthHolidayConfiguration {
    @Override
    public DayOfWeek weekday() {
      return HolidayRule.weekday(xml);
    }

    @Override
    public Month month() {
      return xml.attribute("month", Month::valueOf);
    }

    @Override
    public Occurrence which() {
      return xml.attribute("which", Occurrence::valueOf);
    }
  }

  /** The Tuesday after the first Monday of November. */
  record RelativeToWeekdayInMonth(Xml xml)
      implements HolidayRule, RelativeToWeekdayInMonthHolidayConfiguration {
    @Override
    public DayOfWeek weekday() {
      return HolidayRule.weekday(xml);
    }

    @Override
    public Relation when() {
      return xml.attribute("when", Relation::valueOf);
    }

    @Override
    public FixedWeekdayInMonthHolidayConfiguration weekdayInMonth() {
      return new WeekdayInMonth(xml.child("FixedWeekday"));
    }
  }

  /** The Saturday from 20 to 26 June. */
  record WeekdayBetween(Xml xml)
      implements HolidayRule, FixedWeekdayBetweenFixedHolidayConfiguration {
    @Override
    public FixedHolidayConfiguration from() {
      return new Fixed(xml.child("from"));
    }

    @Override
    public FixedHolidayConfiguration to() {
      return new Fixed(xml.child("to"));
    }

    @Override
    public DayOfWeek weekday() {
      return HolidayRule.weekday(xml);
    }
  }

  /** The second Monday after 1 August. */
  record WeekdayRelativeToFixed(Xml xml)
      implements HolidayRule, FixedWeekdayRelativeToFixedHolidayConfiguration {
    @Override
    public FixedHolidayConfiguration day() {
      return new Fixed(xml.child("day"));
    }

    @Override
    public Occurrence which() {
      return xml.attribute("which", Occurrence::valueOf);
    }

    @Override
    public DayOfWeek weekday() {
      return HolidayRule.weekday(xml);
    }

    @Override
    public Relation when() {
      return xml.attribute("when", Relation::valueOf);
    }
  }

  /** Good Friday. */
  record Christian(Xml xml) implements Moving, ChristianHolidayConfiguration {
    @Override
    public ChristianHolidayType type() {
      return xml.attribute("type", ChristianHolidayType::valueOf);
    }

    @Override
    public Chronology chronology() {
      return HolidayRule.chronology(xml.attribute("chronology"));
    }
  }

  /** So many days after Easter Sunday. */
  record RelativeToEaster(Xml xml)
      implements HolidayRule, RelativeToEasterSundayHolidayConfiguration {
    @Override
    public Chronology chronology() {
      return HolidayRule.chronology(xml.text("chronology"));
    }

    @Override
    public Days days() {
      return Days.of(xml.text("days").map(Integer::valueOf).orElseThrow());
    }
  }

  /** The end of Ramadan. */
  record Islamic(Xml xml) implements Moving, IslamicHolidayConfiguration {
    @Override
    public IslamicHolidayType type() {
      return xml.attribute("type", IslamicHolidayType::valueOf);
    }
  }

  /** Timkat. */
  record EthiopianOrthodox(Xml xml) implements HolidayRule, EthiopianOrthodoxHolidayConfiguration {
    @Override
    public EthiopianOrthodoxHolidayType type() {
      return xml.attribute("type", EthiopianOrthodoxHolidayType::valueOf);
    }
  }
}
