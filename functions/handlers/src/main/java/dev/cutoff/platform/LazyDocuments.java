package dev.cutoff.platform;

import dev.cutoff.adapter.document.PrintedDocuments;
import dev.cutoff.document.application.CustomsContent;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.PrintForm;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import java.util.List;

/** Loads its fonts when the first document is drawn: most functions never draw one. */
public final class LazyDocuments implements ShippingDocuments, PrintSheets, CustomsForms {
  private final Once<PrintedDocuments> documents = new Once<>(PrintedDocuments::load);

  @Override
  public LabelFiles label(LabelContent content) {
    return documents.get().label(content);
  }

  @Override
  public byte[] packingSlip(SlipContent content) {
    return documents.get().packingSlip(content);
  }

  @Override
  public byte[] slipWithLabels(SlipContent content, PrintForm paper, List<byte[]> labels) {
    return documents.get().slipWithLabels(content, paper, labels);
  }

  @Override
  public String zpl300(byte[] label) {
    return documents.get().zpl300(label);
  }

  @Override
  public byte[] joined(List<byte[]> files) {
    return documents.get().joined(files);
  }

  @Override
  public byte[] commercialInvoice(CustomsContent content) {
    return documents.get().commercialInvoice(content);
  }

  @Override
  public byte[] cn22(CustomsContent content) {
    return documents.get().cn22(content);
  }

  @Override
  public byte[] cn23(CustomsContent content) {
    return documents.get().cn23(content);
  }
}
