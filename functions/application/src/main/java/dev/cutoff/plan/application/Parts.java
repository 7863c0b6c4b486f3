package dev.cutoff.plan.application;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an order into the parts that nodes are chosen for. A line is one part where some node has
 * all of it, else it is cut as routing would; of long orders, lines that the same nodes have stay
 * together.
 */
final class Parts {
  /** More parts than that are put together. */
  private static final int MOST = 12;

  private final Merchant merchant;
  private final List<Map<Sku, Long>> free;

  Parts(Merchant merchant, List<Map<Sku, Long>> free) {
    this.merchant = merchant;
    this.free = free;
  }

  /**
   * The parts.
   *
   * @param routed how routing would serve the lines, for those that no node has whole
   */
  List<Part> of(List<Wanted.Line> lines, Optional<Allocation> routed) {
    List<Part> parts = new ArrayList<>();
    for (Wanted.Line line : lines) {
      List<Long> pieces =
          nodesOf(line.demand()).isEmpty()
              ? routed.map(each -> pieces(each, line.demand())).orElse(List.of())
              : List.of();
      if (pieces.isEmpty()) {
        parts.add(part(line, line.demand().quantity()));
      } else {
        pieces.forEach(piece -> parts.add(part(line, piece)));
      }
    }
    return parts.size() <= MOST ? parts : together(parts);
  }

  /** As the order holds them now: that can always be sent. */
  List<Part> held(List<Wanted.Line> lines, List<Reservation> held) {
    Map<NodeId, List<Part>> byNode = new TreeMap<>();
    for (Wanted.Line line : lines) {
      Map<NodeId, Long> sets = new LinkedHashMap<>();
      Sku first = line.demand().perUnit().firstKey();
      long perUnit = Math.max(1, line.demand().of(1).units(first));
      held.stream()
          .filter(each -> each.lineId().equals(line.demand().lineId()))
          .filter(each -> each.sku().equals(first))
          .forEach(each -> sets.merge(each.node(), each.quantity() / perUnit, Long::sum));
      sets.forEach((node, units) ->
          byNode.computeIfAbsent(node, key -> new ArrayList<>()).add(part(line, units)));
    }
    return byNode.values().stream()
        .map(all -> all.stream().reduce(Part::with).orElseThrow())
        .toList();
  }

  private static List<Long> pieces(Allocation allocation, Demand demand) {
    return allocation.nodes().stream()
        .flatMap(at -> at.parts().stream())
        .filter(part -> part.demand().lineId().equals(demand.lineId()))
        .map(Allocation.Part::quantity)
        .toList();
  }

  private Set<Integer> nodesOf(Demand demand) {
    Set<Integer> nodes = new TreeSet<>();
    for (int node = 0; node < free.size(); node++) {
      Map<Sku, Long> shelf = free.get(node);
      if (demand.perUnit().keySet().stream()
          .allMatch(sku -> shelf.getOrDefault(sku, 0L) >= demand.units(sku))) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** By the nodes that have them, the largest groups last; what is still too much is one. */
  private List<Part> together(List<Part> parts) {
    Map<List<Set<Integer>>, Part> groups = new LinkedHashMap<>();
    for (Part part : parts) {
      groups.merge(part.demands().stream().map(this::nodesOf).toList(), part, Part::with);
    }
    List<Part> grouped = new ArrayList<>(groups.values());
    while (grouped.size() > MOST) {
      Part last = grouped.removeLast();
      grouped.add(grouped.removeLast().with(last));
    }
    return grouped;
  }

  private Part part(Wanted.Line line, long sets) {
    Demand demand = line.demand().of(sets);
    return new Part(
        List.of(demand), units(demand, line.grams()), Math.multiplyExact(line.unitValue(), sets));
  }

  private List<Packing.Units> units(Demand demand, @Nullable Long grams) {
    List<Packing.Units> units = new ArrayList<>();
    for (Map.Entry<Sku, Long> each : demand.perUnit().entrySet()) {
      Item item = merchant.item(each.getKey()).orElseThrow();
      Long known = item.weightGrams();
      // Where nobody here weighed it, the store's own weight serves.
      boolean unweighed = known == null || known <= 0;
      units.add(
          new Packing.Units(
              demand.lineId(),
              unweighed ? item.weighing(grams) : item,
              each.getValue() * demand.quantity(),
              // The first component stands for the kit: a box's lines count kits, not parts.
              units.isEmpty() ? demand.quantity() : 0));
    }
    return units;
  }
}
