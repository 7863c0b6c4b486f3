package dev.cutoff.adapter.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Labels as pictures and in one file. Threads wait for one another. */
final class RenderedLabels {
  /** Held by whoever draws: the fonts are one for all. */
  static final Object DRAWING = new Object();

  private RenderedLabels() {}

  /** One label a page. */
  static String zpl(byte[] label, int dpi) throws IOException {
    synchronized (DRAWING) {
      OwnFonts.use();
      try (PDDocument document = Loader.loadPDF(label)) {
        PDFRenderer renderer = new PDFRenderer(document);
        StringBuilder zpl = new StringBuilder();
        for (int i = 0; i < document.getNumberOfPages(); i++) {
          Dots page = Dots.of(renderer.renderImageWithDPI(i, dpi, ImageType.GRAY));
          zpl.append(ZplGraphic.of(page, 4 * dpi, 6 * dpi));
        }
        return zpl.toString();
      }
    }
  }

  /** All pages of all files one after the other. */
  static byte[] joined(List<byte[]> files) {
    List<PDDocument> open = new ArrayList<>();
    try (PDDocument all = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      long id = 1;
      for (byte[] file : files) {
        PDDocument source = Loader.loadPDF(file);
        // What is imported is read from there until all is saved.
        open.add(source);
        for (PDPage page : source.getPages()) {
          all.importPage(page).setResources(page.getResources());
        }
        id = 31 * id + Arrays.hashCode(file);
      }
      PdfFile.describe(all, "Labels", id);
      all.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(RenderedLabels::close);
    }
  }

  private static void close(PDDocument source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
