package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.acceptance.emulator.Tools;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.testkit.karrio.KarrioServer;
import dev.cutoff.testkit.paper.PdfPictures;
import dev.cutoff.testkit.paper.ZplPictures;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example shop whose only carrier is behind a true Karrio, through Cutoff's own API. */
class KarrioChainTest {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final int DPI = 203;
  private static KarrioServer karrio;

  @BeforeAll
  static void startKarrio() {
    Tools.tool("karrio", "gunicorn");
    Path tools = Path.of(System.getProperty("cutoff.tools", ""));
    Path log = Path.of("target", "karrio", "karrio.log");
    karrio = KarrioServer.start(RunningShop.ROOT, tools, Optional.empty(), log);
  }

  @AfterAll
  static void stopKarrio() {
    // Where it was not started the tests were skipped.
    if (karrio != null) {
      karrio.close();
    }
  }

  @Test
  void anOrderIsRatedLabelledAndVoidedThroughKarrio() {
    try (RunningShop shop = open(Duration.ZERO)) {
      Play play = new Play(shop);
      play.places(AShopifyOrder.mug(1001));

      JsonNode order = play.becomes("DTC-1001", "labelled", SOON);
      JsonNode parcel = order.at("/shipments/0/parcels/0");
      assertThat(parcel.path("carrier").asText()).isEqualTo("swift");
      assertThat(parcel.at("/cost/amount").asLong()).isEqualTo(1_140);
      assertThat(parcel.path("trackingNumber").asText()).matches("[0-9a-f]{12}");
      assertThat(sold("DTC-1001")).hasSize(1);

      play.cancels("DTC-1001").is(200);
      play.becomes("DTC-1001", "cancelled", SOON);
      assertThat(play.timeline("DTC-1001"))
          .anyMatch(entry -> entry.path("what").asText().contains("void"));
    }
  }

  /** From the address to the void, by nothing but Cutoff's own API. */
  @Test
  void anAddressIsVerifiedAndTwoParcelsAreRatedLabelledPrintedAndVoided() throws Exception {
    try (RunningShop shop = open(Duration.ZERO)) {
      Play play = new Play(shop);
      play.places(AShopifyOrder.number(1003).line("PAN-28", 8, 6_400)).is(202);

      JsonNode order = play.becomes("DTC-1003", "labelled", SOON);
      assertThat(order.at("/addressCheck/result").asText()).isEqualTo("good");
      assertThat(rates(shop, "DTC-1003"))
          .anySatisfy(each -> {
            assertThat(each.path("carrier").asText()).isEqualTo("swift");
            assertThat(each.path("answered").asBoolean()).isTrue();
            assertThat(each.path("outcome").asText()).isEqualTo("1 rate");
          });
      List<JsonNode> parcels = list(order.at("/shipments/0/parcels"));
      assertThat(parcels).hasSize(2);
      assertThat(sold("DTC-1003")).hasSize(2).doesNotHaveDuplicates();
      Set<String> bars = new HashSet<>();
      for (JsonNode parcel : parcels) {
        assertThat(parcel.path("carrier").asText()).isEqualTo("swift");
        assertThat(parcel.at("/cost/amount").asLong()).isEqualTo(1_140);
        bars.add(scanned(shop, parcel));
      }
      assertThat(bars).as("each parcel has its own").hasSize(2);

      play.cancels("DTC-1003").is(200);
      play.becomes("DTC-1003", "cancelled", SOON);
      assertThat(play.timeline("DTC-1003"))
          .anyMatch(entry -> entry.path("what").asText().contains("labels voided"));
      assertThat(atKarrio("DTC-1003"))
          .extracting(each -> each.path("status").asText())
          .containsExactly("cancelled", "cancelled");
      assertThat(shop.api().all("/postage/orphans")).isEmpty();
    }
  }

  /** Reported: "no rates", and nobody knows why. */
  @Test
  void anOverweightParcelIsHeldWithItsWeightAndTheLimit() {
    try (RunningShop shop = KarrioShop.open(karrio, Duration.ZERO, KarrioShop::heavyLamp)) {
      Play play = new Play(shop);
      play.places(AShopifyOrder.number(1004).line("LAMP-ONE", 1, 12_000)).is(202);

      assertThat(play.isHeld("DTC-1004", "NO_RATES").path("message").asText())
          .contains("swift", "ground: 31520 g is over its limit of 30000 g");
      assertThat(sold("DTC-1004")).isEmpty();
    }
  }

  @Test
  void aForeignParcelIsHeldWithItsCountry() {
    try (RunningShop shop = open(Duration.ZERO)) {
      Play play = new Play(shop);
      play.places(toBonn(AShopifyOrder.mug(1005))).is(202);

      assertThat(play.isHeld("DTC-1005", "NO_RATES").path("message").asText())
          .contains("swift", "ground: does not deliver to DE");
      assertThat(sold("DTC-1005")).isEmpty();
    }
  }

  /** The merchant file says that the carrier takes it, and Karrio answers 200 and an empty list. */
  @Test
  void whatKarrioHasNoRateForIsHeldWithWhatWasAskedAndThatItSaidNoMore() {
    try (RunningShop shop = KarrioShop.open(karrio, Duration.ZERO, KarrioShop::promisingTooMuch)) {
      Play play = new Play(shop);
      play.places(AShopifyOrder.number(1006).line("LAMP-ONE", 1, 12_000)).is(202);
      play.places(toBonn(AShopifyOrder.mug(1007))).is(202);

      assertThat(play.isHeld("DTC-1006", "NO_RATES").path("message").asText())
          .contains("swift no rates: Swift: Ground: the carrier gave no price to US for 31520 g");
      assertThat(play.isHeld("DTC-1007", "NO_RATES").path("message").asText())
          .contains("swift no rates: Swift: Ground: the carrier gave no price to DE for ");
    }
  }

  /** Karrio by itself sells as many as are asked for: LiveKarrioTest shows it. */
  @Test
  void fourStepsThatBuyTheSameLabelAtOnceBuyOne() throws Exception {
    try (RunningShop shop = open(Duration.ofMinutes(20))) {
      Play play = new Play(shop);
      play.places(AShopifyOrder.mug(1002));
      play.becomes("DTC-1002", "planned", SOON);

      assertThat(fourAtOnce(() -> label(shop)))
          .contains("done")
          .allMatch(each -> each.matches("done|.*(somebody else is buying|LABEL_UNSETTLED).*"));
      assertThat(sold("DTC-1002")).hasSize(1);
      assertThat(label(shop)).isEqualTo("done");
      assertThat(sold("DTC-1002")).hasSize(1);
    }
  }

  private static List<String> fourAtOnce(Callable<String> step) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        running.add(threads.submit(step));
      }
      List<String> ended = new ArrayList<>();
      for (Future<String> each : running) {
        ended.add(each.get());
      }
      return ended;
    }
  }

  private static String label(RunningShop shop) {
    try {
      shop.invoke(
          "Label", "{\"orderId\":\"DTC-1002\",\"attempt\":1}".getBytes(StandardCharsets.UTF_8));
      return "done";
    } catch (FunctionError again) {
      return again.toString();
    }
  }

  private static List<String> sold(String orderId) {
    return karrio.sold().stream().filter(each -> each.contains(orderId)).toList();
  }

  /** What Karrio itself has of an order. */
  private static List<JsonNode> atKarrio(String orderId) throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create(karrio.base() + "/v1/shipments?reference=" + orderId))
            .header("Authorization", "Token " + karrio.token())
            .build();
    String answer = Api.HTTP.send(question, BodyHandlers.ofString()).body();
    return list(new ObjectMapper().readTree(answer).path("results"));
  }

  private static List<JsonNode> rates(RunningShop shop, String orderId) {
    return list(
        shop.api().get("/orders/" + orderId + "/receipt").is(200).json().at("/items/0/carriers"));
  }

  /**
   * What a scanner reads on a parcel's label, the same from both forms. "generic" prints a shipping
   * container code made of the end of the tracking number.
   */
  private static String scanned(RunningShop shop, JsonNode parcel) throws Exception {
    byte[] pdf = shop.api().get(parcel.at("/label/pdf").asText()).is(200).body();
    byte[] zpl = shop.api().get(parcel.at("/label/zpl").asText()).is(200).body();
    BufferedImage page = PdfPictures.picture(pdf, DPI);
    assertThat(page.getWidth()).as("four inches").isEqualTo(4 * DPI);
    assertThat(page.getHeight()).as("by six").isEqualTo(6 * DPI);
    String bars = PdfPictures.scanned(page);
    assertThat(bars).contains(parcel.path("trackingNumber").asText().substring(6));
    assertThat(ZplPictures.scanned(new String(zpl, StandardCharsets.US_ASCII))).isEqualTo(bars);
    return bars;
  }

  private static AShopifyOrder toBonn(AShopifyOrder order) {
    return order
        .to("Hauptstr. 1", "Bonn", "", "53111")
        .with(json -> json.withObject("/shipping_address").put("country_code", "DE"));
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  private static RunningShop open(Duration remorse) {
    return KarrioShop.open(karrio, remorse, merchant -> {});
  }
}
