package dev.cutoff.adapter.document;

import java.awt.geom.AffineTransform;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts labels onto sheets: lying, in the middle of the lower edge, where forms have their part to
 * peel off.
 */
final class SheetWithLabel {
  /** What office printers leave white at the edge. */
  private static final float EDGE = 14;

  private SheetWithLabel() {}

  /** The first label goes onto the first page, every other onto a page of its own at the end. */
  static byte[] of(byte[] slip, PDRectangle size, List<byte[]> labels) {
    try (PDDocument sheets = Loader.loadPDF(slip);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      LayerUtility layers = new LayerUtility(sheets);
      boolean first = true;
      for (byte[] label : labels) {
        try (PDDocument source = Loader.loadPDF(label)) {
          for (int i = 0; i < source.getNumberOfPages(); i++) {
            PDPage page = first ? sheets.getPage(0) : new PDPage(size);
            if (!first) {
              sheets.addPage(page);
            }
            first = false;
            put(sheets, page, layers.importPageAsForm(source, i));
          }
        }
      }
      sheets.setDocumentId((long) Arrays.hashCode(slip));
      sheets.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(PDDocument sheets, PDPage page, PDFormXObject label) throws IOException {
    try (PDPageContentStream stream =
        new PDPageContentStream(sheets, page, AppendMode.APPEND, true, true)) {
      // A quarter turn to the left: the label's left edge is at the bottom.
      AffineTransform lying =
          AffineTransform.getTranslateInstance(
              (page.getMediaBox().getWidth() + LabelPaper.SIZE.getHeight()) / 2, EDGE);
      lying.quadrantRotate(1);
      stream.transform(new Matrix(lying));
      stream.drawForm(label);
    }
  }
}
