package dev.cutoff.adapter.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/**
 * A PDF font whose characters are drawn from pixels, one unit each; it says which characters they
 * are.
 */
final class PixelSlice extends PDType3Font {

  private static final int MOST = 255;
  private static final int ABOVE = PixelRows.ABOVE_BASELINE;
  private static final int BELOW = PixelFont.ROWS - ABOVE;

  private final COSArray widths = new COSArray();
  private final COSArray names;
  private final StringBuilder unicode = new StringBuilder();
  private int count;

  private PixelSlice(COSDictionary font, COSArray names) throws IOException {
    super(font);
    this.names = names;
  }

  static PixelSlice empty() throws IOException {
    COSArray names = new COSArray();
    names.add(COSInteger.ONE);
    COSDictionary encoding = new COSDictionary();
    encoding.setItem(COSName.TYPE, COSName.ENCODING);
    encoding.setItem(COSName.DIFFERENCES, names);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE3);
    font.setItem(
        COSName.FONT_BBOX,
        numbers(List.of(0f, (float) -BELOW, (float) PixelFont.ROWS, (float) ABOVE)));
    float unit = 1f / PixelFont.ROWS;
    font.setItem(COSName.FONT_MATRIX, numbers(List.of(unit, 0f, 0f, unit, 0f, 0f)));
    font.setItem(COSName.ENCODING, encoding);
    font.setItem(COSName.CHAR_PROCS, new COSDictionary());
    font.setItem(COSName.RESOURCES, new COSDictionary());
    return new PixelSlice(font, names);
  }

  boolean full() {
    return count == MOST;
  }

  /** Takes a character in and returns its code as a string. */
  String enter(PDDocument document, int codePoint, PixelFont pixels) throws IOException {
    count++;
    COSName name = COSName.getPDFName("p" + count);
    names.add(name);
    PixelFont.Glyph glyph = pixels.glyph(codePoint);
    widths.add(COSInteger.get(glyph.width()));
    StringBuilder drawing = new StringBuilder();
    // d1: width and bounds first, then nothing but shapes in the colour of the text.
    drawing.append(glyph.width()).append(" 0 0 ").append(-BELOW).append(' ');
    drawing.append(glyph.width()).append(' ').append(ABOVE).append(" d1\n");
    for (PixelRows.Stroke stroke : PixelRows.strokes(pixels, Character.toString(codePoint))) {
      drawing.append(stroke.column()).append(' ').append(ABOVE - 1 - stroke.row()).append(' ');
      drawing.append(stroke.length()).append(" 1 re\n");
    }
    drawing.append("f\n");
    getCharProcs().setItem(name, stream(document, drawing));
    String hex =
        HexFormat.of().formatHex(Character.toString(codePoint).getBytes(StandardCharsets.UTF_16BE));
    unicode
        .append("1 beginbfchar <")
        .append(HexFormat.of().toHexDigits((byte) count))
        .append("> <")
        .append(hex)
        .append("> endbfchar\n");
    return Character.toString(count);
  }

  void finish(PDDocument document) throws IOException {
    COSDictionary font = getCOSObject();
    font.setInt(COSName.FIRST_CHAR, 1);
    font.setInt(COSName.LAST_CHAR, count);
    font.setItem(COSName.WIDTHS, widths);
    StringBuilder map =
        new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    map.append("/CMapName /Pixels def /CMapType 2 def\n");
    map.append("1 begincodespacerange <00> <ff> endcodespacerange\n").append(unicode);
    map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n");
    font.setItem(COSName.TO_UNICODE, stream(document, map));
  }

  @Override
  protected byte[] encode(int code) {
    return new byte[] {(byte) code};
  }

  private static COSStream stream(PDDocument document, StringBuilder text) throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    try (OutputStream bytes = stream.createOutputStream(COSName.FLATE_DECODE)) {
      bytes.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return stream;
  }

  private static COSArray numbers(List<Float> values) {
    COSArray array = new COSArray();
    values.forEach(value -> array.add(new COSFloat(value)));
    return array;
  }
}
