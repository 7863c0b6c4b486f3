package dev.cutoff.shipment.application;

import dev.cutoff.shipment.Packed;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;

/**
 * Voids the labels that the packed parcels of a shipment do not fit, before others are bought. The
 * row says which ones before any of it happens, so that again is the same.
 */
public final class ReplacingLabels {
  private final LabelAttempts attempts;
  private final LabelPurchases purchases;

  @Inject
  public ReplacingLabels(LabelAttempts attempts, LabelPurchases purchases) {
    this.attempts = attempts;
    this.purchases = purchases;
  }

  void voidReplaced(Shipment.Planned shipment) {
    for (PlannedParcel parcel : shipment.parcels()) {
      Packed packed = parcel.packed();
      String labelId = packed == null ? null : packed.replaces();
      if (labelId != null) {
        attempts.of(shipment.id()).stream()
            .filter(each -> each.state() == State.BOUGHT && labelId.equals(each.labelId()))
            .forEach(purchases::giveBack);
      }
    }
  }
}
