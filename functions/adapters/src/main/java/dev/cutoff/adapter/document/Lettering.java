package dev.cutoff.adapter.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fonts together: what each can draw, and how wide a text gets. Not for use by two threads at a
 * time.
 */
final class Lettering {

  private final Face regular;
  private final Face bold;
  private @Nullable PixelFont pixels;

  private Lettering(Face regular, Face bold) {
    this.regular = regular;
    this.bold = bold;
  }

  static Lettering load() {
    return new Lettering(Face.load("LiberationSans-Regular"), Face.load("LiberationSans-Bold"));
  }

  Face face(boolean heavy) {
    return heavy ? bold : regular;
  }

  /** Read when the first character asks for it: most labels never do. */
  PixelFont pixels() {
    PixelFont loaded = pixels;
    if (loaded == null) {
      loaded = PixelFont.load();
      pixels = loaded;
    }
    return loaded;
  }

  /** Width at the given size, in the size's unit. */
  double width(String text, double size, boolean heavy) {
    Face face = face(heavy);
    return size
        * text.codePoints().mapToDouble(c -> face.has(c) ? face.width(c) : pixelWidth(c)).sum();
  }

  /** Sixteen pixels make one em. */
  private double pixelWidth(int codePoint) {
    return pixels().glyph(codePoint).advance() / (double) PixelFont.ROWS;
  }

  /** The text cut where the font changes. */
  List<Run> runs(String text, boolean heavy) {
    Face face = face(heavy);
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean pixelled = false;
    for (int c : text.codePoints().toArray()) {
      if (face.has(c) == pixelled) {
        if (!run.isEmpty()) {
          runs.add(new Run(run.toString(), pixelled));
          run.setLength(0);
        }
        pixelled = !pixelled;
      }
      run.appendCodePoint(c);
    }
    if (!run.isEmpty()) {
      runs.add(new Run(run.toString(), pixelled));
    }
    return runs;
  }

  record Run(String text, boolean pixelled) {}
}
