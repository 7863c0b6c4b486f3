package dev.cutoff.adapter.document;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Sets text whose font is not in the file in ours. The machine's own fonts are not asked: a file
 * gives the same picture everywhere, and no folder is searched.
 */
final class OwnFonts implements FontMapper {
  private static boolean used;

  private final Lettering lettering;

  private OwnFonts(Lettering lettering) {
    this.lettering = lettering;
  }

  /**
   * For this process; again is harmless. pdfbox is not asked for its mapper, which would be made
   * for that, with a font of its own.
   */
  static synchronized void use() {
    if (!used) {
      FontMappers.set(new OwnFonts(Lettering.load()));
      used = true;
    }
  }

  private TrueTypeFont font(@Nullable String name) {
    return lettering.face(name != null && name.contains("Bold")).font();
  }

  @Override
  public FontMapping<TrueTypeFont> getTrueTypeFont(
      @Nullable String name, @Nullable PDFontDescriptor about) {
    return new FontMapping<>(font(name), true);
  }

  @Override
  public FontMapping<FontBoxFont> getFontBoxFont(
      @Nullable String name, @Nullable PDFontDescriptor about) {
    return new FontMapping<>(font(name), true);
  }

  @Override
  public CIDFontMapping getCIDFont(
      @Nullable String name, @Nullable PDFontDescriptor about, @Nullable PDCIDSystemInfo system) {
    return new CIDFontMapping(null, font(name), true);
  }
}
