package dev.cutoff.shipment;

import dev.cutoff.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel as it is to be bought: box, weight, carrier, service and day.
 *
 * @param parcelId shipment id and number
 * @param box id of the box in the merchant file
 * @param weightGrams contents and box
 * @param cost the quoted postage
 * @param deliveryDate the day the carrier means to deliver, in the recipient's zone
 * @param quotedAt when the carrier said the price
 * @param provisional the carrier did not say this price now: it is asked again before the label is
 *     bought
 * @param extras signature and insurance in the quoted postage; null where none
 * @param packed what the bench found; null before
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
    Instant quotedAt,
    boolean provisional,
    @Nullable ParcelExtras extras,
    @Nullable Packed packed) {
  /** One that is not packed yet. */
  public PlannedParcel(
      String parcelId,
      List<ShipmentLine> lines,
      String box,
      long weightGrams,
      String carrier,
      String service,
      Money cost,
      LocalDate shipDate,
      LocalDate deliveryDate,
      Instant quotedAt,
      boolean provisional,
      @Nullable ParcelExtras extras) {
    this(
        parcelId,
        lines,
        box,
        weightGrams,
        carrier,
        service,
        cost,
        shipDate,
        deliveryDate,
        quotedAt,
        provisional,
        extras,
        null);
  }

  /** One at a price that the carrier stands by. */
  public PlannedParcel(
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
    this(
        parcelId,
        lines,
        box,
        weightGrams,
        carrier,
        service,
        cost,
        shipDate,
        deliveryDate,
        quotedAt,
        false,
        null);
  }

  public PlannedParcel {
    lines = List.copyOf(lines);
  }

  /** The same at what the carrier says now. */
  public PlannedParcel pricedAgain(Money price, Instant at) {
    return new PlannedParcel(
        parcelId,
        lines,
        box,
        weightGrams,
        carrier,
        service,
        price,
        shipDate,
        deliveryDate,
        at,
        false,
        extras,
        packed);
  }

  /** The same once the bench has weighed it, within what is tolerated: it is bought as planned. */
  public PlannedParcel packedAsPlanned(Packed found) {
    return with(found, box, weightGrams, provisional);
  }

  /**
   * The same as what it turned out to be.
   *
   * @param priceUnknown the carrier has to say its price before it is bought
   */
  public PlannedParcel packedOtherwise(Packed found, boolean priceUnknown) {
    return with(found, found.box(), found.weightGrams(), priceUnknown);
  }

  private PlannedParcel with(
      @Nullable Packed found, String inBox, long grams, boolean priceUnknown) {
    return new PlannedParcel(
        parcelId,
        lines,
        inBox,
        grams,
        carrier,
        service,
        cost,
        shipDate,
        deliveryDate,
        quotedAt,
        priceUnknown,
        extras,
        found);
  }

  /** What the carrier does with it beyond carrying. */
  public ParcelExtras extrasOrNone() {
    return extras == null ? ParcelExtras.NONE : extras;
  }
}
