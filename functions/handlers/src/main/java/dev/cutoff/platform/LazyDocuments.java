package dev.cutoff.platform;

import dev.cutoff.adapter.document.PrintedDocuments;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import org.jspecify.annotations.Nullable;

/** Loads its fonts when the first document is drawn: most functions never draw one. */
public final class LazyDocuments implements ShippingDocuments {
  private @Nullable ShippingDocuments loaded;

  @Override
  public LabelFiles label(LabelContent content) {
    return documents().label(content);
  }

  @Override
  public byte[] packingSlip(SlipContent content) {
    return documents().packingSlip(content);
  }

  private synchronized ShippingDocuments documents() {
    ShippingDocuments there = loaded;
    if (there == null) {
      there = PrintedDocuments.load();
      loaded = there;
    }
    return there;
  }
}
