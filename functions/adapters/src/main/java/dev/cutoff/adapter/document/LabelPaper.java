package dev.cutoff.adapter.document;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * Brings a carrier's pages onto 4 x 6 inches. A page of that size stays as it is; of any other,
 * what is printed on it is taken, turned where that gives it more room, and made smaller where it
 * must be, never larger.
 */
final class LabelPaper {
  static final PDRectangle SIZE = new PDRectangle(288, 432);

  private static final int MOST_PAGES = 10;
  private static final int LARGEST_INCHES = 24;
  private static final double POINTS_PER_INCH = 72;
  private static final double TOLERANCE = 4;
  private static final double MARGIN = 4;

  /** Bars made smaller than this are narrower than carriers' scanners are promised. */
  private static final double SMALLEST_SCALE = 0.7;

  /** To look for what is printed. */
  private static final float LOOKING_DPI = 100;

  private static final double LEAST_INK = 0.001;
  private static final double MOST_INK = 0.9;

  private LabelPaper() {}

  /** The file itself where nothing has to be done. */
  static byte[] of(byte[] pdf, PDDocument source) throws UnusableFile, IOException {
    int pages = source.getNumberOfPages();
    if (pages == 0 || pages > MOST_PAGES) {
      throw new UnusableFile("the PDF has " + pages + " pages");
    }
    PDFRenderer renderer = new PDFRenderer(source);
    List<Place> places = new ArrayList<>();
    boolean asItIs = true;
    for (int i = 0; i < pages; i++) {
      PDPage page = source.getPage(i);
      boolean fits = page.getRotation() == 0 && isLabel(page.getCropBox());
      Place place = place(page, i, renderer);
      asItIs &= fits && place.inked();
      if (place.inked()) {
        places.add(fits ? place.whole() : place);
      }
    }
    if (places.isEmpty()) {
      throw new UnusableFile("the label is blank");
    }
    return asItIs ? pdf : drawn(source, places, Arrays.hashCode(pdf));
  }

  private static boolean isLabel(PDRectangle box) {
    return Math.abs(box.getWidth() - SIZE.getWidth()) <= TOLERANCE
        && Math.abs(box.getHeight() - SIZE.getHeight()) <= TOLERANCE;
  }

  /**
   * What of a page is printed.
   *
   * @param quarters turns to the right by which the page is looked at
   * @param printed in the page's own points, from the lower left corner of what is shown of it
   */
  private record Place(int page, PDRectangle shown, int quarters, Rectangle2D printed) {
    boolean inked() {
      return !printed.isEmpty();
    }

    Place whole() {
      return new Place(
          page, shown, 0, new Rectangle2D.Double(0, 0, shown.getWidth(), shown.getHeight()));
    }

    Matrix onLabel() throws UnusableFile {
      double upright = scale(quarters);
      double turned = scale(quarters + 1);
      double scale = Math.min(1, Math.max(upright, turned));
      if (scale < SMALLEST_SCALE) {
        throw new UnusableFile(
            "it is printed %.1f x %.1f inches large, and 4 x 6 are there"
                .formatted(
                    printed.getWidth() / POINTS_PER_INCH, printed.getHeight() / POINTS_PER_INCH));
      }
      int turns = Math.min(1, upright) >= Math.min(1, turned) ? quarters : quarters + 1;
      AffineTransform to =
          AffineTransform.getTranslateInstance(SIZE.getWidth() / 2, SIZE.getHeight() / 2);
      to.scale(scale, scale);
      to.quadrantRotate(-turns);
      to.translate(-printed.getCenterX(), -printed.getCenterY());
      return new Matrix(to);
    }

    private double scale(int turns) {
      boolean across = turns % 2 == 1;
      double width = across ? printed.getHeight() : printed.getWidth();
      double height = across ? printed.getWidth() : printed.getHeight();
      return Math.min(SIZE.getWidth() / width, SIZE.getHeight() / height);
    }
  }

  private static Place place(PDPage from, int index, PDFRenderer renderer)
      throws UnusableFile, IOException {
    PDRectangle shown = from.getCropBox();
    double largest = LARGEST_INCHES * POINTS_PER_INCH;
    if (shown.getWidth() > largest || shown.getHeight() > largest) {
      throw new UnusableFile("the page is larger than " + LARGEST_INCHES + " inches");
    }
    int quarters = from.getRotation() / 90;
    from.setRotation(0);
    Dots dots = Dots.of(renderer.renderImageWithDPI(index, LOOKING_DPI, ImageType.GRAY));
    if (dots.ink() > MOST_INK) {
      throw new UnusableFile("the label is black all over");
    }
    Rectangle ink = dots.ink() < LEAST_INK ? new Rectangle() : dots.printed();
    if (ink.isEmpty()) {
      return new Place(index, shown, quarters, new Rectangle2D.Double());
    }
    double point = POINTS_PER_INCH / LOOKING_DPI;
    Rectangle2D printed =
        new Rectangle2D.Double(
            ink.x * point - MARGIN,
            shown.getHeight() - (ink.y + ink.height) * point - MARGIN,
            ink.width * point + 2 * MARGIN,
            ink.height * point + 2 * MARGIN);
    Rectangle2D page = new Rectangle2D.Double(0, 0, shown.getWidth(), shown.getHeight());
    return new Place(index, shown, quarters, printed.createIntersection(page));
  }

  private static byte[] drawn(PDDocument source, List<Place> places, long id)
      throws UnusableFile, IOException {
    try (PDDocument document = new PDDocument();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      LayerUtility layers = new LayerUtility(document);
      for (Place place : places) {
        PDPage from = source.getPage(place.page());
        from.setMediaBox(place.shown());
        PDFormXObject form = layers.importPageAsForm(source, from);
        PDPage page = new PDPage(SIZE);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
          stream.transform(place.onLabel());
          stream.drawForm(form);
        }
      }
      PdfFile.describe(document, "Label", id);
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
