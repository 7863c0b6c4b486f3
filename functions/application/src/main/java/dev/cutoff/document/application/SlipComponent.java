package dev.cutoff.document.application;

import org.jspecify.annotations.Nullable;

/**
 * A part of a kit, which the packer picks by itself.
 *
 * @param sku the part's stock keeping unit
 * @param name the part's name
 * @param barcode GTIN or other code on the part; null where it has none
 * @param quantity units to put into this shipment for all kits of the line together, above zero
 */
public record SlipComponent(String sku, String name, @Nullable String barcode, int quantity) {

  public SlipComponent {
    if (quantity < 1) {
      throw new IllegalArgumentException("A component needs a quantity above zero");
    }
  }
}
