package dev.cutoff.stock.application;

import dev.cutoff.stock.Sku;
import java.util.Collection;

/** Hears that units of SKUs became free or were taken: at least once, maybe late. */
@FunctionalInterface
public interface StockChanges {
  void changed(Collection<Sku> skus);
}
