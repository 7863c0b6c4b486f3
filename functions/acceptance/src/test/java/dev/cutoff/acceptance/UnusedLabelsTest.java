package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A label that is paid, and whose parcel nobody hands over. */
class UnusedLabelsTest {
  private static final String ID = "DTC-1001";

  /** Its labels are taken back for three days. */
  private static final String ACCOUNT =
      "\"account\": {\"secretName\": \"acme-api\", \"settle\": \"PT5M\", \"voidWithin\": \"P3D\"}, ";

  private final RunningShop shop =
      RunningShop.open(
          Shops.folder(),
          Clockwork.virtual(RunningShop.START),
          Map.of(),
          file ->
              file.replace(
                  "\"provider\": \"ratecard\", \"webhookSecretName\"",
                  "\"provider\": \"ratecard\", " + ACCOUNT + "\"webhookSecretName\""));
  private final Play play = new Play(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void itIsNamedWithItsDeadlineListedAndGivenBackWhenAPersonSaysSo() throws Exception {
    play.places(AShopifyOrder.mug(1001)).is(202);
    JsonNode parcel = play.becomes(ID, "labelled").at("/shipments/0/parcels/0");
    assertThat(unused()).isEmpty();

    shop.pass(Duration.ofHours(30));
    round();

    JsonNode named =
        shop.api().get("/exceptions?reason=LABEL_UNUSED").is(200).json().at("/items/0");
    assertThat(named.path("orders")).extracting(JsonNode::asText).containsExactly(ID);
    assertThat(named.path("actions")).extracting(JsonNode::asText).contains("void", "dismiss");
    assertThat(unused())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.path("trackingNumber")).isEqualTo(parcel.path("trackingNumber"));
          assertThat(each.path("voidBy").asText()).isEqualTo(named.at("/facts/voidBy").asText());
          assertThat(each.path("nextTryAt").isNull()).isTrue();
        });

    String path = "/exceptions/" + named.path("id").asText() + "/resolve";
    shop.api().post(path, Map.of("action", "retry")).is(409);
    shop.api().post(path, Map.of("action", "void")).is(200);
    assertThat(shop.until(() -> happened("labels voided"), Duration.ofMinutes(5))).isTrue();
    assertThat(happened("resolved: void")).isTrue();
    assertThat(unused()).isEmpty();
    shop.api().post(path, Map.of("action", "void")).is(409);
  }

  private boolean happened(String what) {
    return play.timeline(ID).stream().anyMatch(each -> each.path("what").asText().contains(what));
  }

  private List<JsonNode> unused() {
    return shop.api().all("/postage/orphans");
  }

  private void round() throws Exception {
    shop.invoke("Postage", "{}".getBytes(StandardCharsets.UTF_8));
  }
}
