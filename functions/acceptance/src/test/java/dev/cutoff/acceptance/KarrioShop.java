package dev.cutoff.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.testkit.karrio.KarrioServer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** The example shop with a true Karrio in the place of its carriers. */
final class KarrioShop {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DESK =
      """
      {"id": "desk", "name": "Desk", "provider": "ratecard", "webhookSecretName": "desk-webhook",
       "pickupDays": ["MON", "TUE", "WED", "THU", "FRI"], "deliveryDays": ["MON", "TUE", "WED", "THU", "FRI"],
       "services": [
         {"id": "courier", "name": "Courier", "countries": ["US"], "dimDivisor": 5000, "maxGrams": 20000, "maxLengthMm": 1200,
          "onTime": 0.9, "terms": {},
          "cards": [{"from": "2026-01-01", "weightsGrams": [20000], "surcharges": [],
            "zones": [{"id": "9", "upToKm": 20000, "transitDays": 60, "prices": ["999.00"]}]}]}]}
      """;

  private KarrioShop() {}

  /** With its merchant file changed. */
  static RunningShop open(KarrioServer karrio, Duration remorse, Consumer<ObjectNode> change) {
    return RunningShop.open(
        Shops.folder(),
        Clockwork.real(),
        Map.of("karrio-token", karrio.token(), "desk-webhook", "s3cret"),
        file -> changed(RunningShop.remorse(file, remorse), karrio, change));
  }

  private static String changed(String file, KarrioServer karrio, Consumer<ObjectNode> change) {
    try {
      ObjectNode merchant = (ObjectNode) JSON.readTree(file);
      behind(karrio, merchant);
      change.accept(merchant);
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(merchant);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(notJson);
    }
  }

  /**
   * Swift's ground service, sold by Karrio's connection "north"; the other carriers are gone. Its
   * carrier verifies no addresses: that is done by a rate card, which is too slow to carry.
   */
  private static void behind(KarrioServer karrio, ObjectNode merchant)
      throws JsonProcessingException {
    ObjectNode swift = (ObjectNode) merchant.path("carriers").path(0);
    merchant.putArray("carriers").add(swift.put("provider", "karrio")).add(JSON.readTree(DESK));
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
    merchant.path("stores").forEach(store -> ((ObjectNode) store).putObject("addressChecks"));
  }

  /** A lamp that fits a box, and is heavier than north takes. */
  static void heavyLamp(ObjectNode merchant) {
    named(merchant.path("items"), "sku", "LAMP-ONE").put("weightGrams", 31_000);
    named(merchant.path("boxes"), "id", "XL").put("maxGrams", 40_000);
  }

  /** As a shop that has not read what its carrier takes: any weight, and Germany. */
  static void promisingTooMuch(ObjectNode merchant) {
    heavyLamp(merchant);
    ObjectNode ground = (ObjectNode) merchant.at("/carriers/0/services/0");
    ground.put("maxGrams", 40_000);
    ground.withArray("/countries").add("DE");
    for (JsonNode card : ground.path("cards")) {
      ((ArrayNode) card.path("weightsGrams")).add(40_000);
      for (JsonNode zone : card.path("zones")) {
        ((ArrayNode) zone.path("prices")).add("500.00");
      }
      ObjectNode germany = ((ArrayNode) card.path("zones")).addObject();
      germany.put("id", "DE").put("transitDays", 3).putArray("countries").add("DE");
      ArrayNode prices = germany.putArray("prices");
      card.path("weightsGrams").forEach(step -> prices.add("20.00"));
    }
  }

  private static ObjectNode named(JsonNode list, String key, String name) {
    return (ObjectNode)
        StreamSupport.stream(list.spliterator(), false)
            .filter(each -> each.path(key).asText().equals(name))
            .findFirst()
            .orElseThrow();
  }
}
