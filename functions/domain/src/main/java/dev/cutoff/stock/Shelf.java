package dev.cutoff.stock;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where units lie: one SKU at one node, and of one lot where the SKU has lots.
 *
 * @param lot null where the SKU has none
 */
public record Shelf(Sku sku, NodeId node, @Nullable Lot lot) implements Comparable<Shelf> {
  private static final Comparator<Shelf> ORDER =
      Comparator.comparing(Shelf::sku)
          .thenComparing(Shelf::node)
          .thenComparing(Shelf::lot, Comparator.nullsFirst(Comparator.naturalOrder()));

  public static Shelf of(Sku sku, NodeId node) {
    return new Shelf(sku, node, null);
  }

  @Override
  public int compareTo(Shelf other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sku + " at " + node + (lot == null ? "" : ", lot " + lot.id());
  }
}
