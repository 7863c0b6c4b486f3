package dev.cutoff.plan;

import java.time.LocalDate;

/** Public holidays, by the calendar that the merchant file names ("US", "US-nj", "DE"). */
public interface Holidays {
  /** Nobody keeps any. */
  Holidays NONE = (calendar, day) -> false;

  boolean isHoliday(String calendar, LocalDate day);
}
