package dev.cutoff.shipment.application;

import dev.cutoff.shipment.ShipmentId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bench says of a shipment.
 *
 * @param anyPrice somebody saw that it costs more, and wants it so
 */
public record Packing(ShipmentId shipmentId, List<OnBench> parcels, boolean anyPrice, String by) {
  public Packing {
    parcels = List.copyOf(parcels);
  }

  /**
   * A parcel as it is.
   *
   * @param parcelId null where the shipment has one
   * @param box null where it is the planned one
   * @param weightGrams contents and box
   */
  public record OnBench(@Nullable String parcelId, @Nullable String box, long weightGrams) {}
}
