package dev.cutoff.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What holds for any stock and any demand. */
final class RoutingLawsTest {
  private static final List<Sku> SKUS = List.of(new Sku("A"), new Sku("B"), new Sku("C"));
  private static final List<NodeId> NODES =
      List.of(new NodeId("N1"), new NodeId("N2"), new NodeId("N3"), new NodeId("N4"));
  private static final SafetyStock SAFETY = (sku, node) -> sku.value().length() % 3;

  @Test
  void anAllocationNeverTakesMoreThanIsThereAndServesEveryLineInFull() {
    int served = 0;
    for (long seed = 1; seed <= 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<StockLevel> levels = levels(random);
      List<Demand> demands = demands(random);
      Optional<Allocation> allocation = Routing.route(demands, NODES, levels, SAFETY);
      if (allocation.isPresent()) {
        served++;
        check(allocation.get(), demands, levels, "seed " + seed);
      } else {
        assertThat(NODES)
            .as("seed %d: a single node has it all, and was not found", seed)
            .noneMatch(node -> hasAll(node, demands, levels));
      }
    }
    assertThat(served).as("the test sees both ends").isBetween(4_000, 16_000);
  }

  @Test
  void singleLinesAreServedWheneverTheUnitsAreThereOverAllNodes() {
    for (long seed = 1; seed <= 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<StockLevel> levels = levels(random);
      List<Demand> demands = demands(random).stream().filter(RoutingLawsTest::isSingle).toList();
      if (demands.isEmpty()) {
        continue;
      }
      assertThat(Routing.route(demands, NODES, levels, SAFETY).isPresent())
          .as("seed %d", seed)
          .isEqualTo(thereInAll(demands, levels));
    }
  }

  private static void check(
      Allocation allocation, List<Demand> demands, List<StockLevel> levels, String seed) {
    Map<String, Long> served = new HashMap<>();
    for (Allocation.AtNode at : allocation.nodes()) {
      Map<Sku, Long> taken = new TreeMap<>();
      for (Allocation.Part part : at.parts()) {
        assertThat(part.quantity()).as(seed).isPositive();
        served.merge(part.demand().lineId(), part.quantity(), Long::sum);
        part.demand()
            .perUnit()
            .forEach((sku, units) -> taken.merge(sku, units * part.quantity(), Long::sum));
      }
      taken.forEach((sku, units) ->
          assertThat(units).as(seed).isLessThanOrEqualTo(routable(at.node(), sku, levels)));
    }
    assertThat(allocation.nodes().stream().map(Allocation.AtNode::node))
        .as(seed)
        .doesNotHaveDuplicates();
    for (Demand demand : demands) {
      assertThat(served.get(demand.lineId())).as(seed).isEqualTo(demand.quantity());
    }
  }

  private static boolean isSingle(Demand demand) {
    return demand.perUnit().size() == 1 && demand.perUnit().containsValue(1L);
  }

  private static boolean hasAll(NodeId node, List<Demand> demands, List<StockLevel> levels) {
    return wanted(demands).entrySet().stream()
        .allMatch(each -> routable(node, each.getKey(), levels) >= each.getValue());
  }

  private static boolean thereInAll(List<Demand> demands, List<StockLevel> levels) {
    return wanted(demands).entrySet().stream()
        .allMatch(each ->
            NODES.stream().mapToLong(node -> routable(node, each.getKey(), levels)).sum()
                >= each.getValue());
  }

  private static Map<Sku, Long> wanted(List<Demand> demands) {
    Map<Sku, Long> wanted = new TreeMap<>();
    demands.forEach(demand ->
        demand
            .perUnit()
            .forEach((sku, units) -> wanted.merge(sku, units * demand.quantity(), Long::sum)));
    return wanted;
  }

  private static long routable(NodeId node, Sku sku, List<StockLevel> levels) {
    return levels.stream()
        .filter(level -> level.node().equals(node) && level.sku().equals(sku))
        .mapToLong(level -> level.routable(SAFETY))
        .sum();
  }

  private static List<StockLevel> levels(SplittableRandom random) {
    List<StockLevel> levels = new ArrayList<>();
    for (NodeId node : NODES) {
      for (Sku sku : SKUS) {
        if (random.nextInt(4) > 0) {
          long onHand = random.nextInt(7);
          long reserved = onHand == 0 ? 0 : random.nextLong(onHand);
          levels.add(new StockLevel(sku, node, null, onHand, reserved, 0, 0));
        }
      }
    }
    return levels;
  }

  private static List<Demand> demands(SplittableRandom random) {
    List<Demand> demands = new ArrayList<>();
    int lines = 1 + random.nextInt(3);
    for (int line = 1; line <= lines; line++) {
      Sku first = SKUS.get(random.nextInt(SKUS.size()));
      TreeMap<Sku, Long> perUnit = new TreeMap<>(Map.of(first, 1L));
      if (random.nextInt(3) == 0) {
        perUnit.put(SKUS.get(random.nextInt(SKUS.size())), 1L + random.nextInt(2));
      }
      demands.add(new Demand("" + line, new Sku("L" + line), 1 + random.nextInt(3), perUnit));
    }
    return demands;
  }
}
