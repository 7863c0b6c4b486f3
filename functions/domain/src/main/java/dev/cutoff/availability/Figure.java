package dev.cutoff.availability;

import org.jspecify.annotations.Nullable;

/**
 * What a store shows of a SKU at one location, beside what it may.
 *
 * @param ours what it may sell, after our stock
 * @param inStore what it has now, after the store itself
 * @param before what was ours when both were compared last; null where they never were
 */
public record Figure(String location, long ours, long inStore, @Nullable Long before) {
  long oursSince() {
    return before == null ? 0 : ours - before;
  }

  long theirsSince() {
    return before == null ? 0 : inStore - before;
  }
}
