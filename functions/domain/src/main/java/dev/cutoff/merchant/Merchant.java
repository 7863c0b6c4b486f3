package dev.cutoff.merchant;

import dev.cutoff.order.StoreId;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The merchant file: what the shop is, as data.
 *
 * @param version content hash of the file; in every receipt
 * @param currency the base currency: orders in another are put on hold
 */
public record Merchant(
    String version,
    String name,
    String currency,
    String fromEmail,
    Map<NodeId, Node> nodes,
    Map<Sku, Item> items,
    Map<Sku, Kit> kits,
    List<Box> boxes,
    Map<String, Carrier> carriers,
    Map<StoreId, Store> stores,
    Rules rules,
    List<OpeningStock> openingStock) {
  public Merchant {
    nodes = java.util.Collections.unmodifiableMap(new TreeMap<>(nodes));
    items = java.util.Collections.unmodifiableMap(new TreeMap<>(items));
    kits = java.util.Collections.unmodifiableMap(new TreeMap<>(kits));
    boxes = List.copyOf(boxes);
    carriers = java.util.Collections.unmodifiableMap(new TreeMap<>(carriers));
    stores = java.util.Collections.unmodifiableMap(new TreeMap<>(stores));
    openingStock = List.copyOf(openingStock);
  }

  /** Units counted before the first order; loaded once, as the first observation. */
  public record OpeningStock(Sku sku, NodeId node, long count) {}

  public Optional<Store> store(StoreId id) {
    return Optional.ofNullable(stores.get(id));
  }

  public Optional<Item> item(Sku sku) {
    return Optional.ofNullable(items.get(sku));
  }

  public Optional<Kit> kit(Sku sku) {
    return Optional.ofNullable(kits.get(sku));
  }

  /** What routing keeps back. */
  public SafetyStock safetyStock() {
    return (sku, node) ->
        item(sku).map(item -> item.stock().safetyStock().getOrDefault(node, 0L)).orElse(0L);
  }

  /**
   * Whether the lot of a shelf is past the last day it may be shipped, by the calendar of its node;
   * false where it has no lot.
   */
  public boolean isPastItsDays(Shelf shelf, Instant now) {
    Lot lot = shelf.lot();
    if (lot == null) {
      return false;
    }
    int daysLeft = item(shelf.sku()).map(item -> item.stock().minimumDaysLeft()).orElse(0);
    return lot.isOver(daysLeft, now, node(shelf.node()).zone());
  }

  /** The node; a node that rows speak of and the file no longer knows is a mistake in the file. */
  public Node node(NodeId id) {
    Node node = nodes.get(id);
    if (node == null) {
      throw new IllegalStateException("the merchant file has no node " + id);
    }
    return node;
  }
}
