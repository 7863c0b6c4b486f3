package dev.cutoff.adapter.channel.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a shop of its own sends. */
public final class WebhookMessage {
  private WebhookMessage() {}

  /** Two mugs to Boston, paid. */
  public static ObjectNode order() {
    ObjectNode message = JsonNodeFactory.instance.objectNode().put("type", "order.created");
    message.put("timestamp", "2026-11-24T15:00:00Z");
    ObjectNode order =
        message
            .putObject("data")
            .put("id", "A-17")
            .put("number", "17")
            .put("placedAt", "2026-11-24T10:00:00-05:00")
            .put("currency", "USD")
            .put("shippingMethod", "standard")
            .put("note", "ring twice");
    order
        .putObject("customer")
        .put("name", "Sam Example")
        .put("email", "sam@example.com")
        .put("phone", "617 555 0100");
    order
        .putObject("shipTo")
        .put("name", "Sam Example")
        .put("street1", "12 Beacon Street")
        .put("city", "Boston")
        .put("region", "MA")
        .put("postcode", "02108")
        .put("country", "US");
    order.putObject("payment").put("status", "paid").put("method", "card");
    order.putObject("shipping").put("amount", 595).put("currency", "USD");
    order
        .putArray("lines")
        .addObject()
        .put("id", "1")
        .put("sku", "MUG-01")
        .put("name", "Mug")
        .put("quantity", 2)
        .putObject("unitPrice")
        .put("amount", 1250)
        .put("currency", "USD");
    return message;
  }
}
