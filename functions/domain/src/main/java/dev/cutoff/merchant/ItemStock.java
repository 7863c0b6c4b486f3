package dev.cutoff.merchant;

import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How an item is stocked.
 *
 * @param safetyStock units that routing keeps back, by node
 * @param minimumDaysLeft days that a lot must still be good for when it ships; null where the item
 *     has no lots
 * @param releaseDate not sold from the shelf before this day, in the node's zone; null where it is
 *     out
 */
public record ItemStock(
    SortedMap<NodeId, Long> safetyStock,
    @Nullable Integer minimumDaysLeft,
    @Nullable LocalDate releaseDate) {
  public static final ItemStock PLAIN = new ItemStock(new TreeMap<>(), null, null);

  public ItemStock {
    safetyStock = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(safetyStock));
  }

  /** Safety stock alone. */
  public static ItemStock keeping(Map<NodeId, Long> safetyStock) {
    return new ItemStock(new TreeMap<>(safetyStock), null, null);
  }

  public boolean hasLots() {
    return minimumDaysLeft != null;
  }
}
