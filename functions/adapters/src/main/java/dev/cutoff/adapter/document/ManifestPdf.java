package dev.cutoff.adapter.document;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.application.ManifestSheet;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * The sheet that a driver signs: what leaves, line by line, on Letter paper. Loading takes the
 * time, so it waits for the first sheet; threads wait for one another.
 */
public final class ManifestPdf implements ManifestSheet {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final double LEFT = 40;
  private static final double RIGHT = 572;
  private static final double FIRST_ROW = 150;
  private static final double ROW = 14;
  private static final double LAST_ROW = 690;
  private static final int ROWS = (int) ((LAST_ROW - FIRST_ROW) / ROW);
  private static final double MIDDLE = 250;
  private static final double BARS = 250;

  private @Nullable PdfFile file;

  @Override
  public synchronized byte[] pdf(Manifest manifest, String shop, String node, String carrier) {
    PdfFile known = file;
    PdfFile drawn = known == null ? new PdfFile(Lettering.load()) : known;
    file = drawn;
    int count = Math.max(1, Math.ceilDiv(manifest.entries().size(), ROWS));
    List<List<Mark>> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Mark> marks = new ArrayList<>();
      head(marks, manifest, shop, node, carrier);
      rows(marks, manifest, i * ROWS);
      foot(marks, i + 1, count);
      pages.add(marks);
    }
    return drawn.of(
        pages,
        PDRectangle.LETTER,
        1,
        "Manifest " + manifest.id().reference(),
        manifest.id().date(),
        manifest.id().reference() + manifest.entries());
  }

  private static void head(
      List<Mark> marks, Manifest manifest, String shop, String node, String carrier) {
    marks.add(text(LEFT, 50, 16, true, PrintableText.line(shop)));
    marks.add(text(LEFT, 70, 11, false, "Manifest " + manifest.id().reference()));
    marks.add(
        text(
            LEFT,
            88,
            10,
            false,
            PrintableText.line(
                "%s from %s, %s".formatted(carrier, node, DAY.format(manifest.id().date())))));
    marks.add(
        text(
            LEFT,
            104,
            10,
            true,
            "%d parcel(s), %s"
                .formatted(
                    manifest.entries().size(), Weight.of(Math.toIntExact(manifest.grams())))));
    Code128Bars code = Code128Bars.of(manifest.id().reference());
    double module = Math.min(1.2, BARS / code.modules());
    marks.add(new Mark.Bars(RIGHT - module * code.modules(), 36, module, 36, code));
    marks.add(new Mark.Fill(LEFT, 116, RIGHT - LEFT, 1.5, 0));
    marks.add(text(LEFT, 136, 8, true, "TRACKING NUMBER"));
    marks.add(text(MIDDLE, 136, 8, true, "PARCEL"));
    marks.add(right(RIGHT, 136, 8, true, "WEIGHT"));
  }

  private static void rows(List<Mark> marks, Manifest manifest, int first) {
    double y = FIRST_ROW;
    int end = Math.min(manifest.entries().size(), first + ROWS);
    for (Manifest.Entry entry : manifest.entries().subList(first, end)) {
      marks.add(text(LEFT, y, 9, false, PrintableText.line(entry.trackingNumber())));
      marks.add(text(MIDDLE, y, 9, false, entry.parcelId()));
      marks.add(right(RIGHT, y, 9, false, Weight.of(Math.toIntExact(entry.grams()))));
      y += ROW;
    }
  }

  private static void foot(List<Mark> marks, int page, int count) {
    marks.add(new Mark.Fill(LEFT, 730, 240, 0.7, 0));
    marks.add(text(LEFT, 742, 8, false, "Driver, date and time"));
    marks.add(right(RIGHT, 742, 8, false, "Page %d of %d".formatted(page, count)));
  }

  private static Mark text(double x, double y, double size, boolean bold, String text) {
    return new Mark.Text(x, y, size, bold, Mark.Align.LEFT, 0, RIGHT - x, text);
  }

  private static Mark right(double x, double y, double size, boolean bold, String text) {
    return new Mark.Text(x, y, size, bold, Mark.Align.RIGHT, 0, x - LEFT, text);
  }
}
