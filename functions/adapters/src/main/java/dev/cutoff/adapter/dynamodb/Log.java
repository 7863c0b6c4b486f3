package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order's timeline as its row has it: the latest entries are in the row itself, so that writing
 * one costs no row of its own; those before are in rows of some dozen each.
 *
 * @param changedAt when the latest entry was written; the order's receipt where there is none
 * @param told how many entries are in rows of their own
 * @param recent those after them
 */
record Log(Instant changedAt, long told, List<TimelineEntry> recent) {
  private static final int MOST_RECENT = 12;

  Log {
    recent = List.copyOf(recent);
  }

  /** Whether the latest ones have to go into a row of their own to make room for these. */
  boolean isFullFor(List<TimelineEntry> entries) {
    return !recent.isEmpty() && recent.size() + entries.size() > MOST_RECENT;
  }

  Log with(List<TimelineEntry> entries) {
    if (entries.isEmpty()) {
      return this;
    }
    Instant changed = entries.getLast().at();
    if (isFullFor(entries)) {
      return new Log(changed, told + recent.size(), entries);
    }
    List<TimelineEntry> all = new ArrayList<>(recent);
    all.addAll(entries);
    return new Log(changed, told, all);
  }
}
