package dev.cutoff.stock.application;

import dev.cutoff.stock.Shelf;

/** Hears how often reservations got in each other's way, and says so on shelves that are hot. */
@FunctionalInterface
public interface ShelfHeat {
  /** So many more, just now. */
  void collided(Shelf shelf, int times);
}
