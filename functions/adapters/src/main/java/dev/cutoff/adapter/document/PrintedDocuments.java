package dev.cutoff.adapter.document;

import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Labels and slips drawn by ourselves. Loading takes the time, so load once; threads wait for one
 * another.
 */
public final class PrintedDocuments implements ShippingDocuments, PrintSheets, CustomsForms {

  private static final float POINTS_PER_INCH = 72;
  private static final int FINE_DPI = 300;

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
        SlipLayout.of(content, SlipPages.Paper.plain(PDRectangle.LETTER.getHeight()), fit),
        PDRectangle.LETTER,
        1,
        "Packing slip " + content.shipmentId(),
        content.placed(),
        content.toString());
  }

  @Override
  public synchronized byte[] slipWithLabels(
      SlipContent content, PrintForm paper, List<byte[]> labels) {
    PDRectangle size =
        switch (paper) {
          case A4 -> PDRectangle.A4;
          case LETTER -> PDRectangle.LETTER;
          case PDF_4X6, ZPL_203, ZPL_300 ->
              throw new IllegalArgumentException("no room for a slip on " + paper);
        };
    byte[] slip =
        pdf.of(
            SlipLayout.of(content, SlipPages.Paper.withLabel(size.getHeight()), fit),
            size,
            1,
            "Packing slip and label " + content.shipmentId(),
            content.placed(),
            content.toString());
    return SheetWithLabel.of(slip, size, labels);
  }

  @Override
  public String zpl300(byte[] label) {
    try {
      return RenderedLabels.zpl(label, FINE_DPI);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] joined(List<byte[]> files) {
    return RenderedLabels.joined(files);
  }

  @Override
  public synchronized byte[] commercialInvoice(CustomsContent content) {
    return customs(CustomsLayout.invoice(content, fit), PDRectangle.LETTER, "Invoice", content);
  }

  @Override
  public synchronized byte[] cn22(CustomsContent content) {
    return customs(Cn22Layout.of(content, fit), LabelPaper.SIZE, "CN 22", content);
  }

  @Override
  public synchronized byte[] cn23(CustomsContent content) {
    return customs(CustomsLayout.cn23(content, fit), PDRectangle.LETTER, "CN 23", content);
  }

  private byte[] customs(
      List<List<Mark>> pages, PDRectangle size, String name, CustomsContent content) {
    return pdf.of(
        pages, size, 1, name + " " + content.number(), content.date(), name + content.toString());
  }
}
