package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Support sends a customer a label to return a mug with. */
class ReturnLabelTest {
  private static final String ID = "DTC-1001";

  private final RunningShop shop =
      RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of());
  private final Play play = new Play(shop);

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aShippedParcelGetsALabelBackAndTheSameOneWhenAskedAgain() {
    play.places(AShopifyOrder.mug(1001)).is(202);
    JsonNode shipment = play.becomes(ID, "labelled").at("/shipments/0");
    String route = "/shipments/" + shipment.path("shipmentId").asText() + "/returnlabel";
    assertThat(shop.api().post(route, Map.of()).is(409).text("detail"))
        .startsWith("it has not left the house");

    play.handsOver(ID);
    long stock = play.onHand("MUG-01");
    JsonNode label = shop.api().post(route, Map.of("by", "support")).is(200).json();
    assertThat(shop.api().post(route, Map.of("request", 1)).is(200).json()).isEqualTo(label);
    assertThat(label.path("node")).isEqualTo(shipment.path("node"));
    assertThat(label.path("trackingNumber").asText())
        .isNotBlank()
        .isNotEqualTo(shipment.at("/parcels/0/trackingNumber").asText());
    assertThat(file(label.at("/label/pdf").asText())).startsWith("%PDF-");
    assertThat(file(label.at("/label/zpl").asText())).startsWith("^XA");
    assertThat(play.onHand("MUG-01")).isEqualTo(stock);

    JsonNode other = shop.api().post(route, Map.of("request", 2)).is(200).json();
    assertThat(other.path("trackingNumber")).isNotEqualTo(label.path("trackingNumber"));
    assertThat(timeline())
        .containsExactlyInAnyOrder(
            "return label for " + label.path("parcelId").asText(),
            "return label for " + other.path("parcelId").asText());
    for (String form : List.of("pdf", "letter", "zpl203", "zpl300")) {
      assertThat(printed(route.replace("returnlabel", "documents?form=" + form)))
          .as(form)
          .containsExactly(label.path("parcelId").asText(), other.path("parcelId").asText());
    }
  }

  @Test
  void whatNobodyUnderstandsIsRefusedInWords() {
    String route = "/shipments/SHP-DTC-1001-1/returnlabel";
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("request", 0),
            Map.of("request", "one"),
            Map.of("weightGrams", -1),
            Map.of("parcelId", ""),
            Map.of("node", "no such id"))) {
      assertThat(shop.api().post(route, wrong).status()).as(wrong.toString()).isEqualTo(400);
    }
    shop.api().post(route, Map.of()).is(404);
  }

  private String file(String path) {
    return new String(shop.api().get(path).is(200).body(), US_ASCII);
  }

  private List<String> timeline() {
    return shop.api().all("/orders/" + ID + "/timeline").stream()
        .map(entry -> entry.path("what").asText())
        .filter(what -> what.startsWith("return label"))
        .toList();
  }

  private List<String> printed(String path) {
    return shop.api()
        .get(path)
        .is(200)
        .json()
        .path("items")
        .valueStream()
        .filter(each -> each.path("document").asText().equals("return_label"))
        .map(each -> each.at("/parcelIds/0").asText())
        .toList();
  }
}
