package dev.cutoff.stock.application;

import dev.cutoff.stock.Sku;
import java.time.Duration;
import java.util.Collection;

/** Has these SKUs looked at again after some time, fifteen minutes at most; may get lost. */
@FunctionalInterface
public interface Rechecks {
  void after(Duration wait, Collection<Sku> skus);
}
