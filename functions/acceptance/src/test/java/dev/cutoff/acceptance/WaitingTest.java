package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Orders wait for stock, first come, first served, and their customers know when it comes. */
class WaitingTest {
  private static final String LAMP = "LAMP-ONE";
  private static final Duration LIMIT = Duration.ofMinutes(90);

  private final RunningShop shop =
      RunningShop.open(
          Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of(), WaitingTest::waiting);
  private final Play play = new Play(shop);

  @Test
  void whoWaitsIsToldTheDateAndEachNewOneAndIsServedWhenStockComes() {
    try (shop) {
      play.places(lamp(1001)).is(202);
      play.becomes("DTC-1001", "labelled");
      play.places(lamp(1002)).is(202);
      waits("DTC-1002");
      assertThat(play.state("DTC-1002")).isEqualTo("received");

      assertThat(promise("PO-1", LAMP, 2, "2026-12-01").is(201).text("result"))
          .isEqualTo("created");
      assertThat(promise("PO-1", LAMP, 2, "2026-12-01").is(200).text("result"))
          .isEqualTo("unchanged");
      isExpected("DTC-1002", "2026-12-01");
      assertThat(
              shop.api()
                  .get("/inbound?sku=" + LAMP)
                  .is(200)
                  .json()
                  .at("/items/0/lines/0/promised")
                  .asLong())
          .isEqualTo(1);
      assertThat(inbound(LAMP)).isEqualTo(2);

      shop.api().post("/inbound/PO-1/slip", Map.of("line", "1", "newDate", "2026-12-09")).is(200);
      isExpected("DTC-1002", "2026-12-09");
      assertThat(
              shop.until(
                  () ->
                      play.mails("DTC-1002").stream()
                          .anyMatch(mail -> mail.contains("backordered")),
                  LIMIT))
          .isTrue();

      assertThat(receives("PO-1", "dock-1", 1, 0).is(200).text("result")).isEqualTo("received");
      assertThat(receives("PO-1", "dock-1", 1, 0).is(200).text("result")).isEqualTo("already");
      receives("PO-1", "dock-1", 2, 0).is(409);
      play.becomes("DTC-1002", "labelled", LIMIT);
      assertThat(line("DTC-1002").path("backordered").asLong()).isZero();
      receives("PO-1", "dock-2", 1, 1).is(200);
      assertThat(inbound(LAMP)).isZero();
    }
  }

  @Test
  void whoCancelsOrChangesTheOrderIsOffTheListAndThePromiseIsForTheNext() {
    try (shop) {
      play.places(lamp(1001));
      play.becomes("DTC-1001", "labelled");
      promise("PO-1", LAMP, 1, "2026-12-01").is(201);
      play.places(lamp(1002));
      isExpected("DTC-1002", "2026-12-01");
      AShopifyOrder edited = lamp(1003);
      play.places(edited);
      waits("DTC-1003");

      shop.api().post("/orders/DTC-1002/cancel", Map.of("why", "too long")).is(200);
      play.becomes("DTC-1002", "cancelled", LIMIT);
      isExpected("DTC-1003", "2026-12-01");

      AShopifyOrder mug = AShopifyOrder.mug(1003);
      play.updates(mug).is(202);
      play.becomes("DTC-1003", "labelled", LIMIT);
      assertThat(promised("PO-1")).isZero();
    }
  }

  @Test
  void aPreOrderGoesOutOnItsDayAndAWaitHasAnEnd() {
    try (shop) {
      play.places(AShopifyOrder.number(1001).line("CALENDAR-27", 1, 1700));
      waits("DTC-1001");
      promise("PO-1", "CALENDAR-27", 5, "2026-12-01").is(201);
      isExpected("DTC-1001", "2026-12-10");
      // Late without a word: nobody knows any more when it comes.
      shop.pass(Duration.ofDays(11));
      assertThat(line("DTC-1001").path("expectedOn").isMissingNode()).isTrue();
      shop.api().post("/stock/observations", count("CALENDAR-27", 3)).is(200);
      shop.pass(Duration.ofDays(8));
      play.becomes("DTC-1001", "labelled", LIMIT);

      play.places(lamp(1002));
      play.becomes("DTC-1002", "labelled", LIMIT);
      play.places(lamp(1003));
      waits("DTC-1003");
      shop.pass(Duration.ofDays(61));
      assertThat(play.isHeld("DTC-1003", "OUT_OF_STOCK")).isNotNull();
    }
  }

  @Test
  void nonsenseOfSuppliersIsRefusedAndChangesNothing() {
    try (shop) {
      promise("PO-1", "NO-SUCH", 2, "2026-12-01").is(400);
      promise("PO-1", LAMP, -2, "2026-12-01").is(400);
      promise("PO-1", LAMP, 2, "2016-12-01").is(400);
      promise("PO 1", LAMP, 2, "2026-12-01").is(400);
      shop.api().post("/inbound", Map.of("reference", "PO-1", "lines", List.of())).is(400);
      assertThat(shop.api().all("/inbound")).isEmpty();
      receives("PO-1", "dock-1", 2, 0).is(404);
      promise("PO-1", LAMP, 2, "2026-12-01").is(201);
      receives("PO-1", "dock-1", 2, 3).is(400);
      shop.api().post("/inbound/PO-1/slip", Map.of("line", "1", "newDate", "2026-11-01")).is(400);
      shop.api().post("/inbound/PO-1/slip", Map.of("line", "9", "newDate", "2026-12-11")).is(404);
      assertThat(shop.api().all("/inbound")).hasSize(1);
    }
  }

  /** Who can't be served waits; a calendar comes out on 10 December. */
  private static String waiting(String file) {
    return file.replace("\"rules\": {", "\"rules\": {\"whenShort\": \"backorder\",")
        .replace("\"notices\": [", "\"notices\": [\"backordered\", ")
        .replace(
            "{\"sku\": \"CALENDAR-27\",",
            "{\"sku\": \"CALENDAR-27\", \"releaseDate\": \"2026-12-10\",");
  }

  private static AShopifyOrder lamp(int number) {
    return AShopifyOrder.number(number).line(LAMP, 1, 12_000);
  }

  private Api.Answer promise(String reference, String sku, long units, String day) {
    Map<String, Object> line =
        Map.of("line", "1", "sku", sku, "node", "EAST", "quantity", units, "expectedOn", day);
    return shop.api()
        .post(
            "/inbound", Map.of("reference", reference, "supplier", "Mill", "lines", List.of(line)));
  }

  private Api.Answer receives(String reference, String id, long units, long damaged) {
    return shop.api()
        .post(
            "/inbound/" + reference + "/receipts",
            Map.of("receiptId", id, "line", "1", "quantity", units, "damaged", damaged));
  }

  private Map<String, Object> count(String sku, long units) {
    return Map.of(
        "sku",
        sku,
        "node",
        "EAST",
        "count",
        units,
        "observedAt",
        shop.now().toString(),
        "source",
        "test");
  }

  private void waits(String orderId) {
    assertThat(shop.until(() -> line(orderId).path("backordered").asLong() == 1, LIMIT))
        .as("%s waits", orderId)
        .isTrue();
  }

  private void isExpected(String orderId, String day) {
    assertThat(shop.until(() -> line(orderId).path("expectedOn").asText().equals(day), LIMIT))
        .as("%s is expected on %s", orderId, day)
        .isTrue();
  }

  private JsonNode line(String orderId) {
    Api.Answer answer = shop.api().get("/orders/" + orderId);
    return answer.status() == 404
        ? MissingNode.getInstance()
        : answer.is(200).json().at("/lines/0");
  }

  private long inbound(String sku) {
    return play.stock(sku).stream().mapToLong(level -> level.path("inbound").asLong()).sum();
  }

  private long promised(String reference) {
    return shop.api().all("/inbound").stream()
        .filter(each -> each.path("reference").asText().equals(reference))
        .mapToLong(each -> each.at("/lines/0/promised").asLong())
        .sum();
  }
}
