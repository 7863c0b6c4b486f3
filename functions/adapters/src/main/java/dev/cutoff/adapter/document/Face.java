package dev.cutoff.adapter.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One weight of the text font, parsed once; not for use by two threads at a time. */
final class Face {

  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final float unitsPerEm;

  private Face(TrueTypeFont font) throws IOException {
    // Ligatures, and nothing else that Latin text needs: setting them takes half a label's time.
    font.setEnableGsub(false);
    this.font = font;
    this.glyphs = font.getUnicodeCmapLookup();
    this.unitsPerEm = font.getUnitsPerEm();
  }

  static Face load(String name) {
    String file = "/com/mpobjects/jasperreports/fonts/liberation/" + name + ".ttf";
    try (InputStream bytes = Face.class.getResourceAsStream(file)) {
      if (bytes == null) {
        throw new IllegalStateException("The font " + name + " is missing from the build");
      }
      return new Face(
          new TTFParser(true).parse(RandomAccessReadBuffer.createBufferFromStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TrueTypeFont font() {
    return font;
  }

  boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** Width in em. */
  double width(int codePoint) {
    try {
      return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unitsPerEm;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
