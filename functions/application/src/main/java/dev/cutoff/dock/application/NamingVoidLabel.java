package dev.cutoff.dock.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Makes a parcel with a void label visible to people: somebody has to find and stop it. */
public final class NamingVoidLabel {
  private final RaisingDockException raising;

  @Inject
  public NamingVoidLabel(RaisingDockException raising) {
    this.raising = raising;
  }

  /**
   * Names it; again is the same.
   *
   * @param code that was scanned: a tracking number, a parcel's or a shipment's id
   * @param where "at the packing bench", "at the dock", "by swift"
   * @param why "it was cancelled: stop the parcel, its label is void"
   */
  public void scanned(ShipmentId shipmentId, String code, String where, String why) {
    raising.raise(
        new DockException.Finding(
            "parcel " + code,
            Refusal.of(
                Reason.VOID_LABEL_SCANNED,
                "%s was scanned %s: %s. Dismiss this once it is found.".formatted(code, where, why),
                Map.of("shipmentId", shipmentId.value(), "code", code)),
            List.of(shipmentId.orderId())));
  }
}
