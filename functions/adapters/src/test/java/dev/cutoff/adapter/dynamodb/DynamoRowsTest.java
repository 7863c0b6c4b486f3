package dev.cutoff.adapter.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
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
  void people_can_read_a_usual_order_in_its_row() {
    Order order = AnOrder.numbered("1").received();
    orders.save(null, order, List.of());
    assertThat(Item.text(row(order), "body")).startsWith("{\"id\":\"DTC-1\",\"version\":1,");
    assertThat(row(order)).doesNotContainKey("bodyGz");
  }

  @Test
  void a_large_order_is_zipped_and_a_small_one_again_is_not() {
    AnOrder large = AnOrder.numbered("1");
    IntStream.range(0, 500).forEach(line -> large.line("SKU-" + line, 1));
    Order first = large.received();
    orders.save(null, first, List.of());
    assertThat(row(first)).containsKey("bodyGz").doesNotContainKey("body");
    Order second = first.changed(change -> change.document(AnOrder.numbered("1").document()));
    orders.save(first, second, List.of());
    assertThat(row(second)).containsKey("body").doesNotContainKey("bodyGz");
    assertThat(orders.find(second.id())).contains(second);
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
