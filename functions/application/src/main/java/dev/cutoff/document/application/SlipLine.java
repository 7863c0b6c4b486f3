package dev.cutoff.document.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a packing slip.
 *
 * @param sku the shop's stock keeping unit
 * @param name the item's name as the customer bought it
 * @param barcode GTIN or other code on the item; null where it has none
 * @param quantity units in this shipment, above zero
 * @param ordered units ordered in all, not below the quantity; the slip says so where more are to
 *     follow
 * @param properties what makes this line special, e.g. "Engraving: S.E."
 * @param components what a kit is made of, empty for a plain item
 * @param unitPriceMinor price of one unit in minor units of the slip's currency; printed only where
 *     the slip has prices
 */
public record SlipLine(
    String sku,
    String name,
    @Nullable String barcode,
    int quantity,
    int ordered,
    List<String> properties,
    List<SlipComponent> components,
    @Nullable Long unitPriceMinor) {

  public SlipLine {
    if (quantity < 1 || ordered < quantity) {
      throw new IllegalArgumentException(
          "A slip line needs a quantity above zero and not above what was ordered");
    }
    properties = List.copyOf(properties);
    components = List.copyOf(components);
  }
}
