package dev.cutoff.plan.application;

import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shipments that a plan makes of what an order holds. */
final class PlannedShipments {
  private PlannedShipments() {}

  static Shipment.Planned of(Shipment holder, Plan.Leg leg, String receipt, Instant now) {
    List<PlannedParcel> parcels = new ArrayList<>();
    for (int i = 0; i < leg.parcels().size(); i++) {
      Packing.Parcel parcel = leg.parcels().get(i);
      parcels.add(
          new PlannedParcel(
              holder.id().parcel(i + 1),
              parcel.lines(),
              parcel.box().id(),
              parcel.grams(),
              leg.carrier(),
              leg.service(),
              leg.postage().get(i),
              leg.day().date(),
              leg.deliveryDate(),
              now,
              leg.provisional(),
              extras(leg.extras().get(i))));
    }
    return new Shipment.Planned(
        holder.id(), holder.node(), holder.lines(), parcels, leg.day().cutoff(), receipt);
  }

  /** Most parcels want nothing, and their rows say nothing of it. */
  private static @Nullable ParcelExtras extras(ParcelExtras extras) {
    return extras.equals(ParcelExtras.NONE) ? null : extras;
  }

  static String inWords(Shipment.Planned shipment) {
    PlannedParcel first = shipment.parcels().getFirst();
    return "%s from %s, %d parcel(s), %s %s"
        .formatted(
            shipment.id(),
            shipment.node(),
            shipment.parcels().size(),
            first.carrier(),
            first.service());
  }
}
