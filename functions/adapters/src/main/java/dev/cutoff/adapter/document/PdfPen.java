package dev.cutoff.adapter.document;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/** Draws marks onto one PDF page, turning the layout's unit and origin into the page's. */
final class PdfPen {

  private final PDPageContentStream page;
  private final Fonts fonts;
  private final Lettering lettering;
  private final double scale;
  private final double pageHeight;

  PdfPen(
      PDPageContentStream page, Fonts fonts, Lettering lettering, double scale, double pageHeight) {
    this.page = page;
    this.fonts = fonts;
    this.lettering = lettering;
    this.scale = scale;
    this.pageHeight = pageHeight;
  }

  void draw(Mark mark) throws IOException {
    switch (mark) {
      case Mark.Text text -> text(text);
      case Mark.Fill fill -> {
        shade(fill.shade());
        rectangle(fill.x(), fill.y(), fill.width(), fill.height());
        page.fill();
      }
      case Mark.Tick tick -> {
        page.setStrokingColor(0f);
        page.setLineWidth(0.7f);
        rectangle(tick.x(), tick.y(), tick.side(), tick.side());
        page.stroke();
      }
      case Mark.Bars bars -> {
        shade(0);
        for (Code128Bars.Bar bar : bars.code().bars()) {
          rectangle(
              bars.x() + bar.start() * bars.module(),
              bars.y(),
              bar.width() * bars.module(),
              bars.height());
        }
        page.fill();
      }
      case Mark.Across across -> across(across);
    }
  }

  private void text(Mark.Text text) throws IOException {
    double width = lettering.width(text.text(), text.size(), text.bold());
    double x =
        switch (text.align()) {
          case LEFT -> text.x();
          case CENTER -> text.x() - width / 2;
          case RIGHT -> text.x() - width;
        };
    shade(text.shade());
    for (Lettering.Run run : lettering.runs(VisualOrder.of(text.text()), text.bold())) {
      if (run.pixelled()) {
        pixels(run.text(), x, text.baseline(), text.size());
      } else {
        letters(
            run.text(),
            text.size(),
            text.bold(),
            Matrix.getTranslateInstance(x(x), y(text.baseline())));
      }
      x += lettering.width(run.text(), text.size(), text.bold());
    }
  }

  private void letters(String text, double size, boolean bold, Matrix where) throws IOException {
    page.beginText();
    page.setFont(bold ? fonts.bold() : fonts.regular(), (float) (size * scale));
    page.setTextMatrix(where);
    page.showText(text);
    page.endText();
  }

  private void pixels(String text, double x, double baseline, double size) throws IOException {
    page.beginText();
    for (PixelType.Piece piece : fonts.pixels().pieces(text)) {
      double at = x + piece.column() * size / PixelFont.ROWS;
      page.setFont(piece.font(), (float) (size * scale));
      page.setTextMatrix(Matrix.getTranslateInstance(x(at), y(baseline)));
      page.showText(piece.code());
    }
    page.endText();
  }

  /**
   * From the lower left to the upper right corner, pale, so that all that is drawn later stays
   * legible.
   */
  private void across(Mark.Across mark) throws IOException {
    double diagonal = Math.hypot(mark.width(), mark.height());
    double size = 0.82 * diagonal / lettering.width(mark.text(), 1, true);
    double slope = Math.atan2(mark.height(), mark.width());
    double length = lettering.width(mark.text(), size, true);
    AffineTransform where =
        AffineTransform.getTranslateInstance(
            x(mark.x() + mark.width() / 2), y(mark.y() + mark.height() / 2));
    where.rotate(slope);
    where.translate(-length * scale / 2, -size * scale * 0.36);
    shade(0.82);
    letters(mark.text(), size, true, new Matrix(where));
  }

  private void shade(double shade) throws IOException {
    page.setNonStrokingColor((float) shade);
  }

  private void rectangle(double x, double y, double width, double height) throws IOException {
    page.addRect(x(x), y(y + height), (float) (width * scale), (float) (height * scale));
  }

  private float x(double x) {
    return (float) (x * scale);
  }

  private float y(double y) {
    return (float) (pageHeight - y * scale);
  }

  record Fonts(PDFont regular, PDFont bold, PixelType pixels) {}
}
