package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Orders.Saved;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Orders} does with one order; lists are {@link OrderListsContract}. */
public abstract class OrdersContract {
  private static final StoreId ACME = new StoreId("acme");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Orders orders;

  /** One with nothing in it. */
  protected abstract Orders fresh();

  @BeforeEach
  void open() {
    orders = fresh();
  }

  @Test
  void what_was_saved_is_found_as_it_was() {
    Order order = AnOrder.numbered("1").line("MUG", 2).received();
    assertThat(orders.find(order.id())).isEmpty();
    assertThat(orders.save(null, order, entries("received"))).isEqualTo(Saved.SAVED);
    assertThat(orders.find(order.id())).contains(order);
    Order next = Stage.reserved(order, "EAST");
    assertThat(orders.save(order, next, entries("reserved"))).isEqualTo(Saved.SAVED);
    assertThat(orders.find(order.id())).contains(next);
  }

  @Test
  void every_kind_of_order_is_found_as_it_was() {
    Map<OrderId, Order> saved = new HashMap<>();
    ForAll.seeds(
        60,
        random -> {
          Order any = RandomOrders.order(random);
          Order order = version(any, 1);
          if (saved.putIfAbsent(order.id(), order) == null) {
            orders.save(null, order, List.of());
            assertThat(orders.find(order.id())).contains(order);
          }
        });
  }

  @Test
  void an_order_of_500_lines_is_kept() {
    AnOrder large = AnOrder.numbered("1");
    IntStream.range(0, 500).forEach(line -> large.line("SKU-" + line, 1));
    Order order = large.received();
    assertThat(orders.save(null, order, entries("received"))).isEqualTo(Saved.SAVED);
    assertThat(orders.find(order.id())).contains(order);
    Order next = Stage.labelled(Stage.planned(Stage.reserved(order, "EAST")));
    assertThat(orders.save(order, version(next, 2), List.of())).isEqualTo(Saved.SAVED);
    assertThat(orders.find(order.id())).contains(version(next, 2));
  }

  @Test
  void a_lost_race_is_a_conflict_and_changes_nothing() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, entries("received"));
    Order mine = Stage.reserved(order, "EAST");
    Order theirs = Stage.reserved(order, "WEST");
    assertThat(orders.save(order, mine, entries("mine"))).isEqualTo(Saved.SAVED);
    assertThat(orders.save(order, theirs, entries("theirs"))).isEqualTo(Saved.CONFLICT);
    assertThat(orders.save(null, order, entries("again"))).isEqualTo(Saved.CONFLICT);
    assertThat(orders.find(order.id())).contains(mine);
    assertThat(orders.timeline(order.id())).extracting("what").containsExactly("received", "mine");
  }

  @Test
  void an_order_that_is_not_there_is_not_changed() {
    Order order = AnOrder.numbered("1").received();
    assertThat(orders.save(order, Stage.reserved(order, "EAST"), List.of()))
        .isEqualTo(Saved.CONFLICT);
    assertThat(orders.find(order.id())).isEmpty();
  }

  @Test
  void of_many_changes_in_one_instant_exactly_one_wins() throws Exception {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, List.of());
    List<Saved> all =
        Together.run(
            20,
            number ->
                Together.patiently(() ->
                    orders.save(
                        order,
                        order.changed(change -> change.attempt(number + 2)),
                        entries("attempt " + (number + 2)))));
    assertThat(all).filteredOn(saved -> saved == Saved.SAVED).hasSize(1);
    assertThat(orders.timeline(order.id()))
        .extracting("what")
        .containsExactly("attempt " + orders.find(order.id()).orElseThrow().attempt());
  }

  @Test
  void the_timeline_is_appended_to_and_keeps_its_order() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, entries("a", "b"));
    for (int number = 0; number < 12; number++) {
      Order next = order.changed(change -> change.shipLate(true));
      orders.save(order, next, number == 4 ? List.of() : entries("step " + number));
      order = next;
    }
    assertThat(orders.timeline(order.id()))
        .extracting("what")
        .startsWith("a", "b", "step 0", "step 1")
        .endsWith("step 9", "step 10", "step 11")
        .hasSize(13);
    assertThat(orders.timeline(new OrderId("DTC-2"))).isEmpty();
  }

  @Test
  void every_parcels_number_leads_to_its_order_and_no_second_one_overwrites_the_first() {
    Order planned = Stage.planned(Stage.reserved(AnOrder.numbered("1").received(), "EAST"));
    Order other = AnOrder.numbered("2").received();
    Order labelled = Stage.labelled(planned);
    orders.save(null, version(planned, 1), List.of());
    orders.save(null, other, List.of());
    assertThat(orders.findByTracking("TRK-SHP-DTC-1-1-1")).isEmpty();
    orders.save(version(planned, 1), version(labelled, 2), List.of());
    assertThat(orders.findByTracking("TRK-SHP-DTC-1-1-1")).contains(labelled.id());
    orders.save(version(labelled, 2), version(Stage.shipped(labelled, NOON), 3), List.of());
    assertThat(orders.findByTracking("TRK-SHP-DTC-1-1-1")).contains(labelled.id());
    assertThat(orders.findByTracking("TRK-SHP-DTC-2-1-1")).isEmpty();
  }

  @Test
  void the_customers_token_leads_to_the_order() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, List.of());
    orders.save(order, Stage.reserved(order, "EAST"), List.of());
    assertThat(orders.findByTrackingToken(order.trackingToken())).contains(order.id());
    assertThat(orders.findByTrackingToken("guessed")).isEmpty();
  }

  @Test
  void an_order_keeps_its_id_for_ever() {
    OrderId wanted = new OrderId("DTC-1001");
    assertThat(orders.claim(ACME, "450789469", wanted)).isEqualTo(wanted);
    assertThat(orders.claim(ACME, "450789469", wanted)).isEqualTo(wanted);
    assertThat(orders.claim(ACME, "450789469", new OrderId("DTC-1002"))).isEqualTo(wanted);
  }

  @Test
  void an_id_that_another_order_owns_gets_a_number() {
    OrderId wanted = new OrderId("DTC-1001");
    orders.claim(ACME, "a", wanted);
    assertThat(orders.claim(ACME, "b", wanted).value()).isEqualTo("DTC-1001-2");
    assertThat(orders.claim(new StoreId("bolt"), "a", wanted).value()).isEqualTo("DTC-1001-3");
    assertThat(orders.claim(ACME, "b", wanted).value()).isEqualTo("DTC-1001-2");
    OrderId long64 = new OrderId("X".repeat(64));
    orders.claim(ACME, "c", long64);
    assertThat(orders.claim(ACME, "d", long64).value()).isEqualTo("X".repeat(62) + "-2");
  }

  @Test
  void an_external_id_may_be_any_text() {
    List<String> odd = List.of("a#b", "a", "", " ", "#", "東京", "x".repeat(5_000));
    assertThat(
            odd.stream()
                .map(each -> orders.claim(ACME, each, new OrderId("DTC-" + each.length())))
                .distinct())
        .hasSize(odd.size());
    assertThat(orders.claim(ACME, "a#b", new OrderId("other")).value()).isEqualTo("DTC-3");
  }

  @Test
  void the_same_webhook_several_times_in_one_instant_makes_one_order() throws Exception {
    List<OrderId> ids =
        Together.run(
            30,
            number ->
                Together.patiently(() -> orders.claim(ACME, "450789469", new OrderId("DTC-1001"))));
    assertThat(ids).containsOnly(new OrderId("DTC-1001"));
  }

  @Test
  void orders_that_want_the_same_id_in_one_instant_get_different_ones() throws Exception {
    List<OrderId> ids =
        Together.run(
            12,
            number ->
                Together.patiently(
                    () -> orders.claim(ACME, "ext-" + number, new OrderId("DTC-1001"))));
    assertThat(ids).doesNotHaveDuplicates().contains(new OrderId("DTC-1001-12"));
  }

  @Test
  void one_order_per_store_and_external_id_in_every_history() {
    Map<String, OrderId> first = new HashMap<>();
    ForAll.seeds(
        30,
        random -> {
          for (int step = 0; step < 10; step++) {
            StoreId store = new StoreId(random.nextBoolean() ? "acme" : "bolt");
            String external = "ext-" + random.nextInt(20);
            OrderId wanted = new OrderId("DTC-" + random.nextInt(8));
            OrderId got = orders.claim(store, external, wanted);
            OrderId known = first.putIfAbsent(store + " " + external, got);
            assertThat(known == null || known.equals(got)).isTrue();
          }
        });
    assertThat(first.values()).doesNotHaveDuplicates();
  }

  private static List<TimelineEntry> entries(String... whats) {
    return List.of(whats).stream().map(what -> TimelineEntry.of(NOON, "test", what)).toList();
  }

  private static Order version(Order order, long version) {
    return new Order(
        order.id(),
        version,
        order.attempt(),
        order.document(),
        order.receivedAt(),
        order.shipments(),
        order.promise(),
        order.hold(),
        order.paymentWait(),
        order.backorder(),
        order.cancellation(),
        order.correctedShipTo(),
        order.addressCheck(),
        order.shipLate(),
        order.replan(),
        order.remorseUntil(),
        order.planAfter(),
        order.delay(),
        order.trackingToken());
  }
}
