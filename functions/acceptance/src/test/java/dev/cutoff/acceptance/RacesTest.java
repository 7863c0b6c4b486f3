package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.local.store.SignedWebhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Things that happen in the very same instant, on real threads and the real clock. */
@ExtendWith(Shops.class)
class RacesTest {
  private static final Duration SOON = Duration.ofMinutes(1);

  /** The same webhook several times in one instant made 2-4 orders. */
  @Test
  void sixteenDeliveriesOfTheSameWebhookAtOnceMakeOneOrder(@Live Shop shop) throws Exception {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001);
    byte[] body = order.at(shop.now());
    shop.stores().place(Play.SHOPIFY, body);

    List<String> results =
        together(
            Collections.nCopies(
                16, () -> play.sends(Play.SHOPIFY, "orders/create", body).is(202).text("result")));

    assertThat(results).containsOnlyOnce("accepted").containsOnly("accepted", "duplicate");
    JsonNode labelled = play.becomes(order.orderId(), "labelled", SOON);
    assertThat(labelled.path("shipments")).hasSize(1);
    assertThat(shop.api().all("/orders")).hasSize(1);
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
    assertThat(play.timeline(order.orderId()))
        .filteredOn(entry -> entry.path("what").asText().startsWith("label bought"))
        .hasSize(1);
  }

  @Test
  void createdPaidAndUpdatedAtOnceMakeOnePaidOrder(@Live Shop shop) throws Exception {
    Play play = new Play(shop);
    AShopifyOrder order = AShopifyOrder.mug(1001).payment("pending");
    byte[] created = order.at(shop.now());
    byte[] paid = order.payment("paid").updatedAt(shop.now().plusSeconds(1));
    byte[] noted =
        order.with(json -> json.put("note", "Ring twice")).updatedAt(shop.now().plusSeconds(2));
    shop.stores().place(Play.SHOPIFY, created);
    List<SignedWebhook> webhooks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (byte[] body : List.of(created, paid, noted)) {
        webhooks.add(shop.stores().webhook(Play.SHOPIFY, "orders/updated", body));
      }
    }

    List<Integer> statuses =
        together(
            webhooks.stream()
                .<Callable<Integer>>map(
                    each -> () -> shop.api().deliver(Play.SHOPIFY, each).is(202).status())
                .toList());

    assertThat(statuses).hasSize(12);
    play.becomes(order.orderId(), "labelled", SOON);
    assertThat(shop.api().all("/orders")).hasSize(1);
    assertThat(play.reserved("MUG-01")).isEqualTo(1);
  }

  /** Two orders in the same second both took the last unit; stock went 12, 0, -2. */
  @Test
  void ofTwoOrdersForTheLastUnitInTheSameInstantOneGetsItAndTheOtherIsHeld(@Live Shop shop)
      throws Exception {
    race(shop, "LAMP-ONE", 12_000, 2, 1);
  }

  @Test
  void ofTenOrdersForThreeUnitsThreeGetOneEach(@Live Shop shop) throws Exception {
    new Play(shop).counts("CALENDAR-27", "EAST", 2).is(200);
    new Play(shop).counts("CALENDAR-27", "WEST", 1).is(200);

    race(shop, "CALENDAR-27", 1_700, 10, 3);
  }

  /** A cancellation at any moment between the webhook and the label ends in nothing held. */
  @Test
  void aCancellationThatRacesTheLabelGivesEverythingBack(@Live Shop shop) throws Exception {
    Play play = new Play(shop);
    List<JsonNode> before = play.stock("MUG-01");
    List<AShopifyOrder> orders =
        IntStream.rangeClosed(1001, 1012).mapToObj(AShopifyOrder::mug).toList();
    List<Callable<String>> acts = new ArrayList<>();
    for (AShopifyOrder order : orders) {
      acts.add(() -> play.places(order).is(202).text("orderId"));
    }
    for (AShopifyOrder order : orders) {
      acts.add(() -> {
        // Until there is an order to cancel; from then on it is a race.
        assertThat(shop.until(() -> play.cancels(order.orderId()).status() != 404, SOON)).isTrue();
        return order.orderId();
      });
    }

    together(acts);

    for (AShopifyOrder order : orders) {
      play.becomes(order.orderId(), "cancelled", Duration.ofMinutes(2));
    }
    assertThat(play.stock("MUG-01")).isEqualTo(before);
  }

  private static void race(Shop shop, String sku, long cents, int orders, int units)
      throws Exception {
    Play play = new Play(shop);
    List<Callable<String>> acts = new ArrayList<>();
    for (int i = 0; i < orders; i++) {
      AShopifyOrder order = AShopifyOrder.number(1001 + i).line(sku, 1, cents);
      acts.add(() -> play.places(order).is(202).text("orderId"));
    }

    List<String> ids = together(acts);

    assertThat(
            shop.until(
                () -> ids.stream().map(play::state).allMatch(List.of("held", "labelled")::contains),
                SOON))
        .as(() -> ids.stream().map(play::state).toList().toString())
        .isTrue();
    List<String> winners = ids.stream().filter(id -> play.state(id).equals("labelled")).toList();
    assertThat(winners).hasSize(units);
    for (String id : ids) {
      if (!winners.contains(id)) {
        assertThat(play.exception(id).path("reason").asText()).isEqualTo("OUT_OF_STOCK");
      }
    }
    assertThat(play.reserved(sku)).isEqualTo(units);
    assertThat(play.stock(sku))
        .allSatisfy(level -> assertThat(level.path("available").asLong()).isZero());
  }

  /** All at the same moment, each on a thread of its own. */
  private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
    CyclicBarrier start = new CyclicBarrier(acts.size());
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(acts.size())) {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> act : acts) {
        running.add(
            threads.submit(() -> {
              start.await(10, TimeUnit.SECONDS);
              return act.call();
            }));
      }
      for (Future<T> each : running) {
        results.add(each.get(120, TimeUnit.SECONDS));
      }
    }
    return results;
  }
}
