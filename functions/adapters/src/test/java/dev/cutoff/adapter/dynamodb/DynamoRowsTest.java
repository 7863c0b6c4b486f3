package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders.Saved;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.EmbeddedDynamo;
import dev.cutoff.testkit.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What rows and indexes look like inside. */
@ExtendWith(EmbeddedDynamo.Extension.class)
final class DynamoRowsTest {
  private final EmbeddedDynamo embedded;
  private final Tables tables;
  private final Dynamo dynamo;
  private final DynamoOrders orders;

  DynamoRowsTest(EmbeddedDynamo embedded) {
    this.embedded = embedded;
    this.tables = Embedded.tables(embedded);
    this.dynamo = Embedded.fresh(embedded.client(), tables);
    this.orders = new DynamoOrders(dynamo);
  }

  @Test
  void a_usual_order_is_one_write_unit_until_it_is_shipped() {
    Order order = AnOrder.numbered("1").line("TEE-BLK-M", 2).line("MUG-01", 1).received();
    Order reserved = Stage.reserved(order, "EAST");
    Order planned = Stage.planned(reserved);
    Order labelled = Stage.labelled(planned);
    Order shipped = Stage.shipped(labelled, AnOrder.PLACED);
    Order before = null;
    for (Order each : List.of(order, reserved, planned, labelled, shipped)) {
      TimelineEntry entry =
          TimelineEntry.of(AnOrder.PLACED, "cutoff", "version of " + each.state());
      assertThat(orders.save(before, each, List.of(entry))).isEqualTo(Saved.SAVED);
      assertThat(size(row(each))).isLessThan(1024);
      before = each;
    }
    assertThat(orders.timeline(order.id())).hasSize(5);
  }

  @Test
  void a_long_timeline_moves_into_rows_of_its_own_and_loses_nothing() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, List.of(TimelineEntry.of(AnOrder.PLACED, "test", "0")));
    for (int number = 1; number < 60; number++) {
      Order next = order.changed(change -> change.shipLate(true));
      // Another instance, which has never seen the row.
      DynamoOrders other = new DynamoOrders(Embedded.fresh(embedded.client(), tables));
      TimelineEntry entry = TimelineEntry.of(AnOrder.PLACED, "test", "" + number);
      assertThat((number % 2 == 0 ? orders : other).save(order, next, List.of(entry)))
          .isEqualTo(Saved.SAVED);
      order = next;
    }
    assertThat(orders.timeline(order.id()))
        .extracting("what")
        .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(String::valueOf).toList());
    assertThat(dynamo.below(tables.orders(), Key.orderPk(order.id()), Key.TIMELINE)).hasSize(4);
  }

  @Test
  void a_save_that_died_after_it_moved_the_timeline_moved_nothing() {
    Order order = AnOrder.numbered("1").received();
    List<TimelineEntry> eleven =
        IntStream.range(0, 11)
            .mapToObj(number -> TimelineEntry.of(AnOrder.PLACED, "test", "" + number))
            .toList();
    orders.save(null, order, eleven);
    Log log = new Log(order.receivedAt(), 0, eleven);
    // What a save writes first, of one that never came to its end.
    embedded
        .client()
        .putItem(put ->
            put.tableName(tables.orders()).item(new OrderRows(dynamo).timeline(order, log).map()));
    assertThat(orders.timeline(order.id())).isEqualTo(eleven);
    Order next = order.changed(change -> change.shipLate(true));
    orders.save(order, next, List.of(TimelineEntry.of(AnOrder.PLACED, "test", "11")));
    Order last = next.changed(change -> change.shipLate(true));
    orders.save(next, last, List.of(TimelineEntry.of(AnOrder.PLACED, "test", "12")));
    assertThat(orders.timeline(order.id()))
        .extracting("what")
        .containsExactlyElementsOf(IntStream.range(0, 13).mapToObj(String::valueOf).toList());
  }

  @Test
  void an_order_too_large_for_a_row_is_refused_clearly() {
    Order small = AnOrder.numbered("1").received();
    orders.save(null, small, List.of());
    Order huge =
        small.changed(
            change -> change.document(AnOrder.numbered("1").line(noise(600_000)).document()));
    assertThatThrownBy(() -> orders.save(small, huge, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order DTC-1 needs")
        .hasMessageContaining("too large");
    assertThat(orders.find(small.id())).contains(small);
  }

  @Test
  void an_order_just_below_the_limit_is_kept() {
    Order order = AnOrder.numbered("1").line(noise(480_000)).received();
    assertThat(orders.save(null, order, List.of())).isEqualTo(Saved.SAVED);
    assertThat(orders.find(order.id())).contains(order);
  }

  @Test
  void the_index_of_work_holds_what_is_still_to_do_and_nothing_else() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, List.of());
    assertThat(indexed(Tables.WORK)).isEqualTo(1);
    Order reserved = Stage.reserved(order, "EAST");
    orders.save(order, reserved, List.of());
    orders.save(reserved, Stage.shipped(reserved, AnOrder.PLACED), List.of());
    assertThat(indexed(Tables.WORK)).isZero();
    assertThat(indexed(Tables.BY_STATE)).isEqualTo(1);
    assertThat(indexed(Tables.BY_STORE)).isEqualTo(1);
  }

  @Test
  void instants_sort_as_texts() {
    List<Instant> instants =
        List.of(
            Instant.parse("1969-12-31T23:59:59.999Z"),
            Instant.parse("2026-11-23T12:00:00Z"),
            Instant.parse("2026-11-23T12:00:00.000000001Z"),
            Instant.parse("2026-11-23T12:00:00.5Z"),
            Instant.parse("2026-11-23T12:00:01Z"));
    assertThat(instants.stream().map(Sortable::text)).isSorted();
    assertThat(instants.stream().map(Sortable::text).map(Sortable::read).toList())
        .isEqualTo(instants);
    assertThat(Sortable.bucket(Instant.parse("2026-11-23T12:19:59.9Z")))
        .isEqualTo("2026-11-23T12:10:00.000000000Z");
  }

  private Map<String, AttributeValue> row(Order order) {
    return dynamo.get(tables.orders(), Key.order(order.id())).orElseThrow();
  }

  /** Names and values; all of an order's row are texts, one number and bytes. */
  private static int size(Map<String, AttributeValue> row) {
    return row.entrySet().stream()
        .mapToInt(each -> {
          AttributeValue value = each.getValue();
          int bytes = value.b() == null ? 8 : value.b().asByteArrayUnsafe().length;
          return each.getKey().length() + (value.s() == null ? bytes : value.s().length());
        })
        .sum();
  }

  private int indexed(String index) {
    return embedded.client().scan(scan -> scan.tableName(tables.orders()).indexName(index)).count();
  }

  /** Random letters shrink to about three quarters. */
  private static OrderLine noise(int characters) {
    SplittableRandom random = new SplittableRandom(1);
    String name =
        random
            .ints(characters, 0, 64)
            .mapToObj(number ->
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                    .substring(number, number + 1))
            .collect(Collectors.joining());
    Money price = Money.of(1, "USD");
    return new OrderLine("1", "MUG", name, 1, 0, price, price, price, true, null, List.of());
  }
}
