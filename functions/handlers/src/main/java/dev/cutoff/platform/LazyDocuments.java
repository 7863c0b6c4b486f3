package dev.cutoff.platform;

import dev.cutoff.adapter.document.PrintedDocuments;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;

/** Loads its fonts when the first document is drawn: most functions never draw one. */
public final class LazyDocuments implements ShippingDocuments {
  private final Once<ShippingDocuments> documents = new Once<>(PrintedDocuments::load);

  @Override
  public LabelFiles label(LabelContent content) {
    return documents.get().label(content);
  }

  @Override
  public byte[] packingSlip(SlipContent content) {
    return documents.get().packingSlip(content);
  }
}
