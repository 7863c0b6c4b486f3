package dev.cutoff.availability.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;

/**
 * A platform's own stock figures. A 5xx, a 429 or no answer is {@link
 * dev.cutoff.effect.application.TryAgainLater}; the store's own word is data.
 */
public interface StoreInventory {
  /** As {@link Store#channel()} names it. */
  String channel();

  /** Whether it counts by location; else it has one figure for the whole store. */
  boolean located();

  /**
   * What the store has now.
   *
   * @param items the SKUs, each with the platform's own id where it is known, else empty
   */
  Answer read(Store store, String apiSecret, Map<Sku, String> items);

  /**
   * Sets one figure where it still is what was read.
   *
   * @param key of this very change; sent again with it, it happens once
   */
  Outcome set(Store store, String apiSecret, Held held, long units, String key);

  /**
   * What the store has of a SKU at a location.
   *
   * @param item the platform's own id
   * @param units that can be bought there now; below zero where the store sold more than it had
   */
  record Held(Sku sku, String item, String location, long units) {}

  /** What the store says it has. */
  sealed interface Answer {
    /** SKUs that it does not sell, or does not count, are not in it. */
    record Stock(List<Held> held) implements Answer {
      public Stock {
        held = List.copyOf(held);
      }
    }

    record Refused(String why) implements Answer {}
  }

  /** What came of setting. */
  sealed interface Outcome {
    record Done() implements Outcome {}

    /** It is not what was read any more: read again. */
    record Changed() implements Outcome {}

    /** The store said no, and will say no again: a person must look. */
    record Refused(String why) implements Outcome {}
  }
}
