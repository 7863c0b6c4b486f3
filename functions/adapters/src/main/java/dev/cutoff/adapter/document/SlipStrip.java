package dev.cutoff.adapter.document;

import java.util.List;

/**
 * A horizontal piece of a slip that no page break may cut, in points.
 *
 * @param marks placed as if the strip began at the top of the page
 */
record SlipStrip(double height, List<Mark> marks) {

  SlipStrip {
    marks = List.copyOf(marks);
  }

  static SlipStrip gap(double height) {
    return new SlipStrip(height, List.of());
  }
}
