package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Reason;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How every {@link Orders} lists and finds. */
public abstract class OrderListsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Orders orders;

  /** One with nothing in it. */
  protected abstract Orders fresh();

  @BeforeEach
  void open() {
    orders = fresh();
  }

  @Test
  void the_newest_comes_first() {
    save(order(1).receivedAt(NOON.plusSeconds(1)));
    save(order(3).receivedAt(NOON.plusSeconds(3)));
    save(order(2).receivedAt(NOON.plusSeconds(2)));
    save(order(4).receivedAt(NOON.plusMillis(2_500)));
    assertThat(ids(null, null, null)).containsExactly("DTC-3", "DTC-4", "DTC-2", "DTC-1");
  }

  @Test
  void an_order_is_listed_under_the_state_it_is_in_now() {
    Order first = save(order(1).receivedAt(NOON));
    Order second = save(order(2).receivedAt(NOON.plusSeconds(1)));
    assertThat(ids(OrderState.RECEIVED, null, null)).containsExactly("DTC-2", "DTC-1");
    Order held = Stage.held(first, Reason.NO_RATES);
    orders.save(first, held, List.of());
    orders.save(second, Stage.reserved(second, "EAST"), List.of());
    assertThat(ids(OrderState.RECEIVED, null, null)).isEmpty();
    assertThat(ids(OrderState.HELD, null, null)).containsExactly("DTC-1");
    assertThat(ids(OrderState.RESERVED, null, null)).containsExactly("DTC-2");
    orders.save(held, held.changed(change -> change.hold(null)), List.of());
    assertThat(ids(OrderState.HELD, null, null)).isEmpty();
    assertThat(ids(OrderState.RECEIVED, null, null)).containsExactly("DTC-1");
  }

  @Test
  void a_store_sees_its_own() {
    save(order(1));
    save(order(2).from("bolt", "woocommerce", "WOO"));
    Order held = save(order(3).from("bolt", "woocommerce", "WOO"));
    orders.save(held, Stage.held(held, Reason.NO_RATES), List.of());
    assertThat(ids(null, "bolt", null)).containsExactlyInAnyOrder("WOO-2", "WOO-3");
    assertThat(ids(null, "acme", null)).containsExactly("DTC-1");
    assertThat(ids(OrderState.HELD, "bolt", null)).containsExactly("WOO-3");
    assertThat(ids(OrderState.HELD, "acme", null)).isEmpty();
  }

  @Test
  void an_order_is_found_by_each_of_its_names_exactly() {
    Order planned =
        Stage.planned(Stage.reserved(order(1).email("A@Example.com").received(), "EAST"));
    Order labelled = Stage.labelled(planned);
    List<Order> versions =
        List.of(
            order(1).email("A@Example.com").received(),
            Stage.reserved(order(1).email("A@Example.com").received(), "EAST"),
            planned,
            labelled);
    Order before = null;
    for (Order each : versions) {
      orders.save(before, each, List.of());
      before = each;
    }
    save(order(11).email("b@example.com"));
    assertThat(ids(null, null, "DTC-1")).containsExactly("DTC-1");
    assertThat(ids(null, null, "ext-1")).containsExactly("DTC-1");
    assertThat(ids(null, null, "a@example.COM")).containsExactly("DTC-1");
    assertThat(ids(null, null, "TRK-SHP-DTC-1-1-1")).containsExactly("DTC-1");
    assertThat(ids(null, null, "TRK")).isEmpty();
    assertThat(ids(null, null, "")).isEmpty();
    assertThat(ids(null, null, "no such thing # at all")).isEmpty();
    assertThat(ids(OrderState.LABELLED, "acme", "ext-1")).containsExactly("DTC-1");
    assertThat(ids(OrderState.HELD, null, "ext-1")).isEmpty();
    assertThat(ids(null, "bolt", "ext-1")).isEmpty();
  }

  @Test
  void all_orders_of_a_customer_are_found_by_a_new_address_as_well() {
    Order first = save(order(1).email("old@example.com"));
    save(order(2).email("new@example.com"));
    Order next =
        first.changed(change -> change.document(order(1).email("new@example.com").document()));
    orders.save(first, next, List.of());
    assertThat(ids(null, null, "new@example.com")).containsExactlyInAnyOrder("DTC-1", "DTC-2");
    assertThat(ids(null, null, "old@example.com")).isEmpty();
  }

  @Test
  void a_long_list_comes_in_pages_with_nothing_twice_and_nothing_lost() {
    for (int number = 0; number < 130; number++) {
      AnOrder order = order(number).receivedAt(NOON.plusSeconds(number % 9));
      Order saved = save(number % 2 == 0 ? order : order.from("bolt", "woocommerce", "WOO"));
      if (number % 10 == 0) {
        orders.save(saved, Stage.reserved(saved, "EAST"), List.of());
      }
    }
    assertThat(orders.list(new Orders.Query(null, null, null, null)).items()).hasSize(50);
    assertThat(ids(null, null, null)).hasSize(130).doesNotHaveDuplicates();
    assertThat(ids(OrderState.RECEIVED, null, null)).hasSize(117).doesNotHaveDuplicates();
    assertThat(ids(null, "bolt", null)).hasSize(65).doesNotHaveDuplicates();
    assertThat(ids(OrderState.RECEIVED, "acme", null)).hasSize(52).doesNotHaveDuplicates();
    assertThat(ids(null, null, "sam@example.com")).hasSize(130).doesNotHaveDuplicates();
  }

  @Test
  void a_page_that_is_just_full_has_no_next_one() {
    for (int number = 0; number < 50; number++) {
      save(order(number));
    }
    assertThat(orders.list(new Orders.Query(null, null, null, null)).cursor()).isNull();
  }

  @Test
  void a_cursor_of_somebody_elses_is_refused() {
    for (String cursor : List.of("garbage", "", "AAAA", "???")) {
      assertThatThrownBy(() -> orders.list(new Orders.Query(null, null, null, cursor)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("cursor");
    }
  }

  @Test
  void the_sweeper_sees_unfinished_orders_that_nobody_changed_since_the_oldest_first() {
    saveAt(order(1), Duration.ofMinutes(50));
    saveAt(order(2), Duration.ofMinutes(10));
    saveAt(order(3), Duration.ofMinutes(30));
    assertThat(unfinished(Duration.ofMinutes(30), 10)).containsExactly("DTC-2", "DTC-3");
    assertThat(unfinished(Duration.ofMinutes(29), 10)).containsExactly("DTC-2");
    assertThat(unfinished(Duration.ofMinutes(99), 2)).containsExactly("DTC-2", "DTC-3");
    assertThat(unfinished(Duration.ofMinutes(9), 10)).isEmpty();
  }

  @Test
  void the_sweeper_leaves_alone_what_has_moved_on_and_looks_after_what_is_held() {
    Order moved = saveAt(order(1), Duration.ZERO);
    Order held = saveAt(order(2), Duration.ZERO);
    Order shipped = saveAt(order(3), Duration.ZERO);
    orders.save(moved, Stage.reserved(moved, "EAST"), at(Duration.ofMinutes(5)));
    orders.save(held, Stage.held(held, Reason.NO_RATES), at(Duration.ofSeconds(1)));
    Order reserved = Stage.reserved(shipped, "EAST");
    orders.save(shipped, reserved, at(Duration.ofSeconds(1)));
    orders.save(reserved, Stage.shipped(reserved, NOON), at(Duration.ofSeconds(2)));
    assertThat(unfinished(Duration.ofMinutes(4), 10)).containsExactly("DTC-2");
    assertThat(unfinished(Duration.ofMinutes(5), 10)).containsExactly("DTC-2", "DTC-1");
  }

  @Test
  void a_change_that_says_nothing_does_not_count_as_a_sign_of_life() {
    Order order = saveAt(order(1), Duration.ZERO);
    orders.save(order, Stage.reserved(order, "EAST"), List.of());
    assertThat(unfinished(Duration.ZERO, 10)).containsExactly("DTC-1");
  }

  private static AnOrder order(int number) {
    return AnOrder.numbered(String.valueOf(number));
  }

  private Order save(AnOrder order) {
    return saveAt(order, Duration.ZERO);
  }

  private Order saveAt(AnOrder order, Duration afterNoon) {
    Order received = order.received();
    orders.save(null, received, at(afterNoon));
    return received;
  }

  private static List<TimelineEntry> at(Duration afterNoon) {
    return List.of(TimelineEntry.of(NOON.plus(afterNoon), "test", "changed"));
  }

  private List<String> unfinished(Duration afterNoon, int most) {
    return orders.unfinishedSince(NOON.plus(afterNoon), most).stream().map(OrderId::value).toList();
  }

  private List<String> ids(@Nullable OrderState state, @Nullable String store, @Nullable String q) {
    StoreId storeId = store == null ? null : new StoreId(store);
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      Orders.Page page = orders.list(new Orders.Query(state, storeId, q, cursor));
      page.items().forEach(order -> ids.add(order.id().value()));
      cursor = page.cursor();
    } while (cursor != null);
    return ids;
  }
}
