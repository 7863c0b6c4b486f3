package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is there of an order waits for what comes in time, where that costs less. */
class PartlyThereTest {
  private static final Duration LIMIT = Duration.ofMinutes(90);

  private final RunningShop shop =
      RunningShop.open(
          Shops.folder(),
          Clockwork.virtual(RunningShop.START),
          Map.of(),
          file ->
              file.replace(
                  "\"rules\": {",
                  "\"rules\": {\"whenShort\": \"backorder\", \"shipPartial\": true,"));
  private final Play play = new Play(shop);

  @Test
  void theMugWaitsForTheLampThatComesTomorrowAndGoesWithIt() {
    try (shop) {
      play.places(AShopifyOrder.number(1001).line("LAMP-ONE", 1, 12_000));
      play.becomes("DTC-1001", "labelled");
      inbound();
      play.places(AShopifyOrder.number(1002).line("MUG-01", 1, 1250).line("LAMP-ONE", 1, 12_000));

      JsonNode waits = play.becomes("DTC-1002", "reserved", LIMIT);
      assertThat(waits.at("/shipments/0/lines")).hasSize(1);
      assertThat(shop.api().all("/orders/DTC-1002/timeline"))
          .extracting(each -> each.path("what").asText())
          .contains("waits for the rest of it, until 2026-11-25");

      shop.api()
          .post(
              "/inbound/PO-1/receipts",
              Map.of("receiptId", "dock-1", "line", "1", "quantity", 3, "damaged", 0))
          .is(200);
      JsonNode whole = play.becomes("DTC-1002", "labelled", LIMIT);
      assertThat(whole.path("shipments"))
          .filteredOn(each -> each.path("state").asText().equals("labelled"))
          .singleElement()
          .satisfies(each -> assertThat(each.path("lines")).hasSize(2));
    }
  }

  private void inbound() {
    Map<String, Object> line =
        Map.of(
            "line",
            "1",
            "sku",
            "LAMP-ONE",
            "node",
            "EAST",
            "quantity",
            3,
            "expectedOn",
            "2026-11-24");
    shop.api()
        .post("/inbound", Map.of("reference", "PO-1", "supplier", "Mill", "lines", List.of(line)))
        .is(201);
  }
}
