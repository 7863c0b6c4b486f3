package dev.cutoff.availability.application;

import dev.cutoff.order.StoreId;

/** Is told why a store's stock could not be compared or set, for people who read logs. */
@FunctionalInterface
public interface StoreTrouble {
  void told(StoreId store, String why);
}
