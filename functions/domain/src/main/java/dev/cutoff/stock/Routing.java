package dev.cutoff.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which nodes serve an order: the nearest that has it all, else the fewest nodes, and among these
 * the nearest. The caller gives the nodes in order of nearness, ties by name.
 */
public final class Routing {
  /** Beyond that many nodes for one order a person should look. */
  private static final int MOST_NODES = 4;

  private Routing() {}

  /** Empty where no set of nodes has it all. */
  public static Optional<Allocation> route(
      List<Demand> demands,
      List<NodeId> nearestFirst,
      Collection<StockLevel> levels,
      SafetyStock safety) {
    return choose(pickiestFirst(demands), nearestFirst, levels, safety);
  }

  /** As much as the nearest nodes have, of each line what is there; maybe nothing. */
  public static Allocation most(
      List<Demand> demands,
      List<NodeId> nearestFirst,
      Collection<StockLevel> levels,
      SafetyStock safety) {
    Map<NodeId, Map<Sku, Long>> shelves = shelves(nearestFirst, levels, safety);
    List<NodeId> nodes =
        nearestFirst.stream()
            .filter(node -> holdsAny(shelves.getOrDefault(node, Map.of()), demands))
            .limit(MOST_NODES)
            .toList();
    return fill(pickiestFirst(demands), nodes, shelves).allocation();
  }

  /**
   * Kits first: a single line finds its unit where a kit lacks a part, and not the other way round.
   */
  private static List<Demand> pickiestFirst(List<Demand> demands) {
    return demands.stream()
        .sorted(Comparator.comparingInt((Demand demand) -> -demand.perUnit().size()))
        .toList();
  }

  private static Optional<Allocation> choose(
      List<Demand> demands,
      List<NodeId> nearestFirst,
      Collection<StockLevel> levels,
      SafetyStock safety) {
    Map<NodeId, Map<Sku, Long>> shelves = shelves(nearestFirst, levels, safety);
    List<NodeId> stocked =
        nearestFirst.stream()
            .filter(node -> holdsAny(shelves.getOrDefault(node, Map.of()), demands))
            .toList();
    for (int size = 1; size <= Math.min(MOST_NODES, stocked.size()); size++) {
      for (List<NodeId> some : combinations(stocked, size)) {
        Optional<Allocation> found = serve(demands, some, shelves);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Empty where something is left over. */
  private static Optional<Allocation> serve(
      List<Demand> demands, List<NodeId> nodes, Map<NodeId, Map<Sku, Long>> shelves) {
    Filled filled = fill(demands, nodes, shelves);
    return filled.leftOver() > 0 ? Optional.empty() : Optional.of(filled.allocation());
  }

  private record Filled(Allocation allocation, long leftOver) {}

  /** Fills from the nearest node on. */
  private static Filled fill(
      List<Demand> demands, List<NodeId> nodes, Map<NodeId, Map<Sku, Long>> shelves) {
    long[] open = demands.stream().mapToLong(Demand::quantity).toArray();
    List<Allocation.AtNode> served = new ArrayList<>();
    for (NodeId node : nodes) {
      Map<Sku, Long> left = new HashMap<>(shelves.getOrDefault(node, Map.of()));
      List<Allocation.Part> parts = new ArrayList<>();
      for (int i = 0; i < open.length; i++) {
        Demand demand = demands.get(i);
        long take = Math.min(open[i], sets(demand, left));
        if (take > 0) {
          demand.perUnit().forEach((sku, units) -> left.merge(sku, -units * take, Long::sum));
          parts.add(new Allocation.Part(demand, take));
          open[i] -= take;
        }
      }
      if (!parts.isEmpty()) {
        served.add(new Allocation.AtNode(node, parts));
      }
    }
    return new Filled(new Allocation(served), java.util.Arrays.stream(open).sum());
  }

  /** How many units of the line a shelf can serve; a kit wants all its components. */
  private static long sets(Demand demand, Map<Sku, Long> shelf) {
    return demand.perUnit().entrySet().stream()
        .mapToLong(each -> shelf.getOrDefault(each.getKey(), 0L) / each.getValue())
        .min()
        .orElse(0);
  }

  private static boolean holdsAny(Map<Sku, Long> shelf, List<Demand> demands) {
    return demands.stream().anyMatch(demand -> sets(demand, shelf) > 0);
  }

  /** Units that may be promised, by node: what is available above the safety stock. */
  public static Map<NodeId, Map<Sku, Long>> shelves(
      List<NodeId> nodes, Collection<StockLevel> levels, SafetyStock safety) {
    Map<NodeId, Map<Sku, Long>> shelves = new HashMap<>();
    nodes.forEach(node -> shelves.put(node, new HashMap<>()));
    for (StockLevel level : levels) {
      Map<Sku, Long> shelf = shelves.get(level.node());
      if (shelf != null) {
        shelf.merge(level.sku(), level.available(), Long::sum);
      }
    }
    // Safety stock is kept of the node's units, whatever their lots.
    shelves.forEach((node, shelf) ->
        shelf.replaceAll((sku, units) -> Math.max(0, units - safety.units(sku, node))));
    return shelves;
  }

  /** Subsets of that size; those of nearer nodes first. */
  private static List<List<NodeId>> combinations(List<NodeId> nodes, int size) {
    List<List<NodeId>> all = new ArrayList<>();
    choose(nodes, size, 0, new ArrayList<>(), all);
    return all;
  }

  private static void choose(
      List<NodeId> nodes, int size, int from, List<NodeId> chosen, List<List<NodeId>> all) {
    if (chosen.size() == size) {
      all.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i < nodes.size(); i++) {
      chosen.add(nodes.get(i));
      choose(nodes, size, i + 1, chosen, all);
      chosen.removeLast();
    }
  }
}
