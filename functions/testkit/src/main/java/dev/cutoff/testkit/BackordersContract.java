package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.backorder.Promises;
import dev.cutoff.backorder.Waiter;
import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.Backorders.Change;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.Receipt;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.inbound.application.Inbounds.Counted;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Inbounds} and every {@link Backorders} do, which share the inbound lines. */
public abstract class BackordersContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
  private static final Sku TEE = new Sku("TEE-BLK-M");
  private static final Sku MUG = new Sku("MUG-WHT");
  private static final NodeId EAST = new NodeId("EAST");

  private Inbounds inbounds;
  private Backorders backorders;

  /** Both over the same tables, with nothing in them. */
  public record Both(Inbounds inbounds, Backorders backorders) {}

  protected abstract Both fresh();

  @BeforeEach
  void open() {
    Both both = fresh();
    inbounds = both.inbounds();
    backorders = both.backorders();
  }

  @Test
  void what_was_saved_is_found() {
    Inbound inbound = inbound("PO-1", line("PO-1", "1", TEE, 5), line("PO-1", "2", MUG, 3));
    assertThat(inbounds.save(null, inbound)).isTrue();
    assertThat(inbounds.find("PO-1")).contains(inbound);
    assertThat(inbounds.find("PO-2")).isEmpty();
    assertThat(inbounds.save(null, inbound)).as("it is there").isFalse();
  }

  @Test
  void whoever_saves_over_what_somebody_else_changed_is_told() {
    Inbound first = saved("PO-1", line("PO-1", "1", TEE, 5));
    Inbound moved = moved(first, "2026-12-09");
    assertThat(inbounds.save(first, moved)).isTrue();
    assertThat(inbounds.save(first, moved(first, "2026-12-10"))).isFalse();
    assertThat(inbounds.find("PO-1")).contains(moved);
  }

  @Test
  void a_delivery_of_many_lines_is_saved() {
    List<InboundLine> lines = new ArrayList<>();
    for (int i = 100; i < 300; i++) {
      lines.add(line("PO-1", "" + i, TEE, 5));
    }
    Inbound inbound = new Inbound("PO-1", 1, Inbound.Kind.ASN, "Mill", lines);
    assertThat(inbounds.save(null, inbound)).isTrue();
    assertThat(inbounds.find("PO-1")).contains(inbound);
    assertThat(inbounds.expected(List.of(TEE))).hasSize(200);
  }

  @Test
  void only_lines_that_expect_units_are_expected_the_soonest_first() {
    InboundLine late = line("PO-1", "1", TEE, 5).stating(5, TODAY.plusDays(20), false);
    Inbound first = saved("PO-1", late);
    var _ = saved("PO-2", line("PO-2", "1", TEE, 3), line("PO-2", "2", MUG, 3));
    assertThat(inbounds.expected(List.of(TEE)))
        .extracting(InboundLine::reference)
        .containsExactly("PO-2", "PO-1");
    assertThat(inbounds.receive(receipt("PO-2", "r1", 3, 0, false)))
        .isInstanceOf(Counted.Done.class);
    assertThat(inbounds.expected(List.of(TEE)))
        .extracting(InboundLine::reference)
        .containsExactly("PO-1");
    Inbound closed =
        new Inbound(
            "PO-1",
            2,
            first.kind(),
            first.supplier(),
            List.of(late.stating(5, late.expectedOn(), true)));
    assertThat(inbounds.save(first, closed)).isTrue();
    assertThat(inbounds.expected(List.of(TEE))).isEmpty();
    assertThat(inbounds.expected(List.of(MUG, TEE))).hasSize(1);
  }

  @Test
  void a_line_that_expects_units_anew_is_expected_again() {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 3));
    var _ = inbounds.receive(receipt("PO-1", "r1", 3, 0, false));
    Inbound known = inbounds.find("PO-1").orElseThrow();
    InboundLine more = known.lines().getFirst().stating(7, TODAY.plusDays(3), false);
    assertThat(
            inbounds.save(
                known, new Inbound("PO-1", 2, known.kind(), known.supplier(), List.of(more))))
        .isTrue();
    assertThat(inbounds.expected(List.of(TEE))).containsExactly(more);
  }

  @Test
  void a_receipt_counts_once() {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 5));
    Receipt receipt = receipt("PO-1", "r1", 3, 1, false);
    assertThat(inbounds.receive(receipt))
        .isInstanceOfSatisfying(
            Counted.Done.class, done -> assertThat(done.line().open()).isEqualTo(1));
    assertThat(inbounds.receive(receipt)).isInstanceOf(Counted.Already.class);
    assertThat(inbounds.receive(receipt("PO-1", "r1", 2, 1, false)))
        .isEqualTo(new Counted.Differs(receipt));
    assertThat(inbounds.receipt("PO-1", "r1")).contains(receipt);
    assertThat(inbounds.receipt("PO-1", "r2")).isEmpty();
    assertThat(inbounds.receive(receipt("PO-9", "r1", 2, 1, false)))
        .isInstanceOf(Counted.NoSuchLine.class);
    assertThat(theLine("PO-1").received()).isEqualTo(3);
    assertThat(theLine("PO-1").damaged()).isEqualTo(1);
  }

  @Test
  void all_are_listed_a_page_at_a_time() {
    IntStream.range(100, 160)
        .forEach(number -> {
          var _ = saved("PO-" + number, line("PO-" + number, "1", TEE, 5));
        });
    Inbounds.Page first = inbounds.list(null);
    assertThat(first.items()).hasSize(50);
    Inbounds.Page second = inbounds.list(first.cursor());
    assertThat(second.items()).extracting(Inbound::reference).startsWith("PO-150").hasSize(10);
    assertThat(second.cursor()).isNull();
  }

  @Test
  void who_joins_is_found_by_order_and_by_each_sku_who_came_first_first() {
    Waiter kit = joined("3", 5, demand("GIFT-SET", 1, MUG, TEE));
    Waiter late = joined("1", 9, Demand.of("1", TEE, 2));
    Waiter first = joined("2", 1, Demand.of("1", TEE, 1));
    assertThat(backorders.find(kit.orderId())).contains(kit);
    assertThat(backorders.of(TEE)).containsExactly(first, kit, late);
    assertThat(backorders.of(MUG)).containsExactly(kit);
    assertThat(backorders.waitedFor(List.of(TEE, MUG, new Sku("OTHER")))).containsExactly(MUG, TEE);
    assertThat(backorders.waitedFor()).containsExactly(MUG, TEE);
  }

  @Test
  void nobody_joins_twice_and_nobody_changes_what_is_no_longer_so() {
    Waiter waiter = joined("1", 1, Demand.of("1", TEE, 2));
    assertThat(backorders.change(List.of(new Change(null, waiter)))).isFalse();
    Waiter more = waiter.with(List.of(Waiter.Line.of(Demand.of("1", MUG, 3))));
    assertThat(backorders.change(List.of(new Change(waiter, more)))).isTrue();
    assertThat(backorders.change(List.of(new Change(waiter, null)))).isFalse();
    assertThat(backorders.of(TEE)).isEmpty();
    assertThat(backorders.of(MUG)).containsExactly(more);
  }

  @Test
  void who_leaves_is_gone_and_a_sku_that_nobody_waits_for_is_forgotten() {
    Waiter waiter = joined("1", 1, Demand.of("1", TEE, 2));
    Waiter other = joined("2", 2, Demand.of("1", TEE, 2));
    assertThat(backorders.change(List.of(new Change(waiter, null)))).isTrue();
    backorders.settle(TEE);
    assertThat(backorders.waitedFor(List.of(TEE))).containsExactly(TEE);
    assertThat(backorders.change(List.of(new Change(other, null)))).isTrue();
    backorders.settle(TEE);
    assertThat(backorders.find(other.orderId())).isEmpty();
    assertThat(backorders.waitedFor(List.of(TEE))).isEmpty();
    assertThat(backorders.waitedFor()).isEmpty();
    backorders.settle(TEE);
  }

  @Test
  void a_line_counts_what_it_promises_and_gives_back() {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 5));
    Waiter waiter = joined("1", 1, Demand.of("1", TEE, 2));
    Waiter promised = promised(waiter);
    assertThat(promised.lines().getFirst().expectedOn()).contains(TODAY.plusDays(8));
    assertThat(theLine("PO-1").promised()).isEqualTo(2);
    assertThat(backorders.change(List.of(new Change(promised, null)))).isTrue();
    assertThat(theLine("PO-1").promised()).isZero();
  }

  @Test
  void a_line_never_promises_more_than_is_still_to_come() {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 3));
    Waiter first = joined("1", 1, Demand.of("1", TEE, 2));
    Waiter second = joined("2", 2, Demand.of("1", TEE, 2));
    List<InboundLine> inbound = inbounds.expected(List.of(TEE));
    Waiter one = assigned(first, inbound);
    Waiter two = assigned(second, inbound);
    assertThat(backorders.change(List.of(new Change(first, one)))).isTrue();
    assertThat(backorders.change(List.of(new Change(second, two)))).isFalse();
    assertThat(theLine("PO-1").promised()).isEqualTo(2);
    // What one gives back another may have, together.
    assertThat(
            backorders.change(
                List.of(new Change(one, one.with(first.lines())), new Change(second, two))))
        .isTrue();
    assertThat(theLine("PO-1").promised()).isEqualTo(2);
  }

  @Test
  void all_changes_are_made_or_none() {
    Waiter first = joined("1", 1, Demand.of("1", TEE, 2));
    Waiter second = joined("2", 2, Demand.of("1", TEE, 2));
    Waiter wrong = second.with(second.lines());
    assertThat(backorders.change(List.of(new Change(first, null), new Change(wrong, null))))
        .isFalse();
    assertThat(backorders.of(TEE)).containsExactly(first, second);
  }

  @Test
  void who_takes_inbound_units_alone_is_handed_those_that_came() {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 5));
    Waiter.Line ahead =
        new Waiter.Line(Demand.of("1", TEE, 2), TODAY.plusDays(30), List.of(), false);
    Waiter waiter = Waiter.joining(new OrderId("DTC-1"), NOON, List.of(ahead));
    assertThat(backorders.change(List.of(new Change(null, waiter)))).isTrue();
    Waiter promised = promised(waiter);
    var _ = inbounds.receive(receipt("PO-1", "r1", 4, 0, false));
    assertThat(theLine("PO-1").arrived()).isEqualTo(2);
    assertThat(theLine("PO-1").promisable()).isEqualTo(1);
    Waiter came = promised.with(List.of(promised.lines().getFirst().hasArrived()));
    assertThat(backorders.change(List.of(new Change(promised, came)))).isTrue();
    assertThat(theLine("PO-1").arrived()).isZero();
    assertThat(theLine("PO-1").promised()).isZero();
    assertThat(backorders.change(List.of(new Change(came, null)))).isTrue();
    assertThat(theLine("PO-1").promised()).isZero();
  }

  @Test
  void of_many_in_one_instant_no_more_are_promised_than_is_still_to_come() throws Exception {
    var _ = saved("PO-1", line("PO-1", "1", TEE, 7));
    List<Waiter> waiters =
        IntStream.range(0, 12)
            .mapToObj(number -> joined("" + number, number, Demand.of("1", TEE, 1)))
            .toList();
    List<InboundLine> inbound = inbounds.expected(List.of(TEE));
    List<Boolean> promised =
        Together.run(
            12,
            number -> {
              Waiter waiter = waiters.get(number);
              return backorders.change(List.of(new Change(waiter, assigned(waiter, inbound))));
            });
    assertThat(promised).filteredOn(each -> each).hasSize(7);
    assertThat(theLine("PO-1").promised()).isEqualTo(7);
  }

  private Waiter promised(Waiter waiter) {
    Waiter after = assigned(waiter, inbounds.expected(List.of(TEE)));
    assertThat(backorders.change(List.of(new Change(waiter, after)))).isTrue();
    return after;
  }

  private static Waiter assigned(Waiter waiter, List<InboundLine> inbound) {
    return Promises.assign(TEE, List.of(waiter), 0, inbound, TODAY).getFirst();
  }

  private Waiter joined(String number, long after, Demand demand) {
    Waiter waiter =
        Waiter.joining(
            new OrderId("DTC-" + number), NOON.plusSeconds(after), List.of(Waiter.Line.of(demand)));
    assertThat(backorders.change(List.of(new Change(null, waiter)))).isTrue();
    backorders.remember(waiter.skus());
    return waiter;
  }

  private static Demand demand(String sku, long units, Sku... parts) {
    TreeMap<Sku, Long> perUnit = new TreeMap<>();
    for (Sku part : parts) {
      perUnit.put(part, 1L);
    }
    return new Demand("1", new Sku(sku), units, perUnit);
  }

  private Inbound saved(String reference, InboundLine... lines) {
    Inbound inbound = inbound(reference, lines);
    assertThat(inbounds.save(null, inbound)).isTrue();
    return inbound;
  }

  private static Inbound inbound(String reference, InboundLine... lines) {
    return new Inbound(reference, 1, Inbound.Kind.PURCHASE_ORDER, "Mill", List.of(lines));
  }

  private static Inbound moved(Inbound before, String day) {
    InboundLine line = before.lines().getFirst();
    return new Inbound(
        before.reference(),
        before.version() + 1,
        before.kind(),
        before.supplier(),
        List.of(line.stating(line.expected(), LocalDate.parse(day), false)));
  }

  private static InboundLine line(String reference, String line, Sku sku, long units) {
    return InboundLine.promised(reference, line, sku, EAST, units, TODAY.plusDays(8));
  }

  private static Receipt receipt(
      String reference, String id, long good, long damaged, boolean last) {
    return new Receipt(id, reference, "1", good, damaged, null, last, NOON, "dock 1");
  }

  private InboundLine theLine(String reference) {
    @Nullable InboundLine line =
        inbounds.find(reference).flatMap(found -> found.line("1")).orElse(null);
    if (line == null) {
      throw new AssertionError(reference + " has no line 1");
    }
    return line;
  }
}
