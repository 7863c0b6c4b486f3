package dev.cutoff.adapter.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * GNU Unifont: a small picture for each character of the basic plane, whatever its script. It
 * stands in where the text font has no glyph. Letters are not joined (Arabic) nor shaped
 * (Devanagari): legible, not beautiful.
 */
final class PixelFont {

  static final int ROWS = 16;
  private static final int MISSING = 0xFFFD;

  private final byte[] hex;
  private final int[] offsets = new int[0x10000];

  private PixelFont(byte[] hex) {
    this.hex = hex;
    int at = 0;
    while (at < hex.length) {
      offsets[digits(at, 4)] = at + 5;
      while (hex[at] != '\n') {
        at++;
      }
      at++;
    }
  }

  static PixelFont load() {
    try (InputStream packed = PixelFont.class.getResourceAsStream("unifont-15.0.01.hex.gz")) {
      if (packed == null) {
        throw new IllegalStateException("The pixel font is missing from the build");
      }
      return new PixelFont(new GZIPInputStream(packed, 1 << 16).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A character without a picture gets the replacement character's: seen, never dropped. */
  Glyph glyph(int codePoint) {
    int known = codePoint < offsets.length && offsets[codePoint] > 0 ? codePoint : MISSING;
    int start = offsets[known];
    int width = 8;
    if (start + 64 <= hex.length && hex[start + 32] != '\n') {
      width = 16;
    }
    int[] rows = new int[ROWS];
    for (int row = 0; row < ROWS; row++) {
      rows[row] = digits(start + row * width / 4, width / 4);
    }
    return new Glyph(width, rows, combines(known));
  }

  /** Columns of pixels that the text takes up. */
  int columns(String text) {
    return text.codePoints().map(c -> glyph(c).advance()).sum();
  }

  private static boolean combines(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private int digits(int from, int count) {
    int value = 0;
    for (int i = from; i < from + count; i++) {
      value = value << 4 | Character.digit(hex[i], 16);
    }
    return value;
  }

  /**
   * @param rows top to bottom, leftmost pixel in the highest of {@code width} bits
   * @param mark whether it is drawn over the character before it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this package
  record Glyph(int width, int[] rows, boolean mark) {

    int advance() {
      return mark ? 0 : width;
    }

    boolean inked(int column, int row) {
      return (rows[row] >> (width - 1 - column) & 1) == 1;
    }
  }
}
