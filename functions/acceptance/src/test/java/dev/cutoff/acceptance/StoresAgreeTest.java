package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.messaging.Disorder;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.local.store.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A hundred and twenty orders of three stores, over queues that shuffle and repeat, to stores that
 * fail now and then: in the end each store shows of each order what Cutoff shows.
 */
class StoresAgreeTest {
  private static final int ORDERS = 120;
  private static final String OWN = "own-shop";
  private static final String SECRET_IN = "whsec_b3JkZXJzIG9mIHRoZSBvd24gc2hvcA==";
  private static final String SECRET_OUT = "whsec_bmV3cyBmb3IgdGhlIG93biBzaG9wISE=";
  private static final Pattern ADDRESS = Pattern.compile("(http://127[.]0[.]0[.]1:[0-9]+)/acme\"");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunningShop shop =
      RunningShop.disorderly(
          Shops.folder(),
          Map.of("own-webhook", SECRET_IN, "own-api", SECRET_OUT),
          StoresAgreeTest::withOwnShop,
          new Disorder(0.3, 0.7));
  private final Play play = new Play(shop);
  private final Random random = new Random(8);

  /** An order, and where it was placed. */
  private record Placed(String store, String externalId, String orderId) {}

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whateverQueuesAndStoresDoTheStoresViewEqualsOursInTheEnd() {
    shop.stores().openWebhooks(OWN, SECRET_IN, SECRET_OUT);
    List<Placed> orders = new ArrayList<>();
    for (int number = 0; number < ORDERS; number++) {
      orders.add(place(5_000 + number));
    }
    orders.forEach(order -> play.becomes(order.orderId(), "labelled"));
    for (int round = 0; round < 6; round++) {
      fail();
      play.couriersScan();
      shop.pass(Duration.ofMinutes(random.nextInt(40)));
    }
    for (String store : List.of(Play.SHOPIFY, Play.WOO, OWN)) {
      shop.stores().calm(store);
    }
    shop.pass(Duration.ofHours(6));

    assertThat(shop.api().all("/deadletters")).isEmpty();
    for (Placed order : orders) {
      assertThat(shop.stores().parcels(order.store(), order.externalId()))
          .as(order.toString())
          .isNotEmpty()
          .isEqualTo(ours(order));
      assertThat(shop.stores().told(order.store(), order.externalId()))
          .as("told once: " + order)
          .doesNotHaveDuplicates();
    }
  }

  /** A replay from a date reaches a shop that lost all it knew. */
  @Test
  void aShopThatLostItsDataIsToldAllOfItAgain() {
    shop.stores().openWebhooks(OWN, SECRET_IN, SECRET_OUT);
    String since = shop.now().toString();
    Placed order = placeOwn(7_001);
    play.becomes(order.orderId(), "labelled");
    play.isCarried(order.orderId());
    shop.pass(Duration.ofMinutes(30));
    List<String> before = shop.stores().told(OWN, order.externalId());
    assertThat(before)
        .extracting(line -> line.replaceFirst(" .*", ""))
        .containsExactly(
            "order.shipped", "order.in_transit", "order.out_for_delivery", "order.delivered");

    shop.stores().openWebhooks(OWN, SECRET_IN, SECRET_OUT);
    assertThat(Letter.of(shop, "--store", OWN, "--since", since)).contains("4 announcements");
    shop.pass(Duration.ofMinutes(30));
    assertThat(shop.stores().told(OWN, order.externalId())).isEmpty();

    assertThat(Letter.of(shop, "--store", OWN, "--since", since, "--again"))
        .contains("4 announcements of 1 orders");
    shop.pass(Duration.ofMinutes(30));
    assertThat(shop.stores().told(OWN, order.externalId()))
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(shop.stores().parcels(OWN, order.externalId())).isEqualTo(ours(order));
    assertThat(Letter.of(shop, "--store", "nobody", "--since", since)).contains("answered 404");
    assertThat(Letter.of(shop, "--store", OWN, "--since", "tomorrow")).contains("answered 400");
  }

  private Placed place(int number) {
    return switch (number % 3) {
      case 0 -> {
        AShopifyOrder order = AShopifyOrder.number(number).line("MUG-01", 1 + number % 2, 1250);
        play.places(order).is(202);
        yield new Placed(Play.SHOPIFY, order.externalId(), order.orderId());
      }
      case 1 -> {
        AWooOrder order = AWooOrder.number(number).line("MUG-01", 1, 1250);
        play.places(order).is(202);
        yield new Placed(Play.WOO, order.externalId(), order.orderId());
      }
      default -> placeOwn(number);
    };
  }

  private Placed placeOwn(int number) {
    ObjectNode message = JSON.createObjectNode().put("type", "order.created");
    ObjectNode order =
        message
            .putObject("data")
            .put("id", "own-" + number)
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
    order
        .putArray("lines")
        .addObject()
        .put("id", "1")
        .put("sku", "MUG-01")
        .put("name", "Mug")
        .put("quantity", 1)
        .putObject("unitPrice")
        .put("amount", 1250)
        .put("currency", "USD");
    byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
    shop.stores().place(OWN, body);
    SignedWebhook webhook = shop.stores().webhook(OWN, "order.created", body);
    return new Placed(
        OWN, "own-" + number, shop.api().deliver(OWN, webhook).is(202).text("orderId"));
  }

  /** Each store fails for a few requests, or does as it is told and says nothing. */
  private void fail() {
    for (String store : List.of(Play.SHOPIFY, Play.WOO, OWN)) {
      for (int request = random.nextInt(12); request > 0; request--) {
        shop.stores()
            .trouble(
                store,
                switch (random.nextInt(4)) {
                  case 0 -> new Trouble.Status(503);
                  case 1 -> new Trouble.LoseAnswer();
                  default -> new Trouble.Nothing();
                });
      }
    }
  }

  /** Tracking numbers and how far each parcel is, in the words of the store's platform. */
  private Map<String, String> ours(Placed order) {
    Map<String, String> ours = new TreeMap<>();
    for (JsonNode shipment : play.order(order.orderId()).path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        String status = parcel.path("trackingStatus").asText();
        ours.put(
            parcel.path("trackingNumber").asText(),
            order.store().equals(OWN) ? status : status.toUpperCase(java.util.Locale.ROOT));
      }
    }
    return ours;
  }

  /** The example's merchant file with a third store, which speaks in webhooks. */
  private static String withOwnShop(String merchantFile) {
    Matcher address = ADDRESS.matcher(merchantFile);
    if (!address.find()) {
      throw new AssertionError("the example has no store acme");
    }
    String store =
        """
        {"id": "own-shop", "channel": "webhook", "name": "Own shop", "orderPrefix": "OWN",
         "webhookSecretName": "own-webhook", "apiUrl": "%s/own-shop", "apiSecretName": "own-api",
         "locations": {}, "notices": ["shipped"], "remorse": "PT0S",
         "shippingMethods": [{"match": "standard", "kind": "parcel", "deliverWithinDays": 5}]},
        """
            .formatted(address.group(1));
    return merchantFile.replaceFirst("(\"stores\": \\[)", "$1\n" + Matcher.quoteReplacement(store));
  }
}
