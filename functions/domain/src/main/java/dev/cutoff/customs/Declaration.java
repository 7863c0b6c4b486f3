package dev.cutoff.customs;

import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.stream.Stream;

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

  /** Of all items; there is at least one. */
  public Money value() {
    return items.stream().map(Item::value).reduce(Money::plus).orElseThrow();
  }

  /** What no form may be filled in without: "TEE-BLK-M: HS code, weight". */
  public List<String> lacking() {
    return items.stream()
        .filter(item -> !item.lacking().isEmpty())
        .map(item -> item.sku() + ": " + String.join(", ", item.lacking()))
        .distinct()
        .toList();
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
      String originCountry) {
    /** "HS code", "country of origin", "customs description", "weight". */
    List<String> lacking() {
      return Stream.of(
              hsCode.isBlank() ? "HS code" : "",
              originCountry.isBlank() ? "country of origin" : "",
              description.isBlank() ? "customs description" : "",
              grams < 1 ? "weight" : "")
          .filter(each -> !each.isEmpty())
          .toList();
    }
  }
}
