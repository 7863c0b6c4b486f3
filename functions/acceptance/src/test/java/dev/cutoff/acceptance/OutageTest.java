package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A carrier that is away by script, rehearsed over the whole shop. */
class OutageTest {
  private static final Duration SOON = Duration.ofMinutes(5);

  /** 13:30 in Chicago, where the first node is, on a Monday. */
  private static final Instant IN_IT = Instant.parse("2026-11-23T19:30:00Z");

  private RunningShop shop = open(List.of());

  private static RunningShop open(List<String> outages) {
    return RunningShop.open(
        Shops.folder(), Clockwork.virtual(IN_IT), Map.of(), UnaryOperator.identity(), outages);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theOrderGoesToTheNextCarrierAndBackOnceItIsOver() {
    String usual = carrierOf("DTC-1001", 1001);
    shop.close();
    shop = open(List.of(usual + "=13:00-15:00"));
    Play play = new Play(shop);

    assertThat(carrierOf("DTC-1001", 1001)).isNotEqualTo(usual);

    JsonNode receipt = shop.api().get("/orders/DTC-1001/receipt").is(200).json().at("/items/0");
    assertThat(receipt.path("carriers"))
        .as("the one that is away, and all the others")
        .anySatisfy(each -> {
          assertThat(each.path("carrier").asText()).isEqualTo(usual);
          assertThat(each.path("answered").asBoolean()).isFalse();
          assertThat(each.path("outcome").asText()).contains("can't be reached");
        })
        .hasSize(3)
        .filteredOn(each -> each.path("answered").asBoolean())
        .hasSize(2);
    JsonNode away = carrier(usual);
    assertThat(away.at("/operations/0/operation").asText()).isEqualTo("rates");
    assertThat(away.at("/operations/0/failures").asInt()).isPositive();
    assertThat(away.at("/operations/0/breaker/state").asText()).isNotEqualTo("closed");
    assertThat(away.at("/operations/0/lastFailure/why").asText()).isEqualTo("can't be reached");

    shop.pass(Duration.between(shop.now(), IN_IT.plus(Duration.ofMinutes(91))));
    assertThat(carrierOf("DTC-1002", 1002)).isEqualTo(usual);
    assertThat(carrier(usual).at("/operations/0/breaker/state").asText()).isEqualTo("closed");
    assertThat(play.state("DTC-1002")).isEqualTo("labelled");
  }

  private String carrierOf(String orderId, int number) {
    Play play = new Play(shop);
    play.places(AShopifyOrder.mug(number));
    JsonNode labelled = play.becomes(orderId, "labelled", SOON);
    return labelled.at("/shipments/0/parcels/0/carrier").asText();
  }

  private JsonNode carrier(String id) {
    return shop.api().all("/carriers").stream()
        .filter(each -> each.path("carrier").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
