package dev.cutoff.adapter.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Pages of marks as the bytes of a PDF: a pure function, so neither the clock nor chance has a say.
 */
final class PdfFile {

  private final Lettering lettering;

  PdfFile(Lettering lettering) {
    this.lettering = lettering;
  }

  /**
   * @param scale points per unit of the marks
   * @param date the day that the file says it was made on
   * @param seed what the file's own id is made from: everything that is printed
   */
  byte[] of(
      List<List<Mark>> pages,
      PDRectangle size,
      double scale,
      String title,
      LocalDate date,
      String seed) {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      describe(document, title, id(seed));
      document
          .getDocumentInformation()
          .setCreationDate(GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC)));
      PdfPen.Fonts fonts =
          new PdfPen.Fonts(
              PDType0Font.load(document, lettering.face(false).font(), true),
              PDType0Font.load(document, lettering.face(true).font(), true),
              new PixelType(lettering, document));
      for (List<Mark> marks : pages) {
        PDPage page = new PDPage(size);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          PdfPen pen = new PdfPen(stream, fonts, lettering, scale, size.getHeight());
          for (Mark mark : marks) {
            pen.draw(mark);
          }
        }
      }
      fonts.pixels().finish();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without an id of its own a document gets one from the clock. */
  static void describe(PDDocument document, String title, long id) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(title);
    about.setProducer("Cutoff");
    document.setDocumentInformation(about);
    document.setDocumentId(id);
  }

  private static long id(String seed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(hash).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
