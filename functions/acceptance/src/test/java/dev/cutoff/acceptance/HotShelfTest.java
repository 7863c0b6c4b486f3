package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.dynamodb.Dynamo;
import dev.cutoff.adapter.dynamodb.DynamoShelfHeat;
import dev.cutoff.adapter.dynamodb.Pause;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.json.Codec;
import dev.cutoff.local.EmbeddedAws;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.merchant.StockRules.HotSku;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders for a shelf that too many want queue for it, and no longer once it is calm. */
final class HotShelfTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  @TempDir Path home;
  private RunningShop shop;
  private Play play;

  @BeforeEach
  void open() {
    shop = RunningShop.open(home, false, Map.of());
    play = new Play(shop);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anOrderForAHotShelfQueuesAndIsServedAndWhenTheShelfIsCalmTheNextOneDoesNot() {
    isHot("MUG-01", "EAST");
    AShopifyOrder queues = AShopifyOrder.mug(1001);
    play.places(queues);
    play.becomes(queues.orderId(), "labelled", SOON);
    assertThat(way(queues))
        .containsExactly(
            "Ingest",
            "Reserve",
            "QueueForStock",
            "Reserve",
            "RateShop",
            "RemorsePeriod",
            "Label",
            "Notify");
    assertThat(play.reserved("MUG-01")).isEqualTo(1);

    shop.pass(Duration.ofMinutes(11));
    AShopifyOrder calm = AShopifyOrder.mug(1002);
    play.places(calm);
    play.becomes(calm.orderId(), "labelled", SOON);
    assertThat(way(calm))
        .containsExactly("Ingest", "Reserve", "RateShop", "RemorsePeriod", "Label", "Notify");
    assertThat(play.reserved("MUG-01")).isEqualTo(2);
  }

  @Test
  void ofManyWhoQueueTheFirstAreServedToTheLastUnitAndTheOthersAreTold() {
    play.counts("CALENDAR-27", "EAST", 3).is(200);
    play.counts("CALENDAR-27", "WEST", 0).is(200);
    isHot("CALENDAR-27", "EAST");
    List<AShopifyOrder> orders = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      orders.add(AShopifyOrder.number(2001 + number).line("CALENDAR-27", 1, 1_700));
    }
    for (AShopifyOrder order : orders) {
      play.places(order);
      shop.pass(Duration.ofMillis(20));
    }
    for (AShopifyOrder order : orders.subList(0, 3)) {
      play.becomes(order.orderId(), "labelled", SOON);
    }
    for (AShopifyOrder order : orders.subList(3, 8)) {
      play.isHeld(order.orderId(), "OUT_OF_STOCK");
      assertThat(way(order)).contains("QueueForStock");
    }
    assertThat(play.reserved("CALENDAR-27")).isEqualTo(3);
  }

  @Test
  void anOrderThatIsCancelledWhileItQueuesKeepsNothing() {
    isHot("MUG-01", "EAST");
    AShopifyOrder order = AShopifyOrder.mug(1001);
    play.places(order);
    shop.until(() -> way(order).contains("QueueForStock"), SOON);
    play.cancels(order.orderId()).is(200);
    play.becomes(order.orderId(), "cancelled", Duration.ofMinutes(5));
    shop.pass(Duration.ofMinutes(3));
    assertThat(play.reserved("MUG-01")).isZero();
  }

  /** As its reservations would say themselves, had they lost against each other. */
  private void isHot(String sku, String node) {
    List<String> tables =
        LocalShop.tables().stream().map(table -> table.tableName()).sorted().toList();
    Dynamo dynamo =
        new Dynamo(
            shop.aws().dynamo(),
            new Tables(tables.getFirst(), tables.getLast()),
            new Codec(),
            shop.aws().scheduler().random(),
            Pause.sleeping());
    new DynamoShelfHeat(dynamo, () -> new HotSku(600, 10), shop.aws().scheduler().clock())
        .collided(Shelf.of(new Sku(sku), new NodeId(node)), 600);
  }

  private List<String> way(AShopifyOrder order) {
    String arn =
        EmbeddedAws.stateMachineArn("order-fulfilment").replace(":stateMachine:", ":execution:");
    return shop
        .aws()
        .sfn()
        .getExecutionHistory(
            history -> history.executionArn(arn + ":" + order.orderId() + "-1").maxResults(1000))
        .events()
        .stream()
        .filter(event -> event.stateEnteredEventDetails() != null)
        .map(event -> event.stateEnteredEventDetails().name())
        .toList();
  }
}
