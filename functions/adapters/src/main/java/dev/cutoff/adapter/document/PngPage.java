package dev.cutoff.adapter.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PNG as a PDF page whose shorter side is four inches: carriers' labels are that wide. */
final class PngPage {
  /** 4 x 6 inches at 1,200 dpi, twice. */
  private static final long MOST_PIXELS = 70_000_000;

  /** The last chunk of every whole PNG: length, name, checksum. */
  private static final byte[] END = HexFormat.of().parseHex("0000000049454E44AE426082");

  private PngPage() {}

  static byte[] pdf(byte[] png) throws UnusableFile, IOException {
    int end = png.length - END.length;
    if (end < 0 || !Arrays.equals(png, end, png.length, END, 0, END.length)) {
      throw new UnusableFile("the PNG is cut off: its end is missing");
    }
    BufferedImage image = grey(png);
    float shorter = Math.min(image.getWidth(), image.getHeight());
    float points = LabelPaper.SIZE.getWidth() / shorter;
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      PDRectangle size = new PDRectangle(image.getWidth() * points, image.getHeight() * points);
      PDPage page = new PDPage(size);
      document.addPage(page);
      PDImageXObject picture = LosslessFactory.createFromImage(document, image);
      try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
        stream.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
      }
      PdfFile.describe(document, "Label", Arrays.hashCode(png));
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** Without colour, and white where it can be seen through. */
  private static BufferedImage grey(byte[] png) throws UnusableFile, IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
        throw new UnusableFile(
            "the PNG has %d x %d pixels".formatted(reader.getWidth(0), reader.getHeight(0)));
      }
      BufferedImage image = reader.read(0);
      BufferedImage grey =
          new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D pen = grey.createGraphics();
      pen.drawImage(image, 0, 0, Color.WHITE, null);
      pen.dispose();
      return grey;
    } finally {
      reader.dispose();
    }
  }
}
