package dev.cutoff.adapter.channel;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.channel.shopify.ShopifyChannel;
import dev.cutoff.adapter.channel.shopify.ShopifyOrder;
import dev.cutoff.adapter.channel.webhook.WebhookChannel;
import dev.cutoff.adapter.channel.webhook.WebhookMessage;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceChannel;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceOrder;
import dev.cutoff.order.application.Channel;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes come, the answer is a reading: no order is lost to an exception. */
final class ChannelsSurviveAnythingTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<JsonNode> NONSENSE =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.numberNode(-1),
          JSON.numberNode(Long.MAX_VALUE),
          JSON.numberNode(new BigDecimal("1e2147483647")),
          JSON.numberNode(new BigDecimal("1e-2147483647")),
          JSON.numberNode(1.0E308),
          JSON.textNode(""),
          JSON.textNode("\u0000\ud800 \u202e"),
          JSON.textNode("1e2147483647"),
          JSON.textNode("-99999999999999999999999999"),
          JSON.textNode("+999999999-12-31T23:59:59Z"),
          JSON.textNode("-999999999-01-01T00:00:00"),
          JSON.textNode("x".repeat(10_000)),
          JSON.arrayNode().add(1).add("x").addNull().add(JSON.objectNode()),
          JSON.objectNode().put("shop_money", "x").put("id", 1));

  static Stream<Arguments> channels() {
    return Stream.of(
        Arguments.of(new ShopifyChannel(), ShopifyOrder.paid()),
        Arguments.of(new WooCommerceChannel(), WooCommerceOrder.processing()),
        Arguments.of(new WebhookChannel(), WebhookMessage.order()));
  }

  @ParameterizedTest
  @MethodSource("channels")
  void aTruncatedBodyIsRead(Channel channel, ObjectNode order) {
    byte[] body = Samples.bytes(order);
    for (int length = 0; length < body.length; length++) {
      survives(channel, java.util.Arrays.copyOf(body, length));
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void flippedBytesAreRead(Channel channel, ObjectNode order) {
    Random random = new Random(20261123);
    for (int round = 0; round < 1_500; round++) {
      byte[] body = Samples.bytes(order);
      for (int flips = 0; flips <= random.nextInt(4); flips++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
      survives(channel, body);
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void everyFieldMayHoldAnyTypeOrBeMissing(Channel channel, ObjectNode order) {
    for (List<String> path : paths(order, List.of())) {
      for (JsonNode nonsense : NONSENSE) {
        survives(channel, Samples.bytes(changed(order.deepCopy(), path, nonsense)));
      }
      survives(channel, Samples.bytes(changed(order.deepCopy(), path, null)));
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void manyFieldsAtOnceMayBeNonsense(Channel channel, ObjectNode order) {
    List<List<String>> paths = paths(order, List.of());
    Random random = new Random(90412);
    for (int round = 0; round < 1_000; round++) {
      ObjectNode broken = order.deepCopy();
      for (int changes = 0; changes < 6; changes++) {
        changed(
            broken,
            paths.get(random.nextInt(paths.size())),
            NONSENSE.get(random.nextInt(NONSENSE.size())));
      }
      survives(channel, Samples.bytes(broken));
    }
  }

  @ParameterizedTest
  @MethodSource("channels")
  void hugeNestingAndHugeListsAreRead(Channel channel, ObjectNode order) {
    survives(channel, "[".repeat(500_000).getBytes(StandardCharsets.UTF_8));
    survives(channel, "{\"a\":".repeat(200_000).getBytes(StandardCharsets.UTF_8));
    survives(channel, ("{\"id\":" + "9".repeat(100_000) + "}").getBytes(StandardCharsets.UTF_8));
    ArrayNode lines = order.withArray("line_items");
    JsonNode line = lines.path(0);
    for (int count = 0; count < 2_000; count++) {
      lines.add(line);
    }
    survives(channel, Samples.bytes(order));
  }

  private static void survives(Channel channel, byte[] body) {
    assertThatCode(
            () -> {
              channel.read(Samples.store(channel.name()), Map.of(), body);
              channel.authenticate(
                  Map.of("x-shopify-hmac-sha256", "x", "x-wc-webhook-signature", "x"), body, "s");
            })
        .as(() -> new String(body, 0, Math.min(body.length, 4_000), StandardCharsets.UTF_8))
        .doesNotThrowAnyException();
  }

  private static List<List<String>> paths(JsonNode node, List<String> here) {
    List<List<String>> found = new ArrayList<>();
    if (node instanceof ObjectNode object) {
      object.fieldNames().forEachRemaining(name -> addPath(found, object, name, here));
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        addPath(found, array, String.valueOf(index), here);
      }
    }
    return found;
  }

  private static void addPath(
      List<List<String>> found, JsonNode parent, String name, List<String> here) {
    List<String> path = new ArrayList<>(here);
    path.add(name);
    found.add(path);
    JsonNode child = parent.isArray() ? parent.path(Integer.parseInt(name)) : parent.path(name);
    found.addAll(paths(child, path));
  }

  /** Null removes the field; a path that an earlier change took away changes nothing. */
  private static ObjectNode changed(
      ObjectNode root, List<String> path, @Nullable JsonNode nonsense) {
    JsonNode parent = root;
    for (String name : path.subList(0, path.size() - 1)) {
      parent = parent.isArray() ? parent.path(0) : parent.path(name);
    }
    String last = path.getLast();
    if (parent instanceof ObjectNode object) {
      if (nonsense == null) {
        object.remove(last);
      } else {
        object.set(last, nonsense.deepCopy());
      }
    } else if (parent instanceof ArrayNode array && nonsense != null && !array.isEmpty()) {
      array.set(0, nonsense.deepCopy());
    }
    return root;
  }
}
