package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Voids a label; one that was voided before is voided. */
final class UpsVoids {
  private static final String PATH = "/api/shipments/v2409/void/cancel/";
  private static final String DONE = "1";
  private static final Set<String> VOIDED_BEFORE = Set.of("190117");

  /** Too late, or UPS has the parcel. */
  private static final Set<String> WINDOW = Set.of("190101", "190102", "190124");

  private final UpsApi api;

  UpsVoids(UpsApi api) {
    this.api = api;
  }

  VoidAnswer voidLabel(Carrier carrier, CarrierAccount account, String labelId) {
    String shipment = LabelIds.shipment(labelId);
    Reply answer =
        api.change(
            account,
            LabelIds.isTest(labelId),
            UpsApi.Question.delete(
                PATH + URLEncoder.encode(shipment, StandardCharsets.UTF_8), "void-" + shipment));
    if (answer.isYes()) {
      String status =
          answer
              .body()
              .path("VoidShipmentResponse")
              .path("SummaryResult")
              .path("Status")
              .path("Code")
              .asText("");
      if (status.isEmpty()) {
        throw NoAnswer.garbled();
      }
      return status.equals(DONE)
          ? new VoidAnswer.Voided()
          : new VoidAnswer.Refused(carrier.name() + " did not void " + shipment);
    }
    UpsErrors errors = answer.errors();
    if (errors.isEmpty()) {
      throw answer.none();
    }
    if (errors.has(VOIDED_BEFORE)) {
      return new VoidAnswer.Voided();
    }
    return new VoidAnswer.Refused(
        carrier.name()
            + ": "
            + errors.told()
            + (errors.has(WINDOW)
                ? "; its labels can be voided within "
                    + words(account.voidWithin())
                    + " of their purchase"
                : ""));
  }

  private static String words(Duration window) {
    return window.toDays() > 0 ? window.toDays() + " days" : window.toHours() + " hours";
  }
}
