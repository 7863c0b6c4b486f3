package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;

/**
 * What UPS does beyond carrying, the same in a rate and in a label, so that both have one price. A
 * signature belongs to the package within the United States and to the shipment elsewhere, under
 * other codes.
 */
final class UpsOptions {
  private UpsOptions() {}

  static void write(
      UpsPlace from, UpsPlace to, ParcelExtras extras, ObjectNode shipment, ObjectNode parcel) {
    boolean within = from.unitedStates() && to.unitedStates();
    Money insured = extras.insured();
    if (insured != null) {
      UpsMoney.write(
          insured, parcel.withObject("/PackageServiceOptions").putObject("DeclaredValue"));
    }
    if (extras.signature() == Signature.NONE) {
      return;
    }
    if (within) {
      parcel
          .withObject("/PackageServiceOptions")
          .putObject("DeliveryConfirmation")
          .put("DCISType", extras.signature() == Signature.ADULT ? "3" : "2");
    } else {
      shipment
          .withObject("/ShipmentServiceOptions")
          .putObject("DeliveryConfirmation")
          .put("DCISType", extras.signature() == Signature.ADULT ? "2" : "1");
    }
  }
}
