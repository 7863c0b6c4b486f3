package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.CarrierHttp;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.TrackAnswer;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Carriers behind a Karrio server: {@code account.apiUrl} is the server, {@code account.number} the
 * connection there ("carrier_id"), the secret its API token. Read off Karrio 2026.1.32, and tested
 * against one.
 */
public final class KarrioProvider implements CarrierProvider {
  /** As carriers in the merchant file name it. */
  public static final String NAME = "karrio";

  /** For one question. Karrio draws a label in a second; the carrier behind it takes its time. */
  public static final Duration PATIENCE = Duration.ofSeconds(25);

  private final CarrierHttp http;
  private final Secrets secrets;
  private final LabelForms forms;
  private final InstantSource clock;

  public KarrioProvider(CarrierHttp http, Secrets secrets, LabelForms forms, InstantSource clock) {
    this.http = http;
    this.secrets = secrets;
    this.forms = forms;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Capability> can() {
    return Set.of(Capability.FIND_BY_REFERENCE, Capability.VOID, Capability.TRACK);
  }

  @Override
  public RateAnswer rates(Carrier carrier, RateRequest request) {
    return new KarrioRating(api(carrier), carrier).rates(request);
  }

  @Override
  public LabelAnswer buy(Carrier carrier, LabelRequest request) {
    return new KarrioPurchase(api(carrier), carrier, forms).buy(request);
  }

  /**
   * By the reference of its shipment. A draft was not bought so far; Karrio may still be waiting
   * for the carrier, so that only time tells.
   */
  @Override
  public FindAnswer find(Carrier carrier, LabelRequest request) {
    KarrioApi api = api(carrier);
    KarrioPurchase purchase = new KarrioPurchase(api, carrier, forms);
    Optional<KarrioShipment> bought = purchase.bought(api.shipments(request.reference()));
    return bought
        .map(shipment -> purchase.found(request, shipment))
        .orElseGet(() -> Settling.notFound(carrier, request, clock.instant()));
  }

  @Override
  public VoidAnswer voidLabel(Carrier carrier, String labelId) {
    KarrioApi api = api(carrier);
    String path = KarrioApi.shipmentPath(labelId, "cancel");
    return switch (api.post(path, KarrioQuestions.nothing())) {
      case KarrioApi.Said.Yes(JsonNode body) when new KarrioShipment(body).isCancelled() ->
          new VoidAnswer.Voided();
      case KarrioApi.Said.Yes garbled -> throw NoAnswer.garbled();
      case KarrioApi.Said.No no -> new VoidAnswer.Refused(carrier.name() + ": " + no.words());
    };
  }

  /** Karrio follows what it sold, where the carrier behind it can be asked. */
  @Override
  public TrackAnswer track(Carrier carrier, String trackingNumber) {
    return switch (api(carrier).trackers(trackingNumber)) {
      case KarrioApi.Said.Yes(JsonNode body) when body.path("results").isArray() ->
          new TrackerReader(carrier.id(), clock.instant())
              .answer(trackingNumber, body.path("results"));
      case KarrioApi.Said.Yes garbled -> throw NoAnswer.garbled();
      case KarrioApi.Said.No no -> new TrackAnswer.Unknown(carrier.name() + ": " + no.words());
    };
  }

  private KarrioApi api(Carrier carrier) {
    return KarrioApi.of(http, carrier, secrets);
  }
}
