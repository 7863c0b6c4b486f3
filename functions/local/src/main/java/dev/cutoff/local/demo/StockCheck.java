package dev.cutoff.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.client.Client;
import java.util.ArrayList;
import java.util.List;

/** Law 1, seen from outside: counters add up, none below zero, and what was sold is gone. */
final class StockCheck {
  static final List<String> SKUS =
      List.of(
          "TEE-BLK-M",
          "MUG-01",
          "MAPLE-SYRUP",
          "SURF-WAX",
          "LAMP-ONE",
          "THROW-WOOL",
          "TEAPOT-01",
          "TEA-GRN-100");

  private final Client client;

  StockCheck(Client client) {
    this.client = client;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (String sku : SKUS) {
      for (JsonNode level : client.all("/stock/" + sku)) {
        String where = sku + " at " + level.path("node").asText();
        long onHand = level.path("onHand").asLong();
        long parts =
            level.path("available").asLong()
                + level.path("reserved").asLong()
                + level.path("picked").asLong()
                + level.path("unavailable").asLong();
        if (onHand != parts || onHand < 0 || level.path("available").asLong() < 0) {
          problems.add(where + ": " + onHand + " on hand, parts make " + parts);
        }
        if (level.path("reserved").asLong() != 0) {
          problems.add(where + ": still reserves units, and no order of the demo needs them");
        }
      }
    }
    return problems;
  }
}
