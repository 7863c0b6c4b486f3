package dev.cutoff.adapter.document;

import java.util.ArrayList;
import java.util.List;

/**
 * Stacks strips onto pages. A row stays on one page if any page can hold it; a longer one is
 * continued.
 */
final class SlipPages {

  static final double LEFT = 40;
  static final double RIGHT = 572;
  static final double FULL = RIGHT - LEFT;
  private static final double TOP = 36;

  private final Paper paper;
  private final List<SlipStrip> runningHead;
  private final SlipStrip columnHeads;
  private final List<List<Mark>> pages = new ArrayList<>();
  private List<Mark> page = new ArrayList<>();
  private double y = TOP;
  private boolean hasColumnHeads;

  /**
   * How far down a page goes, in points.
   *
   * @param firstBottom of the first page, which may leave room for a label
   */
  record Paper(double bottom, double firstBottom) {
    private static final double FOOT = 44;

    /** What a label that lies at the bottom of a sheet takes, with a gap above it. */
    private static final double LABEL = 296;

    static Paper plain(double height) {
      return new Paper(height - FOOT, height - FOOT);
    }

    static Paper withLabel(double height) {
      return new Paper(height - FOOT, height - FOOT - LABEL);
    }
  }

  SlipPages(Paper paper, List<SlipStrip> runningHead, SlipStrip columnHeads) {
    this.paper = paper;
    this.runningHead = List.copyOf(runningHead);
    this.columnHeads = columnHeads;
    pages.add(page);
  }

  void add(SlipStrip strip) {
    if (y + strip.height() > bottom()) {
      nextPage();
    }
    put(strip);
  }

  /** Strips that belong together under the column heads. */
  void addRow(List<SlipStrip> row) {
    double height = row.stream().mapToDouble(SlipStrip::height).sum();
    double heads = hasColumnHeads ? 0 : columnHeads.height();
    if (y + heads + height > bottom() && height <= roomOnNewPage()) {
      nextPage();
    }
    for (SlipStrip strip : row) {
      if (y + (hasColumnHeads ? 0 : columnHeads.height()) + strip.height() > bottom()) {
        nextPage();
      }
      if (!hasColumnHeads) {
        put(columnHeads);
        hasColumnHeads = true;
      }
      put(strip);
    }
  }

  /** All pages, each with its number and the number of all, which only now is known. */
  List<List<Mark>> finished(String reference) {
    for (int i = 0; i < pages.size(); i++) {
      List<Mark> marks = pages.get(i);
      String number = "Page " + (i + 1) + " of " + pages.size();
      double foot = (i == 0 ? paper.firstBottom() : paper.bottom()) + 8;
      marks.add(new Mark.Fill(LEFT, foot, FULL, 0.5, 0.6));
      marks.add(new Mark.Text(LEFT, foot + 12, 8, false, Mark.Align.LEFT, 0.3, FULL, reference));
      marks.add(new Mark.Text(RIGHT, foot + 12, 8, false, Mark.Align.RIGHT, 0.3, FULL, number));
    }
    return pages;
  }

  private double bottom() {
    return pages.size() == 1 ? paper.firstBottom() : paper.bottom();
  }

  private double roomOnNewPage() {
    double head = runningHead.stream().mapToDouble(SlipStrip::height).sum();
    return paper.bottom() - TOP - head - columnHeads.height();
  }

  private void nextPage() {
    page = new ArrayList<>();
    pages.add(page);
    y = TOP;
    hasColumnHeads = false;
    runningHead.forEach(this::put);
  }

  private void put(SlipStrip strip) {
    for (Mark mark : strip.marks()) {
      page.add(mark.down(y));
    }
    y += strip.height();
  }
}
