package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the bench to the truck, through the API: a mug on its way. */
class DocksTest {
  private static final String ID = "DTC-1001";

  private RunningShop shop = open("\"shippedAt\": \"manifest\"");
  private Play play = new Play(shop);

  private static RunningShop open(String dock) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.virtual(RunningShop.START),
        Map.of(),
        file -> file.replace("\"shippedAt\": \"handover\"", dock));
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theCutoffClosesTheDayAndShipsWhatIsOnTheManifest() throws Exception {
    play.places(AShopifyOrder.mug(1001));
    JsonNode labelled = play.becomes(ID, "labelled");
    String node = labelled.at("/shipments/0/node").asText();
    String number = labelled.at("/shipments/0/parcels/0/trackingNumber").asText();

    OffsetDateTime cutoff = OffsetDateTime.parse(labelled.at("/shipments/0/shipBy").asText());
    shop.pass(Duration.between(shop.now(), cutoff.toInstant()).plusMinutes(10));
    // The schedule of the shop under test comes less often.
    shop.invoke("DockWatch", "{}".getBytes(StandardCharsets.UTF_8));
    play.becomes(ID, "shipped");

    JsonNode manifest =
        manifests(node, cutoff.toLocalDate().toString()).stream()
            .filter(each -> !each.path("parcels").isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(manifest.path("state").asText()).isEqualTo("done");
    assertThat(manifest.at("/parcels/0/trackingNumber").asText()).isEqualTo(number);
    assertThat(shop.api().get(manifest.path("document").asText()).is(200).body())
        .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(
            shop.api()
                .post(
                    "/manifests",
                    Map.of(
                        "node", node,
                        "carrier", manifest.path("carrier").asText(),
                        "date", manifest.path("date").asText()))
                .is(200)
                .json())
        .isEqualTo(manifest);
  }

  @Test
  void aParcelOfACancelledOrderIsRefusedAtBenchAndDockAndNamed() {
    play.places(AShopifyOrder.mug(1001));
    JsonNode labelled = play.becomes(ID, "labelled");
    String shipment = labelled.at("/shipments/0/shipmentId").asText();
    String number = labelled.at("/shipments/0/parcels/0/trackingNumber").asText();
    play.cancels(ID);
    play.becomes(ID, "cancelled");

    JsonNode problem =
        shop.api().post("/scans/dock", Map.of("trackingNumber", number)).is(409).json();
    assertThat(problem.path("detail").asText()).contains("stop the parcel");
    shop.api().post("/shipments/" + shipment + "/packed", Map.of("weightGrams", 500)).is(409);
    shop.api().post("/scans/dock", Map.of("parcelId", "SHP-DTC-9-1-1")).is(404);
    shop.api().post("/scans/dock", Map.of("by", "dock 2")).is(400);
    JsonNode named =
        shop.api().get("/exceptions?reason=VOID_LABEL_SCANNED").is(200).json().path("items");
    assertThat(named).hasSize(2);
    String id = named.get(0).path("id").asText();
    shop.api().post("/exceptions/" + id + "/resolve", Map.of("action", "dismiss")).is(200);
    shop.api().post("/exceptions/" + id + "/resolve", Map.of("action", "dismiss")).is(409);
  }

  @Test
  void aNodeThatLabelsAtPackWaitsForTheBenchAndShowsNoException() {
    shop.close();
    shop = open("\"shippedAt\": \"handover\", \"label\": \"pack\"");
    play = new Play(shop);
    play.places(AShopifyOrder.mug(1001));
    JsonNode planned = play.becomes(ID, "planned");
    shop.pass(Duration.ofMinutes(10));
    assertThat(play.state(ID)).isEqualTo("planned");
    assertThat(shop.api().get("/exceptions").is(200).json().path("items")).isEmpty();

    JsonNode packed =
        shop.api()
            .post(
                "/shipments/" + planned.at("/shipments/0/shipmentId").asText() + "/packed",
                Map.of("weightGrams", 900, "anyPrice", true, "by", "bench 2"))
            .is(200)
            .json();
    assertThat(packed.path("told").asText()).contains("900 g");
    JsonNode labelled = play.becomes(ID, "labelled");
    assertThat(labelled.at("/shipments/0/parcels/0/weightGrams").asLong()).isEqualTo(900);
  }

  private List<JsonNode> manifests(String node, String date) {
    List<JsonNode> all = new ArrayList<>();
    shop.api()
        .get("/manifests?node=" + node + "&date=" + date)
        .is(200)
        .json()
        .path("items")
        .forEach(all::add);
    return all;
  }
}
