package dev.cutoff.adapter.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Inbox;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.ForAll;
import dev.cutoff.testkit.RandomOrders;
import dev.cutoff.testkit.Stage;
import dev.cutoff.tracking.Track;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CodecTest {
  private final Codec codec = new Codec();

  /** What a step is given. */
  record Step(OrderId orderId, int attempt) {}

  record Times(Instant at, LocalDate day, ZoneId zone, Duration within) {}

  record Shelves(Map<Sku, Long> units, TreeMap<NodeId, List<Sku>> at) {}

  record Note(String text, @Nullable String by, @Nullable Long grams) {}

  @Test
  void every_order_reads_back_as_it_was_written() {
    ForAll.seeds(
        500,
        random -> {
          Order order = RandomOrders.order(random);
          assertThat(codec.read(codec.write(order), Order.class)).isEqualTo(order);
          assertThat(codec.read(codec.bytes(order), Order.class)).isEqualTo(order);
        });
  }

  @Test
  void the_same_order_is_the_same_text() {
    ForAll.seeds(
        50,
        random -> {
          String text = codec.write(RandomOrders.order(random));
          assertThat(codec.write(codec.read(text, Order.class))).isEqualTo(text);
        });
  }

  @Test
  void the_merchant_file_and_timelines_read_back_too() {
    Merchant shop = AMerchant.shop();
    assertThat(codec.read(codec.write(shop), Merchant.class)).isEqualTo(shop);
    List<TimelineEntry> entries = List.of(TimelineEntry.of(AnOrder.PLACED, "store", "placed"));
    assertThat(codec.readList(codec.write(entries), TimelineEntry.class)).isEqualTo(entries);
  }

  @Test
  void a_payload_of_the_state_machine_is_plain() {
    Step step = new Step(new OrderId("DTC-90412"), 2);
    assertThat(codec.write(step)).isEqualTo("{\"orderId\":\"DTC-90412\",\"attempt\":2}");
    assertThat(codec.read("{\"attempt\":2,\"orderId\":\"DTC-90412\"}", Step.class)).isEqualTo(step);
  }

  @Test
  void only_components_are_written() {
    assertThat(codec.write(Money.of(1_145, "USD")))
        .isEqualTo("{\"amount\":1145,\"currency\":\"USD\"}");
  }

  @Test
  void times_are_iso_strings() {
    Times times =
        new Times(
            Instant.parse("2026-11-24T21:00:00Z"),
            LocalDate.parse("2026-11-27"),
            ZoneId.of("America/Los_Angeles"),
            Duration.ofMillis(2_500));
    String text =
        "{\"at\":\"2026-11-24T21:00:00Z\",\"day\":\"2026-11-27\","
            + "\"zone\":\"America/Los_Angeles\",\"within\":\"PT2.5S\"}";
    assertThat(codec.write(times)).isEqualTo(text);
    assertThat(codec.read(text, Times.class)).isEqualTo(times);
  }

  @Test
  void ids_are_strings_as_keys_of_maps_too() {
    Shelves shelves =
        new Shelves(
            Map.of(new Sku("TEE"), 3L),
            new TreeMap<>(Map.of(new NodeId("EAST"), List.of(new Sku("MUG")))));
    String text = "{\"units\":{\"TEE\":3},\"at\":{\"EAST\":[\"MUG\"]}}";
    assertThat(codec.write(shelves)).isEqualTo(text);
    assertThat(codec.read(text, Shelves.class)).isEqualTo(shelves);
  }

  @Test
  void a_state_of_a_shipment_has_a_name_of_its_own() {
    Order held =
        Stage.held(Stage.reserved(AnOrder.numbered("1").received(), "EAST"), Reason.NO_RATES);
    assertThat(codec.write(held.shipments().getFirst()))
        .startsWith("{\"state\":\"reserved\",\"id\":\"SHP-DTC-1-1\",\"node\":\"EAST\"");
    refuses("{\"state\":\"teleported\"}", Shipment.class, "Shipment", "teleported");
  }

  @Test
  void a_nullable_component_may_be_missing_or_null() {
    Note note = new Note("x", null, null);
    assertThat(codec.write(note)).isEqualTo("{\"text\":\"x\"}");
    assertThat(codec.read("{\"text\":\"x\"}", Note.class)).isEqualTo(note);
    assertThat(codec.read("{\"text\":\"x\",\"by\":null}", Note.class)).isEqualTo(note);
  }

  @Test
  void scans_that_were_written_before_they_had_reasons_and_proofs_are_still_read() {
    String before =
        "{\"status\":\"DELIVERED\",\"scans\":[{\"id\":\"s1\",\"carrier\":\"swift\","
            + "\"trackingNumber\":\"T\",\"status\":\"DELIVERED\","
            + "\"occurredAt\":\"2026-11-24T21:00:00Z\",\"place\":\"\"}]}";
    Track track = codec.read(before, Track.class);
    assertThat(track.proof()).isEmpty();
    assertThat(track.scans().getFirst().reason()).isNull();
    assertThat(codec.write(track)).isEqualTo(before);
  }

  @Test
  void a_missing_component_is_an_error_that_names_it() {
    refuses("{\"by\":\"x\"}", Note.class, "text");
    refuses("{\"text\":null}", Note.class, "Note.text");
    refuses("{\"orderId\":\"DTC-1\"}", Step.class, "attempt");
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":null}", Step.class, "Step.attempt");
    refuses("{\"units\":{},\"at\":{\"EAST\":[null]}}", Shelves.class, "Shelves.at.EAST[0]");
    refuses("null", Step.class, "Step");
    refuses("", Step.class, "Step");
  }

  @Test
  void an_unknown_property_is_an_error_that_names_it() {
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":1,\"x\":1}", Step.class, "Step.x");
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":1,\"attempt\":2}", Step.class, "Step");
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":1} {}", Step.class, "Step");
  }

  @Test
  void an_unknown_name_of_an_enum_never_turns_into_null() {
    refuses("\"SHIPPED_TWICE\"", OrderState.class, "OrderState");
    refuses("3", OrderState.class, "OrderState");
    refuses("\"\"", OrderState.class, "OrderState");
  }

  @Test
  void no_number_overflows() {
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":99999999999}", Step.class, "Step.attempt");
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":1.5}", Step.class, "Step.attempt");
    refuses("{\"orderId\":\"DTC-1\",\"attempt\":\"1\"}", Step.class, "Step.attempt");
    refuses("{\"text\":\"x\",\"grams\":9223372036854775808}", Note.class, "Note.grams");
  }

  @Test
  void what_a_record_refuses_is_refused_with_its_path() {
    refuses("{\"orderId\":\"no id\",\"attempt\":1}", Step.class, "Step.orderId", "order id");
    refuses("{\"orderId\":5,\"attempt\":1}", Step.class, "Step.orderId");
    refuses("{\"units\":{\" \":1},\"at\":{}}", Shelves.class, "Shelves.units", "SKU");
    refuses("{\"amount\":1,\"currency\":\"??\"}", Money.class, "Money");
  }

  @Test
  void a_path_leads_into_the_depth() {
    String text = codec.write(AnOrder.numbered("1").line("TEE-BLK-M", 2).received());
    String broken = text.replace("\"quantity\":2", "\"quantity\":\"two\"");
    refuses(broken, Order.class, "Order.document.lines[0].quantity");
  }

  @Test
  void a_message_of_the_inbox_reads_back() {
    Inbox.Message message =
        new Inbox.Message(
            new OrderId("DTC-1"),
            AnOrder.numbered("1").document().storeId(),
            "webhooks/x.json",
            "x",
            AnOrder.PLACED,
            AnOrder.RECEIVED);
    assertThat(codec.read(codec.write(message), Inbox.Message.class)).isEqualTo(message);
  }

  private void refuses(String json, Class<?> type, String... told) {
    assertThatThrownBy(() -> codec.read(json, type))
        .isInstanceOf(Unreadable.class)
        .message()
        .contains(told);
  }
}
