package dev.cutoff.shipment;

import dev.cutoff.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A parcel as it is to be bought: box, weight, carrier, service and day.
 *
 * @param parcelId shipment id and number
 * @param box id of the box in the merchant file
 * @param weightGrams contents and box
 * @param cost the quoted postage
 * @param deliveryDate the day the carrier means to deliver, in the recipient's zone
 * @param quotedAt when the carrier said the price
 */
public record PlannedParcel(
    String parcelId,
    List<ShipmentLine> lines,
    String box,
    long weightGrams,
    String carrier,
    String service,
    Money cost,
    LocalDate shipDate,
    LocalDate deliveryDate,
    Instant quotedAt) {
  public PlannedParcel {
    lines = List.copyOf(lines);
  }
}
