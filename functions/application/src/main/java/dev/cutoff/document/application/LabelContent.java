package dev.cutoff.document.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a parcel label says. Text may be of any script and any length; what does not fit is
 * cut with a visible ellipsis.
 *
 * @param carrierName the carrier as people know it
 * @param serviceName the service as the carrier calls it, printed as banner
 * @param trackingNumber 1 to 30 characters of A-Z, a-z, 0-9 and ". _ / -"; also the barcode,
 *     exactly so
 * @param from sender's address lines, name first, without blank lines
 * @param to recipient's address lines as they are to be printed, name first, postcode and country
 *     included
 * @param toPostcode the recipient's postcode by itself, printed large; null where the country has
 *     none
 * @param toCountry ISO 3166-1 alpha-2 code of the destination
 * @param shipDate the day of shipping in the node's own zone
 * @param weightGrams the parcel's weight in grams, above zero
 * @param parcelNumber this parcel's place in its shipment, from 1
 * @param parcelCount how many parcels the shipment has
 * @param orderId Cutoff's order id, for reference
 * @param shipmentId Cutoff's shipment id, for reference
 * @param routingCode the carrier's sorting code, printed very large; null where the carrier has
 *     none
 * @param zone the carrier's rate zone; null where it has none
 * @param box the code of the box the parcel is packed in; null where unknown
 * @param notices words a driver must see, e.g. "SIGNATURE REQUIRED"
 * @param test whether this label was not paid for and must not travel: SAMPLE - VOID is printed
 *     across it
 */
public record LabelContent(
    String carrierName,
    String serviceName,
    String trackingNumber,
    List<String> from,
    List<String> to,
    @Nullable String toPostcode,
    String toCountry,
    LocalDate shipDate,
    int weightGrams,
    int parcelNumber,
    int parcelCount,
    String orderId,
    String shipmentId,
    @Nullable String routingCode,
    @Nullable String zone,
    @Nullable String box,
    List<String> notices,
    boolean test) {

  public LabelContent {
    require(
        trackingNumber.matches("[0-9A-Za-z._/-]{1,30}"),
        "a tracking number of 1 to 30 letters, digits, and . _ / -");
    require(!to.isEmpty(), "a recipient");
    require(toCountry.matches("[A-Z]{2}"), "the destination as an ISO 3166-1 alpha-2 code");
    require(weightGrams > 0, "a weight above zero");
    require(
        parcelNumber >= 1 && parcelNumber <= parcelCount,
        "a parcel number from 1 to the number of parcels");
    from = List.copyOf(from);
    to = List.copyOf(to);
    notices = List.copyOf(notices);
  }

  private static void require(boolean held, String what) {
    if (!held) {
      throw new IllegalArgumentException("A label needs " + what);
    }
  }
}
