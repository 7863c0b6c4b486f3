package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit over HTTP, on the example shop; one order is labelled. */
final class StockAuditTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path home;
  private RunningShop shop;
  private String orderId = "";

  @BeforeEach
  void openTheShop() {
    shop = RunningShop.open(home, false, Map.of());
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(90777).line("MUG-01", 2, 1250);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    orderId = order.orderId();
  }

  @AfterEach
  void closeIt() {
    shop.close();
  }

  private JsonNode audit() throws Exception {
    shop.pass(Duration.ofMinutes(1));
    return JSON.readTree(shop.invoke("StockAudit", "{}".getBytes(StandardCharsets.UTF_8)));
  }

  private JsonNode level() {
    for (JsonNode each : shop.api().all("/stock/MUG-01")) {
      if (each.path("reserved").asLong() != 0) {
        return each;
      }
    }
    throw new AssertionError("nothing is reserved");
  }

  @Test
  void whatTheChainWroteAddsUp() throws Exception {
    JsonNode audit = audit();
    assertThat(audit.path("drifts").asInt()).isZero();
    assertThat(audit.path("unsettled").asInt()).isZero();
    assertThat(audit.path("orders").asInt()).isEqualTo(1);
    assertThat(shop.api().all("/exceptions")).isEmpty();
  }

  /** medusa#12401, magento/inventory#2078. */
  @Test
  void reservedQuantityThatDriftsBelowZeroIsFoundNamedAndRepairedWhenSomebodySaysSo()
      throws Exception {
    String node = level().path("node").asText();
    shop.tamper("MUG-01", node, "reserved", -5);

    assertThat(audit().path("drifts").asInt()).isEqualTo(1);
    JsonNode found = shop.api().all("/exceptions").getFirst();
    assertThat(found.path("orderId").isNull()).isTrue();
    assertThat(found.path("reason").asText()).isEqualTo("STOCK_DRIFT");
    assertThat(found.path("sku").asText()).isEqualTo("MUG-01");
    assertThat(found.path("node").asText()).isEqualTo(node);
    assertThat(found.path("orders").path(0).asText()).isEqualTo(orderId);
    assertThat(found.path("corrections").path(0).asText()).isEqualTo("set reserved -3 → 2");
    assertThat(audit().path("drifts").asInt()).as("nothing is applied untold").isEqualTo(1);
    assertThat(shop.api().all("/exceptions")).hasSize(1);

    String path = "/exceptions/" + found.path("id").asText();
    shop.api().post(path + "/assign", Map.of("owner", "night shift")).is(200);
    shop.api().post(path + "/resolve", Map.of("action", "apply-correction")).is(200);
    assertThat(level().path("reserved").asLong()).isEqualTo(2);
    assertThat(audit().path("drifts").asInt()).isZero();
    shop.api().post(path + "/resolve", Map.of("action", "apply-correction")).is(409);
  }

  private List<JsonNode> due(String node) {
    return shop.api().all("/stock/counts/due?node=" + node);
  }

  private void counts(String node, long units) {
    shop.pass(Duration.ofMinutes(1));
    shop.api()
        .post(
            "/stock/observations",
            Map.of(
                "sku",
                "MUG-01",
                "node",
                node,
                "count",
                units,
                "observedAt",
                shop.now().toString(),
                "source",
                "scanner 3"))
        .is(200);
  }

  @Test
  void whatNobodyEverCountedIsToBeCountedFirstAndIsOffTheListWhenItWas() throws Exception {
    String node = level().path("node").asText();
    long onHand = level().path("onHand").asLong();
    shop.api().post("/shipments/SHP-" + orderId + "-1/handover", Map.of()).is(200);
    assertThat(due(node)).as("before the first audit").isEmpty();
    audit();
    assertThat(due(node))
        .anySatisfy(each -> {
          assertThat(each.path("sku").asText()).isEqualTo("MUG-01");
          assertThat(each.path("lastCounted").isNull()).isTrue();
        })
        .allSatisfy(each -> assertThat(each.path("node").asText()).isEqualTo(node));
    counts(node, onHand - 2);
    assertThat(due(node)).noneMatch(each -> each.path("sku").asText().equals("MUG-01"));
    audit();
    assertThat(due(node)).noneMatch(each -> each.path("sku").asText().equals("MUG-01"));
    shop.pass(Duration.ofDays(31));
    audit();
    assertThat(due(node))
        .filteredOn(each -> each.path("sku").asText().equals("MUG-01"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.path("class").asText()).as("the only one that moved").isEqualTo("A");
          assertThat(each.path("overdueDays").asLong()).isBetween(0L, 2L);
        });
    shop.api().get("/stock/counts/due?node=NOWHERE").is(404);
    shop.api().get("/stock/counts/due").is(400);
  }
}
