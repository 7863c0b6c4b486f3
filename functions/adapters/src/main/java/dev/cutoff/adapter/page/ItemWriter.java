package dev.cutoff.adapter.page;

import dev.cutoff.page.Units;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes lists of items. */
final class ItemWriter {
  private final Words words;
  private final Times times;

  ItemWriter(Words words, Times times) {
    this.words = words;
    this.times = times;
  }

  /** As many as there is room for. */
  View.Contents contents(List<Units> units, int room) {
    return contents(units, room, false);
  }

  /** The same, each with the day it is expected on. */
  View.Contents waiting(List<Units> units, int room) {
    return contents(units, room, true);
  }

  private View.Contents contents(List<Units> units, int room, boolean days) {
    return new View.Contents(
        units.stream().limit(room).map(each -> item(each, days ? day(each) : null)).toList(),
        units.size() > room ? words.of("more", units.size() - room) : null);
  }

  private static View.Item item(Units units, @Nullable String note) {
    return new View.Item(Line.of(units.name()), Long.toString(units.quantity()), note);
  }

  private String day(Units units) {
    return units.expectedOn() == null
        ? words.of("day_unknown")
        : words.of("day_expected", times.day(units.expectedOn()));
  }
}
