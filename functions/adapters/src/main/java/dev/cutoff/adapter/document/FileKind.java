package dev.cutoff.adapter.document;

import java.nio.charset.StandardCharsets;

/** What a file is by its first bytes, whatever its sender calls it. */
enum FileKind {
  PDF("a PDF"),
  PNG("a PNG"),
  ZPL("ZPL"),
  GIF("a GIF"),
  JPEG("a JPEG"),
  MARKUP("a page or picture in HTML, SVG or XML"),
  JSON("JSON"),
  EMPTY("nothing"),
  UNKNOWN("something unknown");

  /** A printer's driver may send settings before the label. */
  private static final int ZPL_WITHIN = 400;

  private final String words;

  FileKind(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  static FileKind of(byte[] file) {
    // One character a byte, so that no byte is lost.
    String raw = head(file);
    String head = raw.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading();
    if (file.length == 0 || (head.isEmpty() && file.length <= ZPL_WITHIN)) {
      return EMPTY;
    }
    if (raw.startsWith("\u0089PNG\r\n\u001A\n")) {
      return PNG;
    }
    if (raw.startsWith("\u00FF\u00D8\u00FF")) {
      return JPEG;
    }
    if (head.startsWith("%PDF-")) {
      return PDF;
    }
    if (head.startsWith("GIF8")) {
      return GIF;
    }
    if (head.startsWith("<")) {
      return MARKUP;
    }
    if (head.startsWith("{") || head.startsWith("[")) {
      return JSON;
    }
    return head.contains("^XA") ? ZPL : UNKNOWN;
  }

  private static String head(byte[] file) {
    return new String(file, 0, Math.min(file.length, ZPL_WITHIN), StandardCharsets.ISO_8859_1);
  }
}
