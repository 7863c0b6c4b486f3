package dev.cutoff.adapter.document;

/**
 * What a layout puts onto paper. The unit is the layout's own (dots or points); the origin is the
 * top left corner. Shades go from 0, black, to 1, white.
 */
sealed interface Mark {

  /**
   * A line of text that was fitted to its room.
   *
   * @param x where the text starts, ends or has its middle, by align
   * @param baseline the line the letters stand on
   * @param room how wide it may get
   */
  record Text(
      double x,
      double baseline,
      double size,
      boolean bold,
      Align align,
      double shade,
      double room,
      String text)
      implements Mark {}

  /** A filled rectangle. */
  record Fill(double x, double y, double width, double height, double shade) implements Mark {}

  /** An empty square to tick. */
  record Tick(double x, double y, double side) implements Mark {}

  /** A Code 128 barcode, its left edge without the quiet zone. */
  record Bars(double x, double y, double module, double height, Code128Bars code) implements Mark {}

  /** Says across a part of the paper that it is not valid. */
  record Across(double x, double y, double width, double height, String text) implements Mark {}

  /** The same mark further down the page. */
  default Mark down(double by) {
    return switch (this) {
      case Text t ->
          new Text(t.x, t.baseline + by, t.size, t.bold, t.align, t.shade, t.room, t.text);
      case Fill f -> new Fill(f.x, f.y + by, f.width, f.height, f.shade);
      case Tick t -> new Tick(t.x, t.y + by, t.side);
      case Bars b -> new Bars(b.x, b.y + by, b.module, b.height, b.code);
      case Across v -> new Across(v.x, v.y + by, v.width, v.height, v.text);
    };
  }

  enum Align {
    LEFT,
    CENTER,
    RIGHT
  }
}
