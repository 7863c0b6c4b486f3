package dev.cutoff.merchant;

import dev.cutoff.stock.Sku;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A SKU that is sold as one and picked as several.
 *
 * @param components units of each SKU in one kit
 */
public record Kit(Sku sku, String name, SortedMap<Sku, Long> components) {
  public Kit {
    components = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(components));
  }
}
