package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Monday evening, after every node's cutoff; the mug was promised for Tuesday. */
class LatePlansTest {
  private static final Instant EVENING = Instant.parse("2026-11-24T00:30:00Z");
  private static final String ID = "DTC-1001";

  private RunningShop shop = open("hold");

  private static RunningShop open(String whenLate) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.virtual(EVENING),
        Map.of(),
        file ->
            file.replaceFirst(
                "\"rules\": \\{",
                "\"rules\": {\"plan\": {\"whenLate\": \"%s\"},".formatted(whenLate)));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whereNoPlanKeepsThePromiseThePricedOptionsAreShown() {
    Play play = new Play(shop);
    overnight(play);

    JsonNode held = play.isHeld(ID, "PROMISE_CANNOT_BE_KEPT");
    JsonNode late = held.at("/options/0");
    assertThat(late.path("action").asText()).isEqualTo("ship-late");
    assertThat(late.path("arrives").asText()).isEqualTo("2026-11-25");
    assertThat(late.at("/cost/amount").asLong()).isPositive();
    int last = held.path("options").size() - 1;
    assertThat(held.at("/options/" + last + "/action").asText()).isEqualTo("cancel");
    assertThat(play.order(ID).at("/exceptions/0/options")).isEqualTo(held.path("options"));

    play.resolves(ID, Map.of("action", "ship-late")).is(200);
    JsonNode order = play.becomes(ID, "labelled");
    assertThat(order.at("/promise/deliverBy").asText()).isEqualTo("2026-11-24");
    assertThat(order.at("/promise/expected").asText()).isEqualTo("2026-11-25");
    assertThat(delays(play)).hasSize(1);
  }

  @Test
  void aShopThatShipsLateTellsTheCustomerEarlyAndOnce() {
    shop.close();
    shop = open("ship");
    Play play = new Play(shop);
    overnight(play);

    JsonNode order = play.becomes(ID, "labelled");
    shop.pass(Duration.ofMinutes(5));

    assertThat(order.at("/promise/expected").asText()).isEqualTo("2026-11-25");
    assertThat(play.exceptions(ID)).isEmpty();
    assertThat(delays(play)).hasSize(1);
  }

  private void overnight(Play play) {
    play.places(
        AShopifyOrder.mug(1001)
            .with(json ->
                json.withArray("shipping_lines")
                    .removeAll()
                    .addObject()
                    .put("code", "Overnight")
                    .put("title", "Overnight")
                    .put("price", "0.00")));
  }

  private List<String> delays(Play play) {
    shop.pass(Duration.ofMinutes(1));
    return play.mails(ID).stream().filter(each -> each.contains("delayed")).toList();
  }
}
