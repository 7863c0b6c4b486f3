package dev.cutoff.stock.application;

import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which lots units are taken from: those that expire first. */
final class Lots {
  private final SortedMap<Shelf, Long> available = new TreeMap<>();

  Lots(List<StockLevel> levels) {
    levels.forEach(level -> available.put(level.shelf(), level.available()));
  }

  /** Units of one lot; null where the SKU has none. */
  record Piece(@Nullable Lot lot, long units) {}

  /** Never asked for more than was routed; what lots can't give is asked of the last one. */
  List<Piece> take(Sku sku, NodeId node, long units) {
    List<Map.Entry<Shelf, Long>> shelves =
        available.entrySet().stream()
            .filter(each -> each.getKey().sku().equals(sku) && each.getKey().node().equals(node))
            .toList();
    List<Piece> pieces = new ArrayList<>();
    long left = units;
    for (int i = 0; i < shelves.size() && left > 0; i++) {
      Map.Entry<Shelf, Long> shelf = shelves.get(i);
      long some = i == shelves.size() - 1 ? left : Math.min(left, Math.max(0, shelf.getValue()));
      if (some > 0) {
        pieces.add(new Piece(shelf.getKey().lot(), some));
        available.merge(shelf.getKey(), -some, Long::sum);
        left -= some;
      }
    }
    return pieces;
  }
}
