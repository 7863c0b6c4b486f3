package dev.cutoff.shipment.application;

import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.application.CarrierProvider.FindAnswer;
import dev.cutoff.plan.application.CarrierProvider.LabelAnswer;
import dev.cutoff.plan.application.CarrierProvider.LabelRequest;
import dev.cutoff.plan.application.CarrierProvider.ParcelSpec;
import dev.cutoff.plan.application.Providers;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** What a carrier is asked for and what it sold, the same for who buys and for who undoes. */
public final class LabelPurchases {
  private final LabelAttempts attempts;
  private final Providers providers;
  private final ObjectStore objects;
  private final Merchants merchants;

  @Inject
  public LabelPurchases(
      LabelAttempts attempts, Providers providers, ObjectStore objects, Merchants merchants) {
    this.attempts = attempts;
    this.providers = providers;
    this.objects = objects;
    this.merchants = merchants;
  }

  FindAnswer find(
      Carrier carrier,
      Order order,
      Shipment.Planned shipment,
      PlannedParcel parcel,
      Attempt attempt) {
    return providers.of(carrier).find(carrier, request(order, shipment, parcel, attempt));
  }

  /** The files first, then the row that names them. */
  Attempt keep(Attempt attempt, LabelAnswer.Bought label) {
    String pdf = objects.put("labels", "pdf", label.files().pdf());
    String zpl = objects.put("labels", "zpl", label.files().zpl().getBytes(StandardCharsets.UTF_8));
    Attempt bought =
        attempt.bought(label.labelId(), label.trackingNumber(), label.cost(), pdf, zpl);
    attempts.record(bought);
    return bought;
  }

  LabelRequest request(
      Order order, Shipment.Planned shipment, PlannedParcel parcel, Attempt attempt) {
    Merchant merchant = merchants.current();
    Box box =
        merchant.boxes().stream()
            .filter(each -> each.id().equals(parcel.box()))
            .findFirst()
            .orElseThrow();
    return new LabelRequest(
        attempt.reference(),
        order.id(),
        shipment.id(),
        merchant.node(shipment.node()),
        order.shipTo().orElseThrow(),
        new ParcelSpec(parcel.weightGrams(), box.outer()),
        1 + shipment.parcels().indexOf(parcel),
        shipment.parcels().size(),
        parcel.service(),
        parcel.shipDate(),
        parcel.cost(),
        order.document().test());
  }
}
