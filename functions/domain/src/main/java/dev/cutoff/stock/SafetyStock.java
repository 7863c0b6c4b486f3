package dev.cutoff.stock;

/**
 * Units of a SKU that routing leaves at a node for what goes wrong. They are data of the merchant
 * file and no part of the counters: whoever takes units brings it along.
 */
@FunctionalInterface
public interface SafetyStock {
  SafetyStock NONE = (sku, node) -> 0;

  long units(Sku sku, NodeId node);
}
