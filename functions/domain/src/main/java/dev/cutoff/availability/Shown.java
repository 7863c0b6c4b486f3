package dev.cutoff.availability;

import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a store was last seen to show of a SKU.
 *
 * @param item the platform's own id of it; empty where it is not sold there or has none
 * @param version counts the writes
 * @param comparedAt when the store was last asked and anything was new
 * @param places by the platform's location
 * @param open the store's movements that are not explained yet
 * @param last the latest difference that nothing explained
 */
public record Shown(
    StoreId store,
    Sku sku,
    String item,
    long version,
    Instant comparedAt,
    SortedMap<String, Place> places,
    @Nullable Unexplained open,
    @Nullable Difference last) {
  public Shown {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /**
   * One location.
   *
   * @param ours what the store might sell when both were compared
   * @param inStore what it showed after that
   * @param at when it last changed
   */
  public record Place(long ours, long inStore, Instant at) {}

  /**
   * A difference that nothing explained.
   *
   * @param units by which the store differed, above zero where it had more
   * @param what became of it
   */
  public record Difference(long units, Instant at, What what) {}

  /** What became of a difference. */
  public enum What {
    /** The store's figure was set to ours. */
    SET,
    /** The store is right: its figure was taken as a count. */
    COUNTED,
    /** The store is right, and its figure could not be taken: a person must look. */
    NOT_COUNTED
  }

  public static Shown never(StoreId store, Sku sku) {
    return new Shown(store, sku, "", 0, Instant.EPOCH, new TreeMap<>(), null, null);
  }

  /** The store was asked and has no such thing. */
  public boolean notSold() {
    return version > 0 && places.isEmpty();
  }

  /** Whether it says the same, but for when. */
  public boolean same(Shown other) {
    return item.equals(other.item)
        && figures().equals(other.figures())
        && java.util.Objects.equals(open, other.open)
        && java.util.Objects.equals(last, other.last);
  }

  private SortedMap<String, String> figures() {
    SortedMap<String, String> figures = new TreeMap<>();
    places.forEach(
        (location, place) -> figures.put(location, place.ours() + "/" + place.inStore()));
    return figures;
  }
}
