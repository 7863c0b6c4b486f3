package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A mug for Boston tomorrow: it is to leave Newark today by 16:00. */
class PromiseWatchTest {
  private static final Instant CUTOFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final String ID = "DTC-1001";

  private final RunningShop shop = RunningShop.open(Shops.folder(), false, Map.of());
  private final Play play = new Play(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anOrderAtRiskIsShownInTimeWithWhatSavesItUntilWhenAndForHowMuch() throws Exception {
    overnight();
    at(CUTOFF.minus(Duration.ofHours(1)).minusSeconds(1));
    assertThat(watch())
        .isEqualTo("{\"orders\":1,\"atRisk\":0,\"closed\":0,\"left\":0,\"failed\":0}");
    assertThat(play.exceptions(ID)).isEmpty();

    at(CUTOFF.minus(Duration.ofMinutes(50)));
    watch();
    watch();

    JsonNode risk = play.exception(ID);
    assertThat(risk.path("reason").asText()).isEqualTo("PROMISE_AT_RISK");
    assertThat(risk.path("message").asText())
        .isEqualTo(
            "DTC-1001, promised by Tue 24 Nov: it is labelled and not packed, and EAST's cutoff for Ground (metro ground) is 16:00 New York."
                + " If it misses that, send it instead by Overnight (swift overnight) from CENTRAL before 17:00 Chicago: +$44.11.");
    JsonNode option = risk.at("/options/0");
    assertThat(option.path("action").asText()).isEqualTo("upgrade");
    assertThat(option.at("/legs/0/node").asText()).isEqualTo("CENTRAL");
    assertThat(play.order(ID).at("/exceptions/0/id")).isEqualTo(risk.path("id"));
    assertThat(play.state(ID)).isEqualTo("labelled");
  }

  @Test
  void upgradeVoidsTheLabelAndSendsItTheDearerWay() throws Exception {
    overnight();
    at(CUTOFF.minus(Duration.ofMinutes(10)));
    watch();

    play.resolves(ID, Map.of("action", "upgrade")).is(200);
    shop.pass(Duration.ofMinutes(1));
    play.becomes(ID, "labelled");

    JsonNode open = open(play.order(ID));
    assertThat(open.path("node").asText()).isEqualTo("CENTRAL");
    assertThat(open.at("/parcels/0/service").asText()).isEqualTo("overnight");
    assertThat(play.order(ID).at("/promise/deliverBy").asText()).isEqualTo("2026-11-24");
    assertThat(play.exceptions(ID)).isEmpty();
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
    assertThat(play.timeline(ID))
        .anySatisfy(
            entry -> assertThat(entry.path("what").asText()).isEqualTo("resolved: upgrade"));
  }

  @Test
  void whatIsHandedOverInTheLastMinuteClosesByItself() throws Exception {
    overnight();
    at(CUTOFF.minus(Duration.ofMinutes(10)));
    watch();
    String id = play.exception(ID).path("id").asText();
    play.handsOver(ID);

    assertThat(watch()).contains("\"closed\":1");

    assertThat(play.exceptions(ID)).isEmpty();
    shop.api().post("/exceptions/" + id + "/resolve", Map.of("action", "upgrade")).is(409);
  }

  @Test
  void anActionThatIsNoneOfAPromiseIsRefusedWithWhatIsPossible() throws Exception {
    overnight();
    at(CUTOFF.minus(Duration.ofMinutes(10)));
    watch();

    assertThat(play.resolves(ID, Map.of("action", "recount")).is(409).text("detail"))
        .contains("upgrade");
    play.resolves(ID, Map.of("action", "dismiss")).is(200);
  }

  private void overnight() {
    play.places(
        AShopifyOrder.mug(1001)
            .with(json ->
                json.withArray("shipping_lines")
                    .removeAll()
                    .addObject()
                    .put("code", "Overnight")
                    .put("title", "Overnight")
                    .put("price", "0.00")));
    play.becomes(ID, "labelled");
  }

  private static JsonNode open(JsonNode order) {
    return StreamSupport.stream(order.path("shipments").spliterator(), false)
        .filter(each -> !each.path("state").asText().equals("cancelled"))
        .findFirst()
        .orElseThrow();
  }

  private void at(Instant instant) {
    shop.pass(Duration.between(shop.now(), instant));
  }

  private String watch() throws Exception {
    return new String(
        shop.invoke("PromiseWatch", "{}".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
