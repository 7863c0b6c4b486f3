package dev.cutoff.adapter.document;

import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Labels and slips drawn by ourselves. Loading takes the time, so load once; threads wait for one
 * another.
 */
public final class PrintedDocuments implements ShippingDocuments {

  private static final float POINTS_PER_INCH = 72;

  private final Lettering lettering;
  private final TextFit fit;
  private final PdfFile pdf;

  private PrintedDocuments(Lettering lettering) {
    this.lettering = lettering;
    this.fit = new TextFit(lettering);
    this.pdf = new PdfFile(lettering);
  }

  public static PrintedDocuments load() {
    return new PrintedDocuments(Lettering.load());
  }

  @Override
  public synchronized LabelFiles label(LabelContent content) {
    List<Mark> marks = LabelLayout.of(content, fit);
    byte[] page =
        pdf.of(
            List.of(marks),
            new PDRectangle(4 * POINTS_PER_INCH, 6 * POINTS_PER_INCH),
            POINTS_PER_INCH / LabelLayout.DOTS_PER_INCH,
            "Label " + content.trackingNumber(),
            content.shipDate(),
            content.toString());
    return new LabelFiles(page, LabelZpl.of(marks, lettering));
  }

  @Override
  public synchronized byte[] packingSlip(SlipContent content) {
    return pdf.of(
        SlipLayout.of(content, fit),
        PDRectangle.LETTER,
        1,
        "Packing slip " + content.shipmentId(),
        content.placed(),
        content.toString());
  }
}
