package dev.cutoff.document.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a packing slip says. Texts may be of any script and any length and are wrapped.
 *
 * @param shopName the shop as the customer knows it
 * @param orderId Cutoff's order id
 * @param orderNumber the order's number as the customer knows it
 * @param shipmentId 1 to 80 characters of A-Z, a-z, 0-9, "_" and "-"; also the barcode that a
 *     packer scans
 * @param node the node that packs
 * @param shipTo recipient's address lines, name first
 * @param placed the day the order was placed, in the shop's zone
 * @param lines what is in the shipment, in the order it is to be printed; at least one
 * @param parcels the shipment's parcels as far as known, in their order
 * @param note the customer's or the shop's note on the order
 * @param giftMessage printed apart from all else; line breaks are kept
 * @param prices null, which should be the rule, prints no amount at all: the recipient may not be
 *     the buyer
 */
public record SlipContent(
    String shopName,
    String orderId,
    String orderNumber,
    String shipmentId,
    String node,
    List<String> shipTo,
    LocalDate placed,
    List<SlipLine> lines,
    List<SlipParcel> parcels,
    @Nullable String note,
    @Nullable String giftMessage,
    @Nullable SlipPrices prices) {

  public SlipContent {
    if (!shipmentId.matches("[0-9A-Za-z_-]{1,80}")) {
      throw new IllegalArgumentException(
          "A slip needs a shipment id of 1 to 80 letters, digits, _ and -");
    }
    if (lines.isEmpty()) {
      throw new IllegalArgumentException("A slip needs a line");
    }
    shipTo = List.copyOf(shipTo);
    lines = List.copyOf(lines);
    parcels = List.copyOf(parcels);
  }
}
