package dev.cutoff.adapter.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.stock.Sku;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** SKUs whose availability changed, as they travel: {@code {"skus":["MUG-01","TEE-BLK-M"]}}. */
public final class StockChangeMessage {
  private static final ObjectMapper JSON = new ObjectMapper();

  private StockChangeMessage() {}

  static String write(Collection<Sku> skus) {
    ObjectNode message = JSON.createObjectNode();
    ArrayNode all = message.putArray("skus");
    skus.forEach(sku -> all.add(sku.value()));
    return message.toString();
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException where it is no such message
   */
  public static Set<Sku> read(String body) {
    try {
      Set<Sku> skus = new TreeSet<>();
      for (JsonNode sku : JSON.readTree(body).path("skus")) {
        if (!sku.isTextual()) {
          throw new IllegalArgumentException("not a change of stock");
        }
        skus.add(new Sku(sku.textValue()));
      }
      if (skus.isEmpty()) {
        throw new IllegalArgumentException("not a change of stock");
      }
      return skus;
    } catch (JsonProcessingException bad) {
      throw new IllegalArgumentException("not a change of stock", bad);
    }
  }
}
