package dev.cutoff.document.application;

import java.util.Arrays;

/**
 * One label in its forms.
 *
 * @param pdf a page of 288 x 432 pt, or more where a carrier's label has more; empty where the
 *     carrier gave ZPL alone, of which no picture can be made here
 * @param zpl ZPL II for a 203 dpi printer, 812 x 1218 dots, from ^XA to ^XZ, a label a page; ASCII
 *     only where it is drawn here, UTF-8 where a carrier wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, and compared by content below
public record LabelFiles(byte[] pdf, String zpl) {

  public LabelFiles {
    pdf = pdf.clone();
  }

  @Override
  public byte[] pdf() {
    return pdf.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelFiles(byte[] otherPdf, String otherZpl)
        && Arrays.equals(pdf, otherPdf)
        && zpl.equals(otherZpl);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(pdf) + zpl.hashCode();
  }

  @Override
  public String toString() {
    return "LabelFiles[pdf=" + pdf.length + " bytes, zpl=" + zpl.length() + " characters]";
  }
}
