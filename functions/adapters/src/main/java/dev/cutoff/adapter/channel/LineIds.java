package dev.cutoff.adapter.channel;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives every line an id of its own, as reservations are kept by it. */
public final class LineIds {
  /** Shopify's own limit; far more than fits into one row. */
  private static final int MOST_LINES = 500;

  private final Values values;
  private final Set<String> seen = new HashSet<>();
  private int count;

  public LineIds(Values values) {
    this.values = values;
  }

  /** The lines that are read at all; an order without any is held. */
  public List<Part> limited(List<Part> lines) {
    if (lines.isEmpty()) {
      values.defect("the order has no lines");
    }
    if (lines.size() > MOST_LINES) {
      values.defect("the order has " + lines.size() + " lines, more than " + MOST_LINES);
    }
    return lines.subList(0, Math.min(lines.size(), MOST_LINES));
  }

  /** The platform's id of the line; a made-up one and a defect where it has none or a used one. */
  public String of(Part line) {
    count++;
    String id = line.text("id").replaceAll("[^A-Za-z0-9_-]", "");
    if (id.isEmpty() || id.length() > 64) {
      id = "no-id-" + count;
      values.defect("line number " + count + " has no id");
    }
    if (!seen.add(id)) {
      values.defect("two lines have the id " + id);
      id = id + "-again-" + count;
      seen.add(id);
    }
    return id;
  }
}
