package dev.cutoff.document.application;

import dev.cutoff.customs.Declaration;
import java.time.LocalDate;
import java.util.List;

/**
 * What customs are shown of a shipment, or of one parcel of it.
 *
 * @param number the shipment's or parcel's id: the invoice's number
 * @param orderNumber the order's number as the customer knows it
 * @param date of shipping, in the node's zone
 * @param from sender's address lines, name first, country last
 * @param to recipient's address lines, name first, country last
 * @param phone the recipient's; empty where nobody knows it
 * @param carrierName the carrier as people know it
 * @param trackingNumbers of its parcels
 * @param declaration nothing lacking: what nobody filled in is never made up
 * @param grossGrams contents and boxes
 */
public record CustomsContent(
    String number,
    String orderNumber,
    LocalDate date,
    List<String> from,
    List<String> to,
    String phone,
    String carrierName,
    List<String> trackingNumbers,
    Declaration declaration,
    long grossGrams) {

  public CustomsContent {
    if (declaration.items().isEmpty() || !declaration.lacking().isEmpty()) {
      throw new IllegalArgumentException(
          "A customs form needs items, and of each all that is asked: " + declaration.lacking());
    }
    if (grossGrams < 1) {
      throw new IllegalArgumentException("A customs form needs a weight above zero");
    }
    from = List.copyOf(from);
    to = List.copyOf(to);
    trackingNumbers = List.copyOf(trackingNumbers);
  }
}
