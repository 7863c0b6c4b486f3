package dev.cutoff.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.BodySignature;
import dev.cutoff.local.store.SignedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Genuine signatures over nonsense: nothing answers 5xx, nothing that was accepted is lost. */
@ExtendWith(Shops.class)
class HostileInputTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Each member gets some of the odd values, the next member others: all would take minutes. */
  private static final int TYPES_A_MEMBER = 3;

  private static final List<JsonNode> ODD =
      List.of(
          JsonNodeFactory.instance.nullNode(),
          JsonNodeFactory.instance.textNode(""),
          JsonNodeFactory.instance.textNode("\u0000\u202E💥'\"<script>;--"),
          JsonNodeFactory.instance.textNode("9".repeat(400)),
          JsonNodeFactory.instance.textNode("1e999999999"),
          JsonNodeFactory.instance.numberNode(-1),
          JsonNodeFactory.instance.numberNode(Double.MAX_VALUE),
          JsonNodeFactory.instance.booleanNode(true),
          JsonNodeFactory.instance.arrayNode().add(1).addNull().add("x"),
          JsonNodeFactory.instance.objectNode().put("$ref", "#").putNull(""));

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"id\":1,\"name\":\"#1\",\"line_items\":["})
  void aNestingBombIsKeptAndAnswered400(String opening, Shop shop) {
    byte[] bomb = opening.repeat(20_000).getBytes(UTF_8);

    Api.Answer answer = new Play(shop).sends(Play.SHOPIFY, "orders/create", bomb).is(400);

    assertThat(shop.object(answer.text("quarantineId"))).hasValue(bomb);
  }

  @Test
  void aDeeplyNestedPropertyInsideAnOrderIsNoReasonToFall(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    String text = new String(order.at(shop.now()), UTF_8);
    String deep = "[".repeat(900) + "]".repeat(900);
    byte[] body = text.replaceFirst("\\{", "{\"extra\":" + deep + ",").getBytes(UTF_8);

    play.sends(Play.SHOPIFY, "orders/create", body).is(202);

    play.becomes(order.orderId(), "labelled");
  }

  /** Every member of an order, one at a time, as every type that it should not be. */
  @Test
  void whateverTypeAMemberHasTheOrderIsQuarantinedOrEndsSomewhere(Shop shop) throws IOException {
    Play play = new Play(shop);
    int number = 2000;
    List<String> accepted = new ArrayList<>();
    for (String pointer : pointers(AShopifyOrder.mug(number).at(shop.now()))) {
      for (int i = 0; i < TYPES_A_MEMBER; i++) {
        number++;
        JsonNode odd = ODD.get(number % ODD.size());
        ObjectNode order = (ObjectNode) JSON.readTree(AShopifyOrder.mug(number).at(shop.now()));
        replace(order, pointer, odd);
        Api.Answer answer =
            play.sends(Play.SHOPIFY, "orders/create", JSON.writeValueAsBytes(order));
        assertThat(answer.status()).as(pointer + " as " + odd).isIn(202, 400);
        if (answer.status() == 202 && !answer.text("result").equals("ignored")) {
          accepted.add(answer.text("orderId"));
        }
      }
    }
    shop.pass(Duration.ofHours(2));

    assertThat(accepted).hasSizeGreaterThan(100);
    for (String id : accepted) {
      assertThat(play.state(id))
          .as(() -> id + ": " + play.order(id))
          .isIn("held", "labelled", "awaiting_payment", "cancelled", "received", "delivered");
      if (play.state(id).equals("held")) {
        assertThat(play.order(id).path("exceptions")).as(id).isNotEmpty();
      }
      if (play.state(id).equals("received")) {
        // Only what its store marked as a test, or what is gone already, has nothing to be done.
        JsonNode order = play.order(id);
        assertThat(order.path("test").asBoolean() || order.at("/lines/0/shipped").asInt() > 0)
            .as(order.toString())
            .isTrue();
      }
    }
    assertThat(shop.api().all("/exceptions"))
        .noneMatch(each -> each.path("reason").asText().equals("INTERNAL_ERROR"));
  }

  @Test
  void nulBytesAndControlCharactersReachNeitherLabelNorMailNorAnswer(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order =
        AShopifyOrder.mug(1001)
            .with(json -> {
              json.put("note", "a\u0000b\u0007c\u001b[31m");
              json.withObject("/shipping_address").put("name", "Sam\u0000 Ex\u0008ample^XZ~JA");
            });

    play.places(order).is(202);

    play.becomes(order.orderId(), "labelled");
    String zplPath = play.order(order.orderId()).at("/shipments/0/parcels/0/label/zpl").asText();
    String zpl = new String(shop.api().get(zplPath).is(200).body(), UTF_8);
    assertThat(zpl).doesNotContain("\u0000").doesNotContain("~JA");
    // The label ends once, at its end.
    assertThat(zpl.strip().indexOf("^XZ")).isEqualTo(zpl.strip().length() - 3);
  }

  @Test
  void anOrderWithTenThousandLinesIsAnsweredAndEndsInTheExceptionQueueOrShipped(Shop shop) {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.number(1001);
    for (int i = 0; i < 10_000; i++) {
      order.line("MUG-01", 1, 1250);
    }
    byte[] body = slim(order.at(shop.now()));
    assertThat(body).hasSizeLessThan(1 << 20);

    play.sends(Play.SHOPIFY, "orders/create", body).is(202);

    JsonNode exception = play.exceptionOf(order.orderId());
    assertThat(exception.path("reason").asText()).isNotEqualTo("INTERNAL_ERROR");
  }

  @Test
  void headersThatTryToConfuseChangeNothing(Shop shop) {
    AShopifyOrder order = AShopifyOrder.mug(1001);
    byte[] body = order.at(shop.now());
    SignedWebhook genuine = shop.stores().webhook(Play.SHOPIFY, "orders/create", body);
    Map<String, String> forged = new TreeMap<>(genuine.headers());
    forged.put("X-Shopify-Hmac-Sha256", BodySignature.of(body, " "));
    forged.put("X-WC-Webhook-Signature", BodySignature.of(body, shop.secret("acme-woo-webhook")));
    forged.put("Authorization", "Bearer " + shop.token());
    forged.put("X-Forwarded-For", "127.0.0.1");
    forged.put("X-HTTP-Method-Override", "GET");
    forged.put("X-Original-URL", "/orders");

    shop.api().deliver(Play.SHOPIFY, forged, body).is(401);
    Map<String, String> noisy = new TreeMap<>(genuine.headers());
    noisy.put("X-Shopify-Topic", "x".repeat(5000));
    noisy.put("X-Forwarded-Host", "evil.example.com");
    shop.api().deliver(Play.SHOPIFY, noisy, body).is(202);
    assertThat(shop.api().all("/orders")).isEmpty();

    Map<String, String> strange = new TreeMap<>(genuine.headers());
    strange.put("Content-Encoding", "gzip");
    strange.put("Content-Type", "text/html; charset=utf-7");
    shop.api().deliver(Play.SHOPIFY, strange, body).is(202);
    new Play(shop).becomes(order.orderId(), "labelled");
  }

  /** Java's client sends no such thing. */
  @Test
  void theSignatureTwiceIsNoWayIn(Shop shop) throws IOException {
    byte[] body = AShopifyOrder.mug(1001).at(shop.now());
    String good = BodySignature.of(body, shop.secret("acme-webhook"));
    String bad = BodySignature.of(body, "wrong");

    for (List<String> both : List.of(List.of(bad, bad), List.of(good, bad), List.of(bad, good))) {
      String answer =
          raw(
              shop,
              "POST /webhooks/acme HTTP/1.1\r\nHost: x\r\nContent-Length: "
                  + body.length
                  + "\r\nX-Shopify-Topic: orders/create\r\nX-Shopify-Hmac-Sha256: "
                  + both.get(0)
                  + "\r\nX-Shopify-Hmac-Sha256: "
                  + both.get(1)
                  + "\r\nConnection: close\r\n\r\n",
              body);
      assertThat(answer).startsWith("HTTP/1.1 401");
    }
    shop.api().get("/orders/DTC-1001").is(404);
  }

  @Test
  void nonsenseInQueriesAndPathsIsNeverOurFault(Shop shop) {
    Api api = shop.api();
    for (String path :
        List.of(
            "/orders?state=no-such",
            "/orders?storeId=%F0%9F%92%A5",
            "/orders?cursor=nonsense",
            "/orders?cursor=" + "A".repeat(2000),
            "/orders?cursor=e30",
            "/orders?q=" + "x".repeat(3000),
            "/orders?q=",
            "/orders?q=%00",
            "/orders/%00",
            "/orders/DTC%20X",
            "/orders/" + "x".repeat(65),
            "/exceptions?reason=no-such",
            "/exceptions?cursor=nonsense",
            "/exceptions?owner=",
            "/stock/%00",
            "/stock/" + "x".repeat(65),
            "/stock/MUG-01%0A",
            "/labels/..%5C..%5Csecrets.json",
            "/labels/" + "0".repeat(64) + ".exe",
            "/labels/" + "0".repeat(64) + ".pdf")) {
      assertThat(api.get(path).status()).as(path).isBetween(200, 499);
    }
  }

  @Test
  void nonsenseInBodiesIsNeverOurFault(Shop shop) {
    Api api = shop.api();
    List<Object> bodies =
        new ArrayList<>(List.of(List.of(), "x", 1, true, Map.of(), Map.of("by", List.of(1))));
    for (JsonNode odd : ODD) {
      for (String member :
          List.of("action", "owner", "queue", "sku", "node", "count", "observedAt", "why", "by")) {
        Map<String, Object> body =
            new TreeMap<>(
                Map.of(
                    "action", "retry",
                    "sku", "MUG-01",
                    "node", "EAST",
                    "count", 5,
                    "observedAt", "2026-11-23T19:07:00Z",
                    "source", "x"));
        body.put(member, odd);
        bodies.add(body);
      }
    }
    for (Object body : bodies) {
      for (String path :
          List.of(
              "/stock/observations",
              "/exceptions/DTC-1-1-1/resolve",
              "/exceptions/DTC-1-1-1/assign",
              "/orders/DTC-1/cancel",
              "/shipments/SHP-DTC-1-1/handover",
              "/deadletters/replay",
              "/stores/acme/replay")) {
        assertThat(api.post(path, body).status()).as(path + " " + body).isBetween(200, 499);
      }
    }
    for (JsonNode level : api.all("/stock/MUG-01")) {
      assertThat(level.path("onHand").asLong()).isNotNegative();
    }
  }

  private static List<String> pointers(byte[] order) throws IOException {
    List<String> found = new ArrayList<>();
    collect(JSON.readTree(order), "", found);
    return found;
  }

  private static void collect(JsonNode node, String at, List<String> found) {
    if (!at.isEmpty()) {
      found.add(at);
    }
    if (node.isObject()) {
      node.properties().forEach(each -> collect(each.getValue(), at + "/" + each.getKey(), found));
    } else if (node.isArray() && !node.isEmpty()) {
      collect(node.get(0), at + "/0", found);
    }
  }

  private static void replace(ObjectNode order, String pointer, JsonNode with) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = order.at(pointer.substring(0, slash));
    String last = pointer.substring(slash + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), with);
    } else {
      ((ObjectNode) parent).set(last, with);
    }
  }

  /** Without what says nothing, so that many lines fit into a webhook. */
  private static byte[] slim(byte[] order) {
    try {
      ObjectNode json = (ObjectNode) JSON.readTree(order);
      for (JsonNode line : json.path("line_items")) {
        ((ObjectNode) line).retain("id", "sku", "quantity", "price", "requires_shipping");
      }
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String raw(Shop shop, String head, byte[] body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
