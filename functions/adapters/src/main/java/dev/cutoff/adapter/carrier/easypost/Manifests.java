package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.ScanForm;
import com.easypost.model.Shipment;
import dev.cutoff.adapter.carrier.easypost.EasyPostApi.Said;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.carrier.application.ManifestRequest.Labelled;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Closes the day with a scan form. A shipment is on one form at most, for ever: who asks again
 * finds the first one by its first parcel.
 */
final class Manifests {
  private static final String FAILED = "failed";
  private static final String NOT_BY_THIS_CARRIER = "SCAN_FORM.CREATE.CARRIER_NOT_SUPPORTED";

  private final EasyPostApi api;
  private final LabelDownload download;

  Manifests(EasyPostApi api, LabelDownload download) {
    this.api = api;
    this.download = download;
  }

  ManifestAnswer close(Carrier carrier, ManifestRequest request) {
    if (request.labels().isEmpty()) {
      return new ManifestAnswer.Refused("there is no label to put onto it");
    }
    Optional<ScanForm> before = before(carrier, request.labels().getFirst());
    if (before.isPresent()) {
      return closed(carrier, request, before.get());
    }
    Map<String, Object> form = new HashMap<>();
    form.put(
        "shipments",
        request.labels().stream().map(label -> Map.of("id", label.labelId())).toList());
    return switch (api.ask(carrier, client -> client.scanForm.create(form))) {
      case Said.Yes<ScanForm> yes when FAILED.equals(yes.value().getStatus()) ->
          new ManifestAnswer.Refused(
              api.words(carrier, yes.value().getMessage(), "it gave no reason"));
      case Said.Yes<ScanForm> yes -> closed(carrier, request, yes.value());
      case Said.No<ScanForm> no when no.code().equals(NOT_BY_THIS_CARRIER) ->
          new ManifestAnswer.NotWanted();
      case Said.No<ScanForm> no -> new ManifestAnswer.Refused(no.words());
    };
  }

  private Optional<ScanForm> before(Carrier carrier, Labelled first) {
    return switch (api.ask(carrier, client -> client.shipment.retrieve(first.labelId()))) {
      case Said.Yes<Shipment> yes when !first.labelId().equals(yes.value().getId()) ->
          throw NoAnswer.garbled();
      case Said.Yes<Shipment> yes -> Optional.ofNullable(yes.value().getScanForm());
      case Said.No<Shipment> no -> Optional.empty();
    };
  }

  private ManifestAnswer closed(Carrier carrier, ManifestRequest request, ScanForm form) {
    if (form.getId() == null) {
      throw NoAnswer.garbled();
    }
    List<String> on = Objects.requireNonNullElse(form.getTrackingCodes(), List.<String>of());
    List<String> leftOut =
        request.labels().stream()
            .filter(label -> !on.contains(label.trackingNumber()))
            .map(Labelled::labelId)
            .toList();
    return new ManifestAnswer.Closed(form.getId(), document(carrier, form), leftOut);
  }

  private Optional<byte[]> document(Carrier carrier, ScanForm form) {
    String url = Objects.requireNonNullElse(form.getFormUrl(), "");
    Optional<URI> from =
        "application/pdf".equals(form.getFormFileType())
            ? LabelDownload.allowed(url, EasyPostApi.address(carrier))
            : Optional.empty();
    return from.map(download::fetch);
  }
}
