package dev.cutoff.adapter.document;

/** How much ink the pixel font gives a text. */
final class PixelSamples {

  private final PixelFont font = PixelFont.load();

  int inkOf(String text) {
    return PixelRows.strokes(font, text).stream().mapToInt(PixelRows.Stroke::length).sum();
  }
}
