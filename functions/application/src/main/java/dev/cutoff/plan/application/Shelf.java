package dev.cutoff.plan.application;

import dev.cutoff.stock.Sku;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parts of an order a node has. Asked at every step of the search. */
final class Shelf {
  private final List<Part> parts;
  private final Map<Sku, Long> free;
  private final boolean shared;
  private long alone;

  Shelf(List<Part> parts, Map<Sku, Long> free) {
    this.parts = parts;
    this.free = free;
    Set<Sku> seen = new HashSet<>();
    boolean twice = false;
    for (int i = 0; i < parts.size(); i++) {
      Map<Sku, Long> wanted = new HashMap<>();
      parts.get(i).addTo(wanted);
      alone |= isThere(wanted) ? 1L << i : 0;
      for (Sku sku : wanted.keySet()) {
        twice |= !seen.add(sku);
      }
    }
    this.shared = twice;
  }

  /** Of a SKU that several parts want the sum has to be there. */
  boolean has(long some) {
    if ((some & ~alone) != 0) {
      return false;
    }
    if (!shared) {
      return true;
    }
    Map<Sku, Long> wanted = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      if ((some & (1L << i)) != 0) {
        parts.get(i).addTo(wanted);
      }
    }
    return isThere(wanted);
  }

  private boolean isThere(Map<Sku, Long> wanted) {
    return wanted.entrySet().stream()
        .allMatch(each -> free.getOrDefault(each.getKey(), 0L) >= each.getValue());
  }
}
