package dev.cutoff.testkit.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads documents as others do: a scanner, a person, and a program that searches text. */
public final class PdfPictures {
  private PdfPictures() {}

  /** What a scanner reads on its first page. */
  public static String scanned(byte[] pdf, int dpi) throws IOException, NotFoundException {
    return scanned(picture(pdf, dpi));
  }

  /** The Code 128 on it. */
  public static String scanned(BufferedImage picture) throws NotFoundException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = pixels(picture);
    LuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    return new MultiFormatReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(
                DecodeHintType.POSSIBLE_FORMATS,
                List.of(BarcodeFormat.CODE_128),
                DecodeHintType.TRY_HARDER,
                true))
        .getText();
  }

  /** A gray picture as it is: Java brightens it where it is asked for colours. */
  private static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    if (picture.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      return picture.getRGB(0, 0, width, height, null, 0, width);
    }
    int[] gray = picture.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
    return Arrays.stream(gray).map(each -> (each << 16) | (each << 8) | each).toArray();
  }

  /** Its first page, as a printer of that fineness prints it. */
  public static BufferedImage picture(byte[] pdf, int dpi) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
    }
  }

  /** All of its text. */
  public static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  /** The text of one page; the first is 1. */
  public static String page(byte[] pdf, int number) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      return stripper.getText(document);
    }
  }

  public static int pages(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getNumberOfPages();
    }
  }
}
