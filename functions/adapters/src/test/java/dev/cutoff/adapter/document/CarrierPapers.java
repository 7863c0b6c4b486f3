package dev.cutoff.adapter.document;

import dev.cutoff.testkit.paper.PdfPictures;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.util.Matrix;

/** One label as carriers send theirs: on any paper, turned, as a picture, locked. */
final class CarrierPapers {
  /** A page of a carrier's file. */
  interface Change {
    void to(PDDocument document) throws IOException;
  }

  private CarrierPapers() {}

  static byte[] label() {
    return PrintedDocuments.load().label(Samples.label(false)).pdf();
  }

  static byte[] changed(byte[] pdf, Change change) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      change.to(document);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** The label somewhere on larger paper. */
  static byte[] on(PDRectangle paper, AffineTransform where, int rotation) throws IOException {
    try (PDDocument label = Loader.loadPDF(label());
        PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      var form = new LayerUtility(document).importPageAsForm(label, 0);
      PDPage page = new PDPage(paper);
      page.setRotation(rotation);
      document.addPage(page);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.transform(new Matrix(where));
        stream.drawForm(form);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] empty(int pages) throws IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage(LabelPaper.SIZE));
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  static byte[] locked(String password) throws IOException {
    return changed(
        label(),
        document ->
            document.protect(
                new StandardProtectionPolicy("owner", password, new AccessPermission())));
  }

  static byte[] png(int dpi, UnaryOperator<BufferedImage> change) throws IOException {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(change.apply(PdfPictures.picture(label(), dpi)), "png", bytes);
      return bytes.toByteArray();
    }
  }

  /** Lying, with a seventh inch of nothing at its end, as UPS draws it. */
  static BufferedImage lying(BufferedImage label) {
    int width = label.getHeight() * 7 / 6;
    BufferedImage paper = new BufferedImage(width, label.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = paper.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, width, label.getWidth());
    AffineTransform turned = AffineTransform.getTranslateInstance(0, label.getWidth());
    turned.quadrantRotate(-1);
    pen.drawImage(label, turned, null);
    pen.dispose();
    return paper;
  }

  /** White is not there at all, as some draw it. */
  static BufferedImage seenThrough(BufferedImage label) {
    BufferedImage paper =
        new BufferedImage(label.getWidth(), label.getHeight(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < label.getHeight(); y++) {
      for (int x = 0; x < label.getWidth(); x++) {
        paper.setRGB(x, y, (label.getRGB(x, y) & 0xFF) < 128 ? 0xFF000000 : 0);
      }
    }
    return paper;
  }

  static BufferedImage filled(BufferedImage label, Color colour) {
    Graphics2D pen = label.createGraphics();
    pen.setColor(colour);
    pen.fillRect(0, 0, label.getWidth(), label.getHeight());
    pen.dispose();
    return label;
  }
}
