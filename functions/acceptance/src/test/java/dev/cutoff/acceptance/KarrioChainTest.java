package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.acceptance.emulator.Tools;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.testkit.karrio.KarrioServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final ObjectMapper JSON = new ObjectMapper();
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

  private static RunningShop open(Duration remorse) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.real(),
        Map.of("karrio-token", karrio.token()),
        file -> behindKarrio(RunningShop.remorse(file, remorse)));
  }

  /** Swift's ground service, sold by Karrio's connection "north"; the other carriers are gone. */
  private static String behindKarrio(String file) {
    try {
      ObjectNode merchant = (ObjectNode) JSON.readTree(file);
      ObjectNode swift = (ObjectNode) merchant.path("carriers").path(0);
      merchant.putArray("carriers").add(swift.put("provider", "karrio"));
      JsonNode ground = swift.path("services").path(0);
      ((ArrayNode) swift.path("services")).removeAll().add(ground);
      swift
          .putObject("account")
          .put("apiUrl", karrio.base().toString())
          .put("secretName", "karrio-token")
          .put("number", "north")
          .put("settle", "PT5M")
          .put("voidWithin", "P28D")
          .putObject("serviceCodes")
          .put("ground", "north_ground");
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merchant);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(notJson);
    }
  }
}
