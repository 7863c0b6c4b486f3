package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.PostageLabel;
import com.easypost.model.Shipment;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The document of a label that was bought. */
final class LabelPapers {
  private final LabelDownload download;
  private final LabelForms forms;

  LabelPapers(LabelDownload download, LabelForms forms) {
    this.download = download;
    this.forms = forms;
  }

  LabelAnswer sold(Carrier carrier, Shipment shipment, Money cost) {
    PostageLabel label = shipment.getPostageLabel();
    String url = url(label);
    if (url == null) {
      return unprintable(shipment, cost, "it has no document");
    }
    Optional<URI> from = LabelDownload.allowed(url, EasyPostApi.address(carrier));
    if (from.isEmpty()) {
      return unprintable(shipment, cost, "its document is kept by a stranger");
    }
    Optional<LabelForms.Format> format = format(label, url);
    if (format.isEmpty()) {
      return unprintable(shipment, cost, "its document is neither PDF, PNG nor ZPL");
    }
    return switch (forms.of(format.get(), download.fetch(from.get()))) {
      case LabelForms.Outcome.Made made ->
          new LabelAnswer.Bought(shipment.getId(), shipment.getTrackingCode(), cost, made.files());
      case LabelForms.Outcome.Unprintable not -> unprintable(shipment, cost, not.why());
    };
  }

  private static LabelAnswer unprintable(Shipment shipment, Money cost, String why) {
    return new LabelAnswer.Unprintable(shipment.getId(), shipment.getTrackingCode(), cost, why);
  }

  /** The PDF that was asked for, also where it was made of another one. */
  private static @Nullable String url(PostageLabel label) {
    return label.getLabelPdfUrl() != null ? label.getLabelPdfUrl() : label.getLabelUrl();
  }

  private static Optional<LabelForms.Format> format(PostageLabel label, String url) {
    if (url.equals(label.getLabelPdfUrl())) {
      return Optional.of(LabelForms.Format.PDF);
    }
    String type = label.getLabelFileType() == null ? "" : label.getLabelFileType();
    return switch (type) {
      case "application/pdf" -> Optional.of(LabelForms.Format.PDF);
      case "image/png" -> Optional.of(LabelForms.Format.PNG);
      case "application/zpl" -> Optional.of(LabelForms.Format.ZPL);
      default -> Optional.empty();
    };
  }
}
