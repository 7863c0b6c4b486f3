package dev.cutoff.stock.application;

import dev.cutoff.stock.Sku;
import java.util.Collection;

/**
 * Is told that the availability of these SKUs may have changed, by whoever changed it, after the
 * change. A call that gets lost does no lasting harm: what follows is compared once an hour anyway,
 * so a queue that is down never takes its caller down.
 */
@FunctionalInterface
public interface StockChanges {
  void changed(Collection<Sku> skus);
}
