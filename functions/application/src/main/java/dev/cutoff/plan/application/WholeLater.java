package dev.cutoff.plan.application;

import dev.cutoff.plan.Receipt;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which nodes an order may wait for, to go whole from there, and until when. */
public final class WholeLater {
  private WholeLater() {}

  /** Nodes that lack some of it, and may be cheaper than what is there once they have it. */
  public static List<Integer> nodes(PricedWays ways, long score) {
    long all = (1L << ways.parts()) - 1;
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < ways.nodes(); node++) {
      // Later days have the same services at the same cards, and none that is surer.
      if (!ways.has(node, all) && ways.atLeast(node, all) < score) {
        nodes.add(node);
      }
    }
    return nodes;
  }

  /** What a shelf lacks of the units that are wanted. */
  static Set<Sku> missing(Map<Sku, Long> wanted, Map<Sku, Long> shelf) {
    Set<Sku> missing = new TreeSet<>();
    wanted.forEach((sku, units) -> {
      if (shelf.getOrDefault(sku, 0L) < units) {
        missing.add(sku);
      }
    });
    return missing;
  }

  /**
   * From when on a node has all of it.
   *
   * @param inbound to all nodes, the soonest first
   * @return empty where not all of it is expected there
   */
  public static Optional<LocalDate> from(
      String node, Map<Sku, Long> wanted, Map<Sku, Long> shelf, List<Receipt.Expected> inbound) {
    LocalDate last = LocalDate.MIN;
    Map<Sku, Long> there = new HashMap<>(shelf);
    for (Receipt.Expected each : inbound) {
      Sku sku = new Sku(each.sku());
      if (each.node().equals(node) && there.getOrDefault(sku, 0L) < wanted.getOrDefault(sku, 0L)) {
        there.merge(sku, each.units(), Long::sum);
        last = each.on().isAfter(last) ? each.on() : last;
      }
    }
    // Units come some time of that day: the next one is sure.
    return last.equals(LocalDate.MIN) || !missing(wanted, there).isEmpty()
        ? Optional.empty()
        : Optional.of(last.plusDays(1));
  }
}
