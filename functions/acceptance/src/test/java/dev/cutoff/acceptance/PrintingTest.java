package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A packing bench prints through the API, and its printer has no token. */
class PrintingTest {
  private static final String ID = "DTC-1001";

  private final RunningShop shop =
      RunningShop.open(Shops.folder(), Clockwork.virtual(RunningShop.START), Map.of());
  private final Play play = new Play(shop);
  private final Api printer = new Api(shop, "");

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aShipmentsDocumentsAreFetchedByTheirLinksWithoutAToken() {
    String shipment = labelled().path("shipmentId").asText();
    for (String form : List.of("pdf", "a4", "letter", "zpl203", "zpl300")) {
      JsonNode page =
          shop.api().get("/shipments/" + shipment + "/documents?form=" + form).is(200).json();
      assertThat(page.path("missing")).isEmpty();
      for (JsonNode document : page.path("items")) {
        byte[] file = printer.get(document.path("path").asText()).is(200).body();
        boolean zpl = form.startsWith("zpl") && document.path("document").asText().equals("label");
        assertThat(new String(file, 0, 5, US_ASCII))
            .as(form + " " + document)
            .startsWith(zpl ? "^XA" : "%PDF-");
      }
    }
    shop.api().get("/shipments/" + shipment + "/documents?form=a3").is(400);
    shop.api().get("/shipments/SHP-DTC-7-1/documents").is(404);
    printer.get("/shipments/" + shipment + "/documents").is(401);
  }

  @Test
  void aLinkThatWasChangedOrHasEndedIsRefusedInWords() {
    String shipment = labelled().path("shipmentId").asText();
    String path =
        shop.api()
            .get("/shipments/" + shipment + "/documents")
            .is(200)
            .json()
            .at("/items/0/path")
            .asText();
    printer.get(path).is(200);
    assertThat(printer.get(path + "A").is(403).text("title")).isEqualTo("Not a link of ours");
    shop.pass(Duration.ofHours(1));
    assertThat(printer.get(path).is(410).text("detail")).endsWith("ask for a new one");
  }

  @Test
  void aWaveIsOneFile() {
    JsonNode shipment = labelled();
    JsonNode parcel = shipment.at("/parcels/0");
    String day = shipment.path("shipBy").asText().substring(0, 10);
    String wave =
        "/waves/labels?node=%s&shipDate=%s&carrier=%s"
            .formatted(shipment.path("node").asText(), day, parcel.path("carrier").asText());
    JsonNode printed = shop.api().get(wave + "&form=zpl203").is(200).json();
    assertThat(new TreeSet<>(printed.findValuesAsText("parcelId")))
        .contains(parcel.path("parcelId").asText());
    byte[] file = printer.get(printed.at("/file/path").asText()).is(200).body();
    assertThat(file).hasSize(printed.at("/file/bytes").asInt());
    assertThat(new String(file, US_ASCII)).startsWith("^XA");

    shop.api().get(wave.replace(day, "2026-13-01")).is(400);
    shop.api().get(wave + "&cursor=%25%25").is(400);
    shop.api().get("/waves/labels?node=NOWHERE&shipDate=" + day).is(404);
  }

  private JsonNode labelled() {
    play.places(AShopifyOrder.mug(1001)).is(202);
    return play.becomes(ID, "labelled").at("/shipments/0");
  }
}
