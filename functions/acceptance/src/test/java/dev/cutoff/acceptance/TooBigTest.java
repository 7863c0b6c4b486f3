package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A parcel that no service takes is held with what is too much about it. */
class TooBigTest {
  private static final String ID = "DTC-1001";

  /** Reported: "no rates" for an overweight parcel, and nobody knows why. */
  @Test
  void anOverweightParcelIsHeldWithItsWeightAndTheLimitOfEachService() {
    try (RunningShop shop = withLamp("\"weightGrams\": 31000, \"sizeMm\": [400, 250, 250]")) {
      String message = held(shop);
      assertThat(message)
          .contains("swift", "ground: 31520 g is over its limit of 30000 g")
          .contains("parcelpost", "economy: 31520 g is over its limit of 30000 g");
    }
  }

  @Test
  void whatIsTooLongIsSoInWords() {
    try (RunningShop shop =
        RunningShop.open(
            Shops.folder(),
            Clockwork.virtual(RunningShop.START),
            Map.of(),
            file -> file.replaceAll("\"maxLengthMm\": \\d+", "\"maxLengthMm\": 400"))) {
      assertThat(held(shop)).contains("ground: 422 mm is over its limit of 400 mm");
    }
  }

  private static RunningShop withLamp(String weightAndSize) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.virtual(RunningShop.START),
        Map.of(),
        file ->
            file.replace("\"weightGrams\": 2100, \"sizeMm\": [400, 250, 250]", weightAndSize)
                .replace("\"maxGrams\": 25000, \"cost\"", "\"maxGrams\": 40000, \"cost\""));
  }

  private static String held(RunningShop shop) {
    Play play = new Play(shop);
    play.places(AShopifyOrder.number(1001).line("LAMP-ONE", 1, 12_000)).is(202);
    JsonNode exception = play.isHeld(ID, "NO_RATES");
    return exception.path("message").asText();
  }
}
