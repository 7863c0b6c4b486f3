package dev.cutoff.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class RoutingTest {
  private static final List<NodeId> NEAREST_FIRST = nodes("WEST", "CENTRAL", "EAST", "SOUTH");

  private final List<StockLevel> levels = new ArrayList<>();
  private long safety;

  @Test
  void theNearestNodeThatHasItAllServesTheOrder() {
    on("WEST", "TEE", 1).on("CENTRAL", "TEE", 2).on("EAST", "TEE", 50);
    assertThat(route(demand("1", "TEE", 2))).contains("CENTRAL: 2 of 1");
  }

  @Test
  void oneFarNodeBeatsTwoNearOnes() {
    on("WEST", "TEE", 1).on("CENTRAL", "MUG", 1).on("SOUTH", "TEE", 1).on("SOUTH", "MUG", 1);
    assertThat(route(demand("1", "TEE", 1), demand("2", "MUG", 1)))
        .contains("SOUTH: 1 of 1, 1 of 2");
  }

  @Test
  void theLastUnitsAreSplitOverTheFewestNodesTheNearerFilledFirst() {
    on("WEST", "TEE", 1).on("CENTRAL", "TEE", 1).on("EAST", "TEE", 2);
    assertThat(route(demand("1", "TEE", 3))).contains("WEST: 1 of 1; EAST: 2 of 1");
    assertThat(route(demand("1", "TEE", 4)))
        .contains("WEST: 1 of 1; CENTRAL: 1 of 1; EAST: 2 of 1");
  }

  @Test
  void amongEquallyNearNodesTheCallersOrderDecides() {
    on("CENTRAL", "TEE", 1).on("WEST", "TEE", 1);
    assertThat(route(demand("1", "TEE", 1))).contains("WEST: 1 of 1");
  }

  @Test
  void nothingIsServedWhereOneUnitIsMissing() {
    on("WEST", "TEE", 1).on("EAST", "TEE", 1);
    assertThat(route(demand("1", "TEE", 3))).isEmpty();
    assertThat(route(demand("1", "UNHEARD-OF", 1))).isEmpty();
  }

  @Test
  void beyondFourNodesAPersonShouldLook() {
    for (String node : List.of("A", "B", "C", "D", "E")) {
      on(node, "TEE", 1);
    }
    List<NodeId> five = nodes("A", "B", "C", "D", "E");
    assertThat(Routing.route(List.of(demand("1", "TEE", 5)), five, levels, (sku, node) -> safety))
        .isEmpty();
    assertThat(Routing.route(List.of(demand("1", "TEE", 4)), five, levels, (sku, node) -> safety))
        .isPresent();
  }

  @Test
  void safetyStockIsNeverPromised() {
    levels.add(new StockLevel(sku("TEE"), new NodeId("WEST"), null, 5, 1, 1, 1));
    safety = 1;
    assertThat(route(demand("1", "TEE", 1))).contains("WEST: 1 of 1");
    assertThat(route(demand("1", "TEE", 2))).isEmpty();
  }

  @Test
  void aShelfWithMoreSafetyThanUnitsPromisesNothing() {
    on("WEST", "TEE", 1);
    safety = 3;
    assertThat(route(demand("1", "TEE", 1))).isEmpty();
  }

  @Test
  void lotsOfOneNodeServeTogetherAndSafetyStockIsKeptOfTheirSum() {
    Lot early = new Lot("A", LocalDate.parse("2027-01-31"));
    Lot late = new Lot("B", LocalDate.parse("2027-02-28"));
    levels.add(new StockLevel(sku("TEE"), new NodeId("WEST"), early, 2, 0, 0, 0));
    levels.add(new StockLevel(sku("TEE"), new NodeId("WEST"), late, 3, 0, 0, 0));
    safety = 1;
    assertThat(route(demand("1", "TEE", 4))).contains("WEST: 4 of 1");
    assertThat(route(demand("1", "TEE", 5))).isEmpty();
  }

  @Test
  void aNodeThatTheMerchantFileDoesNotNameServesNothing() {
    on("ELSEWHERE", "TEE", 9);
    assertThat(route(demand("1", "TEE", 1))).isEmpty();
  }

  @Test
  void twoLinesOfOneOrderThatShareAComponentAreNotCheckedOneByOne() {
    on("WEST", "MUG", 1).on("WEST", "SOCKS", 9).on("EAST", "MUG", 2).on("EAST", "SOCKS", 2);
    assertThat(route(set("1", 1), demand("2", "MUG", 1))).contains("EAST: 1 of 1, 1 of 2");
    assertThat(route(set("1", 2), demand("2", "MUG", 2))).isEmpty();
  }

  @Test
  void twoLinesOfTheSameSkuAreSummed() {
    on("WEST", "TEE", 2).on("EAST", "TEE", 3);
    assertThat(route(demand("1", "TEE", 2), demand("2", "TEE", 1)))
        .contains("EAST: 2 of 1, 1 of 2");
  }

  @Test
  void aKitIsNeverPutTogetherFromTwoNodes() {
    on("WEST", "MUG", 1).on("EAST", "SOCKS", 2);
    assertThat(route(set("1", 1))).isEmpty();
  }

  @Test
  void aSingleLineDoesNotTakeThePartThatAKitNeedsThere() {
    on("WEST", "MUG", 1).on("WEST", "SOCKS", 2).on("EAST", "MUG", 1);
    assertThat(route(demand("1", "MUG", 1), set("2", 1))).contains("WEST: 1 of 2; EAST: 1 of 1");
  }

  @Test
  void noOrderForNothing() {
    on("WEST", "TEE", 1);
    assertThat(route()).isEmpty();
  }

  private RoutingTest on(String node, String sku, long units) {
    levels.add(StockLevel.of(sku(sku), new NodeId(node), units));
    return this;
  }

  private Optional<String> route(Demand... demands) {
    return Routing.route(List.of(demands), NEAREST_FIRST, levels, (sku, node) -> safety)
        .map(RoutingTest::inWords);
  }

  private static String inWords(Allocation allocation) {
    return String.join(
        "; ",
        allocation.nodes().stream()
            .map(at ->
                at.node()
                    + ": "
                    + String.join(
                        ", ",
                        at.parts().stream()
                            .map(part -> part.quantity() + " of " + part.demand().lineId())
                            .toList()))
            .toList());
  }

  private static Demand demand(String line, String sku, long units) {
    return Demand.of(line, sku(sku), units);
  }

  /** A mug and two pairs of socks. */
  private static Demand set(String line, long quantity) {
    return new Demand(
        line, sku("SET"), quantity, new TreeMap<>(Map.of(sku("MUG"), 1L, sku("SOCKS"), 2L)));
  }

  private static Sku sku(String value) {
    return new Sku(value);
  }

  private static List<NodeId> nodes(String... names) {
    return List.of(names).stream().map(NodeId::new).toList();
  }
}
