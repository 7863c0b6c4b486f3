package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.shipment.Packed;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;

/**
 * Voids the labels that the packed parcels of a shipment do not fit, before others are bought. The
 * row says which ones before any of it happens, so that again is the same.
 */
public final class ReplacingLabels {
  private final LabelAttempts attempts;
  private final LabelPurchases purchases;
  private final Providers providers;

  @Inject
  public ReplacingLabels(LabelAttempts attempts, LabelPurchases purchases, Providers providers) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.providers = providers;
  }

  void voidReplaced(Shipment.Planned shipment) {
    for (PlannedParcel parcel : shipment.parcels()) {
      Packed packed = parcel.packed();
      String labelId = packed == null ? null : packed.replaces();
      if (labelId != null) {
        attempts.of(shipment.id()).stream()
            .filter(each -> each.state() == State.BOUGHT && labelId.equals(each.labelId()))
            .forEach(each -> voidPaid(each, labelId));
      }
    }
  }

  /** What the carrier keeps the money for stays on the list of what is to be voided. */
  private void voidPaid(Attempt attempt, String labelId) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    attempts.record(
        switch (providers.of(carrier).voidLabel(carrier, labelId)) {
          case VoidAnswer.Voided voided -> attempt.in(State.VOIDED);
          case VoidAnswer.Refused refused -> attempt.in(State.ORPHAN);
        });
  }
}
