package dev.cutoff.acceptance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.store.SignedWebhook;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A third store beside the example's two, which speaks in signed webhooks. */
final class OwnShop {
  static final String ID = "own-shop";
  static final String SECRET_IN = "whsec_b3JkZXJzIG9mIHRoZSBvd24gc2hvcA==";
  static final String SECRET_OUT = "whsec_bmV3cyBmb3IgdGhlIG93biBzaG9wISE=";

  /** The secrets that its entry in the merchant file names. */
  static final Map<String, String> SECRETS =
      Map.of("own-webhook", SECRET_IN, "own-api", SECRET_OUT);

  private static final Pattern ADDRESS = Pattern.compile("(http://127[.]0[.]0[.]1:[0-9]+)/acme\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private OwnShop() {}

  /** The example's merchant file with this store first. */
  static String in(String merchantFile) {
    Matcher address = ADDRESS.matcher(merchantFile);
    if (!address.find()) {
      throw new AssertionError("the example has no store acme");
    }
    String store =
        """
        {"id": "own-shop", "channel": "webhook", "name": "Own shop", "orderPrefix": "OWN",
         "webhookSecretName": "own-webhook", "apiUrl": "%s/own-shop", "apiSecretName": "own-api",
         "locations": {}, "notices": ["delayed", "shipped", "out_for_delivery", "delivered"],
         "remorse": "PT0S",
         "shippingMethods": [{"match": "standard", "kind": "parcel", "deliverWithinDays": 5}]},
        """
            .formatted(address.group(1));
    return merchantFile.replaceFirst("(\"stores\": \\[)", "$1\n" + Matcher.quoteReplacement(store));
  }

  /** Its API, which knows nothing yet. */
  static void open(Shop shop) {
    shop.stores().openWebhooks(ID, SECRET_IN, SECRET_OUT);
  }

  static String externalId(int number) {
    return "own-" + number;
  }

  /** A customer orders there, and its webhook arrives; the order's id. */
  static String places(Shop shop, int number, Map<String, Integer> units) {
    ObjectNode message = JSON.createObjectNode().put("type", "order.created");
    ObjectNode order =
        message
            .putObject("data")
            .put("id", externalId(number))
            .put("number", String.valueOf(number))
            .put("placedAt", shop.now().toString())
            .put("currency", "USD")
            .put("shippingMethod", "standard");
    order.putObject("customer").put("name", "Sam Example").put("email", "sam@example.com");
    order
        .putObject("shipTo")
        .put("name", "Sam Example")
        .put("street1", "12 Beacon Street")
        .put("city", "Boston")
        .put("region", "MA")
        .put("postcode", "02108")
        .put("country", "US");
    order.putObject("payment").put("status", "paid");
    ArrayNode lines = order.putArray("lines");
    units.forEach((sku, quantity) ->
        lines
            .addObject()
            .put("id", String.valueOf(lines.size()))
            .put("sku", sku)
            .put("name", sku)
            .put("quantity", quantity)
            .putObject("unitPrice")
            .put("amount", 1250)
            .put("currency", "USD"));
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    shop.stores().place(ID, body);
    SignedWebhook webhook = shop.stores().webhook(ID, "order.created", body);
    return shop.api().deliver(ID, webhook).is(202).text("orderId");
  }
}
