package dev.cutoff.adapter.channel.shopify;

import static dev.cutoff.adapter.channel.Samples.fixture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.adapter.channel.Samples;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every order of Shopify's client libraries' fixtures. */
final class ShopifyFixturesTest {
  /** Orders that contradict themselves, and how. */
  private static final Map<String, String> INCONSISTENT =
      Map.of(
          "shopify_python_order.json",
          "three lines of 199.00 against a total_line_items_price of 398.00: one was pasted in",
          "shopify_python_orders.json",
          "no line_items at all",
          "goshopify_order.json",
          "0.00 + 5.00 - 5.00 + 10.00 shipping is its total_price, its current_total_price of 9.50"
              + " was made up to test the field",
          "goshopify_orders.json",
          "as goshopify_order.json",
          "goshopify_order_with_transaction.json",
          "as goshopify_order.json",
          "rest_2024-04_order.json test_14",
          "the answer to a cancellation: every line is refunded, the totals are those of before",
          "rest_2024-04_order.json test_15",
          "as test_14, with another line refunded");

  /** Answers to questions with ?fields=, which are no whole orders and never come as webhooks. */
  private static final Set<String> PARTIAL =
      Set.of("rest_2024-04_order.json test_3", "rest_2024-04_order.json test_7");

  private final ShopifyChannel channel = new ShopifyChannel();

  @Test
  void everyRecordedOrderAddsUpWithinAMinorUnitALineUnlessItContradictsItself() throws IOException {
    Map<String, String> odd = new TreeMap<>();
    int checked = 0;
    for (Recorded recorded : all()) {
      OrderDocument order = Samples.document(channel, recorded.json());
      checked++;
      if (Math.abs(Samples.gap(order)) > order.lines().size()) {
        odd.put(recorded.name(), "off by " + Samples.gap(order));
      }
    }
    assertThat(checked).isGreaterThanOrEqualTo(30);
    assertThat(odd.keySet()).isEqualTo(new TreeMap<>(INCONSISTENT).keySet());
  }

  @Test
  void nothingInThemIsUnreadableButWhatIsNotThere() throws IOException {
    for (Recorded recorded : all()) {
      OrderDocument order = Samples.document(channel, recorded.json());
      assertThat(order.defects())
          .as(recorded.name())
          .isEqualTo(
              recorded.name().equals("shopify_python_orders.json")
                  ? List.of("the order has no lines")
                  : List.of());
    }
  }

  @Test
  void theVoidedCancelledTestOrderIsNotToBeShipped() {
    OrderDocument order =
        Samples.document(channel, Samples.json(fixture("shopify/goshopify_order.json")));

    assertThat(order.cancelledAt()).isNotNull();
    assertThat(order.payment().status()).isEqualTo(Payment.Status.VOIDED);
    assertThat(order.payment().givenBack()).isTrue();
    assertThat(order.test()).isTrue();
  }

  @Test
  void thePartlyRefundedOrderHasOneUnitLeft() throws IOException {
    JsonNode json =
        new ObjectMapper()
            .readTree(fixture("shopify/rest_2024-04_order.json"))
            .path(7)
            .path("response");
    OrderDocument order = Samples.document(channel, json);

    assertThat(order.physicalLines()).extracting(OrderLine::sku).containsExactly("IPOD2008RED");
    assertThat(order.physicalLines().getFirst().open()).isEqualTo(1);
    assertThat(order.totals().total().display()).isEqualTo("USD 199.65");
  }

  @Test
  void aFulfilmentThatFailedHasShippedNothing() {
    OrderDocument order =
        Samples.document(channel, Samples.json(fixture("shopify/shopify_python_order.json")));

    assertThat(order.lines()).extracting(OrderLine::fulfilledElsewhere).containsOnly(0L);
  }

  private static List<Recorded> all() throws IOException {
    List<Recorded> all = new java.util.ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    for (String file :
        List.of(
            "goshopify_order.json",
            "goshopify_order_with_transaction.json",
            "goshopify_orders.json",
            "shopify_python_order.json",
            "shopify_python_orders.json",
            "rest_2024-04_order.json")) {
      JsonNode root = json.readTree(fixture("shopify/" + file));
      for (JsonNode answer : root.isArray() ? root : List.of(root)) {
        JsonNode body = root.isArray() ? answer.path("response") : answer;
        String name = root.isArray() ? file + " " + answer.path("test").asText() : file;
        if (PARTIAL.contains(name)) {
          continue;
        }
        body.path("orders").forEach(order -> all.add(new Recorded(name, order)));
        if (body.path("order").isObject()) {
          all.add(new Recorded(name, body.path("order")));
        }
      }
    }
    return all;
  }

  private record Recorded(String name, JsonNode json) {}
}
