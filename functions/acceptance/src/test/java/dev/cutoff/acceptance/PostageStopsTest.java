package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody turns labels off for a store and on again. */
class PostageStopsTest {
  private static final String ID = "DTC-1001";

  private final RunningShop shop = RunningShop.open(Shops.folder(), false, Map.of());
  private final Play play = new Play(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anOrderOfAStoppedStoreIsTakenInAndPlannedAndLabelledOnceThatIsLifted() throws Exception {
    JsonNode stopped =
        turn(Map.of("scope", "store", "id", "acme", "stopped", true, "why", "wrong prices"), 200);
    assertThat(stopped.at("/items/0/why").asText()).isEqualTo("wrong prices");
    play.places(AShopifyOrder.mug(1001));
    JsonNode held = play.isHeld(ID, "POSTAGE_STOPPED");
    assertThat(held.path("message").asText()).contains("wrong prices").contains("acme");
    assertThat(postage()).contains("\"resumed\":0");

    turn(Map.of("scope", "store", "id", "acme", "stopped", false), 200);
    assertThat(postage()).contains("\"resumed\":1");

    play.becomes(ID, "labelled");
    assertThat(shop.api().get("/postage/stops").is(200).json().path("items")).isEmpty();
    assertThat(shop.api().get("/postage/balances").is(200).json().path("items")).isEmpty();
    assertThat(shop.api().get("/postage/orphans").is(200).json().path("items")).isEmpty();
  }

  @Test
  void whatIsNotInTheMerchantFileIsNotStoppedAndNobodyStopsWithoutAReason() {
    turn(Map.of("scope", "carrier", "id", "nobody", "stopped", true, "why", "?"), 404);
    turn(Map.of("scope", "carrier", "id", "swift", "stopped", true), 400);
    turn(Map.of("scope", "planet", "id", "swift", "stopped", true, "why", "?"), 400);
    turn(Map.of("scope", "carrier", "id", "swift"), 400);
  }

  private JsonNode turn(Map<String, Object> body, int status) {
    return shop.api().post("/postage/stops", body).is(status).json();
  }

  private String postage() throws Exception {
    return new String(
        shop.invoke("Postage", "{}".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
