package dev.cutoff.availability.application;

import dev.cutoff.availability.Shown;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Optional;

/** What stores were last seen to show, a row for each store and SKU. */
public interface ShownStock {
  /** Of all stores, by store. */
  List<Shown> of(Sku sku);

  /**
   * Writes it where its version is one more than that of the row, or 1 and no row is there.
   *
   * @return false where somebody else was faster
   */
  boolean save(Shown shown);

  /** Writes down which SKU the platform's own id is. */
  void name(StoreId store, String item, Sku sku);

  /** Which SKU the platform's own id is, as far as it was seen. */
  Optional<Sku> skuOf(StoreId store, String item);
}
