package dev.cutoff.availability;

import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a store may sell of a SKU, by its locations: over the location's nodes what routing may
 * promise, less the store's buffer, never below zero. A kit is there as often as its components
 * are, node by node, for nobody packs a kit from two nodes.
 */
public final class Sellable {
  /** The one location of a store that knows none: its figure is that of all nodes. */
  public static final String WHOLE_STORE = "";

  private final Merchant merchant;
  private final Collection<StockLevel> levels;
  private final Instant now;

  public Sellable(Merchant merchant, Collection<StockLevel> levels, Instant now) {
    this.merchant = merchant;
    this.levels = List.copyOf(levels);
    this.now = now;
  }

  /**
   * The nodes whose units are shown at each location; a node counts at one location alone.
   *
   * @param located whether the platform counts by location; else all nodes of the store are one
   */
  public static SortedMap<String, List<NodeId>> places(
      Merchant merchant, Store store, boolean located) {
    SortedMap<String, List<NodeId>> places = new TreeMap<>();
    if (!located) {
      Collection<NodeId> nodes =
          store.locations().isEmpty() ? merchant.nodes().keySet() : store.locations().values();
      places.put(WHOLE_STORE, List.copyOf(new TreeSet<>(nodes)));
      return places;
    }
    Set<NodeId> seen = new HashSet<>();
    store
        .locations()
        .forEach(
            (location, node) -> places.put(location, seen.add(node) ? List.of(node) : List.of()));
    return places;
  }

  /** The changed SKUs, and the kits that hold them. */
  public static SortedSet<Sku> affected(Merchant merchant, Collection<Sku> changed) {
    SortedSet<Sku> affected = new TreeSet<>(changed);
    for (Kit kit : merchant.kits().values()) {
      if (kit.components().keySet().stream().anyMatch(changed::contains)) {
        affected.add(kit.sku());
      }
    }
    return affected;
  }

  /** Whose shelves decide: its own, or those of the kit's components. */
  public static Map<Sku, Long> perUnit(Merchant merchant, Sku sku) {
    return merchant.kit(sku).<Map<Sku, Long>>map(Kit::components).orElse(Map.of(sku, 1L));
  }

  /** Whether stores are told of it: what needs no shipping is not on any shelf. */
  public static boolean isShown(Merchant merchant, Sku sku) {
    return merchant.kit(sku).isPresent()
        || merchant.item(sku).filter(item -> item.requiresShipping()).isPresent();
  }

  /** Whether somebody has counted it, or each of its components, at any node. */
  public boolean isCounted(Sku sku) {
    return perUnit(merchant, sku).keySet().stream()
        .allMatch(each -> levels.stream().anyMatch(level -> level.sku().equals(each)));
  }

  public SortedMap<String, Long> units(Sku sku, Store store, boolean located) {
    Map<Sku, Long> perUnit = perUnit(merchant, sku);
    SortedMap<String, Long> units = new TreeMap<>();
    places(merchant, store, located)
        .forEach((location, nodes) -> {
          long all = nodes.stream().mapToLong(node -> at(node, perUnit)).sum();
          units.put(location, Math.max(0, all - store.stock().buffer()));
        });
    return units;
  }

  private long at(NodeId node, Map<Sku, Long> perUnit) {
    return perUnit.entrySet().stream()
        .mapToLong(each -> free(each.getKey(), node) / each.getValue())
        .min()
        .orElse(0);
  }

  private long free(Sku sku, NodeId node) {
    long available =
        levels.stream()
            .filter(level -> level.sku().equals(sku) && level.node().equals(node))
            .filter(level -> !merchant.isPastItsDays(level.shelf(), now))
            .mapToLong(level -> Math.max(0, level.available()))
            .sum();
    return Math.max(0, available - merchant.safetyStock().units(sku, node));
  }

  /** Units in no way free, which a count of the shelf has on top of what the store shows. */
  public long keptBack(Sku sku, NodeId node, Store store) {
    List<StockLevel> shelves = new ArrayList<>(levels);
    shelves.removeIf(level -> !level.sku().equals(sku) || !level.node().equals(node));
    long spoken =
        shelves.stream()
            .mapToLong(each -> each.reserved() + each.picked() + each.unavailable())
            .sum();
    return spoken + merchant.safetyStock().units(sku, node) + store.stock().buffer();
  }
}
