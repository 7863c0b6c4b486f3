package dev.cutoff.stock;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one line of an order needs.
 *
 * @param quantity units of the line
 * @param perUnit SKUs to take from the shelf for one unit: itself once, or the kit's components
 */
public record Demand(String lineId, Sku sku, long quantity, SortedMap<Sku, Long> perUnit) {
  public Demand {
    perUnit = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(perUnit));
    if (quantity < 1 || perUnit.isEmpty() || perUnit.values().stream().anyMatch(n -> n < 1)) {
      throw new IllegalArgumentException("a demand is of one unit or more: line " + lineId);
    }
  }

  public static Demand of(String lineId, Sku sku, long quantity) {
    return new Demand(lineId, sku, quantity, new TreeMap<>(Map.of(sku, 1L)));
  }

  /** The same line, of so many units. */
  public Demand of(long units) {
    return new Demand(lineId, sku, units, perUnit);
  }

  /** Units of a SKU that it needs in all. */
  public long units(Sku part) {
    return Math.multiplyExact(perUnit.getOrDefault(part, 0L), quantity);
  }
}
