package dev.cutoff.customs;

import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.util.List;

/**
 * What customs are told of a parcel, in the currency of the order.
 *
 * @param taxIds those that hold for the value of its shipment
 */
public record Declaration(Incoterm incoterm, List<TaxId> taxIds, List<Item> items) {
  public Declaration {
    taxIds = List.copyOf(taxIds);
    items = List.copyOf(items);
  }

  /**
   * Units of one SKU.
   *
   * @param value of all of them, after discounts and never zero
   * @param grams of all of them; 0 where nobody weighed them
   */
  public record Item(
      Sku sku,
      String description,
      long quantity,
      Money value,
      long grams,
      String hsCode,
      String originCountry) {}
}
