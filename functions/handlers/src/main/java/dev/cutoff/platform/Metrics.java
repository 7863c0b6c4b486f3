package dev.cutoff.platform;

import java.util.Map;

/** Numbers that alarms look at. */
public interface Metrics {
  /** Reports some counts of now, by their names. */
  void report(Map<String, Long> counts);
}
