package dev.cutoff.world;

import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.application.PromisingInbound;
import dev.cutoff.inbound.application.ReceivingInbound;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop that runs until nothing is left to do: executions, the queue of stock changes. */
final class Playing {
  final Machine machine = new Machine(() -> true);
  final World world = new World(machine);

  Playing(StockRules rules) {
    machine.runs(world);
    world.merchants.put(AMerchant.standard().rules(with(rules)).build());
  }

  static StockRules rules(StockRules.WhenShort whenShort, boolean shipPartial) {
    return new StockRules(
        whenShort, shipPartial, Duration.ofDays(60), null, StockRules.PLAIN.hotSku());
  }

  static Playing backordering(boolean shipPartial) {
    return new Playing(rules(StockRules.WhenShort.BACKORDER, shipPartial));
  }

  static Rules with(StockRules rules) {
    Rules usual = AMerchant.shop().rules();
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        rules);
  }

  void shop(Merchant merchant) {
    world.merchants.put(merchant);
  }

  /** An order comes in and goes as far as it goes. */
  OrderId order(AnOrder order) {
    var _ = world.receive(order);
    settle();
    return order.id();
  }

  /** One of so many of a SKU. */
  OrderId order(String number, String sku, long units) {
    return order(AnOrder.numbered(number).line(sku, units));
  }

  void settle() {
    for (int i = 0; i < 2_000; i++) {
      // Nobody thinks better of it here.
      machine.wake();
      if (!machine.runnable().isEmpty()) {
        machine.step(machine.runnable().getFirst());
      } else {
        List<Sku> changed = world.queue.take();
        if (changed.isEmpty()) {
          return;
        }
        var served = world.serving.serve(changed);
        if (!served.failed().isEmpty()) {
          throw new AssertionError(served.failed());
        }
      }
    }
    throw new AssertionError("it never settles");
  }

  /** Time passes, and the schedules run. */
  void later(Duration time) {
    world.clock.advance(time);
    machine.timeOut(world.clock.instant());
    var tended = world.tending.tend();
    if (!tended.failed().isEmpty()) {
      throw new AssertionError(tended.failed());
    }
    var _ = world.sweeping.sweep();
    var _ = world.settlingLabels.settle(Duration.ofMinutes(1));
    var _ = world.resumingLabels.resume();
    settle();
  }

  PromisingInbound.Outcome promise(String reference, String sku, long units, String day) {
    var promised =
        world.promising.promise(
            reference,
            Inbound.Kind.PURCHASE_ORDER,
            "Mill",
            List.of(
                new PromisingInbound.Stated(
                    "1", new Sku(sku), new NodeId("EAST"), units, LocalDate.parse(day))));
    settle();
    return promised;
  }

  ReceivingInbound.Outcome receive(String reference, String id, long units, long damaged) {
    var received =
        world.receivingInbound.receive(
            reference,
            new ReceivingInbound.Scan(id, "1", null, units, damaged, null, false, "dock 1"));
    settle();
    return received;
  }

  Order order(OrderId id) {
    return world.order(id);
  }

  /** The day an order was told; null where it was told that nobody knows. */
  @Nullable LocalDate expected(OrderId id) {
    var backorder = world.order(id).backorder();
    if (backorder == null) {
      throw new AssertionError(id + " does not wait");
    }
    return backorder.expectedOn();
  }

  /** Mails about the wait, in order. */
  List<String> news(OrderId id) {
    return world.announcements.published().stream()
        .filter(each -> each.orderId().equals(id))
        .map(each -> each.what().wireName())
        .filter("backordered"::equals)
        .toList();
  }
}
