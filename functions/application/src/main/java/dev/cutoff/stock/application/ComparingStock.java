package dev.cutoff.stock.application;

import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.Set;

/** Says of every stocked SKU that it may have changed: what got lost on the way is made up for. */
public final class ComparingStock {
  private final Merchants merchants;
  private final StockChanges changes;

  @Inject
  public ComparingStock(Merchants merchants, StockChanges changes) {
    this.merchants = merchants;
    this.changes = changes;
  }

  /**
   * Says so.
   *
   * @return of how many SKUs
   */
  public int compareAll() {
    Set<Sku> skus = merchants.current().items().keySet();
    changes.changed(skus);
    return skus.size();
  }
}
