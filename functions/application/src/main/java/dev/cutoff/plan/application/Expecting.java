package dev.cutoff.plan.application;

import dev.cutoff.plan.Receipt;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Set;

/** What is inbound and promised to nobody. Asked only where it may change the choice. */
@FunctionalInterface
public interface Expecting {
  /** For who does not wait. */
  Expecting NOTHING = skus -> List.of();

  /** Units of these, the soonest first, on days that are still to come. */
  List<Receipt.Expected> of(Set<Sku> skus);
}
