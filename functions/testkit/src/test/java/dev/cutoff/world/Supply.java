package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.backorder.Promised;
import dev.cutoff.backorder.Waiter;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.PromisingInbound;
import dev.cutoff.inbound.application.ReceivingInbound;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.order.Order;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.Places;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;

/** Suppliers, the dock, and the list of those who wait; in a third of the worlds nobody waits. */
final class Supply {
  private static final List<String> SKUS = List.of("TEE-BLK-M", "MUG-WHT", "SOCKS-GRY");
  private static final List<String> NODES = List.of("EAST", "CENTRAL", "WEST");

  private final World world;
  private final RandomGenerator random;
  private int receipts;

  Supply(World world, RandomGenerator random) {
    this.world = world;
    this.random = random;
    int rule = random.nextInt(3);
    // Where the nearest node is dear, plans move units to another one.
    AMerchant shop =
        random.nextBoolean()
            ? AMerchant.standard()
            : AMerchant.standard().node(JointPlanTest.dear(Places.WEST));
    // And where nodes have limits, what is planned is counted.
    if (random.nextBoolean()) {
      AMerchant.shop()
          .nodes()
          .values()
          .forEach(node -> shop.node(Limits.atMost(shop.build().node(node.id()), 1_000, 10_000)));
    }
    if (rule == 0) {
      world.merchants.put(shop.build());
    } else {
      world.merchants.put(
          shop.rules(Playing.with(Playing.rules(WhenShort.BACKORDER, rule > 1))).build());
    }
  }

  /** One thing that suppliers or the dock do, or the queue of stock changes. */
  String something() {
    String reference = "PO-" + random.nextInt(3);
    int dice = random.nextInt(10);
    if (dice < 2) {
      return "" + world.promising.promise(reference, Inbound.Kind.ASN, "Mill", List.of(line()));
    }
    if (dice < 3) {
      return "" + world.slipping.slip(reference, "1", day());
    }
    if (dice < 6) {
      int id = random.nextInt(4) == 0 ? receipts : ++receipts;
      long units = 1L + id % 4;
      return ""
          + world.receivingInbound.receive(
              reference,
              new ReceivingInbound.Scan(
                  "r" + id, "1", null, units, id % 3 == 0 ? 1 : 0, null, id % 5 == 0, "dock"));
    }
    if (dice < 7) {
      tend();
      return "tended";
    }
    follow();
    return "followed";
  }

  private PromisingInbound.Stated line() {
    return new PromisingInbound.Stated(
        "1",
        new Sku(SKUS.get(random.nextInt(SKUS.size()))),
        new NodeId(NODES.get(random.nextInt(NODES.size()))),
        1 + random.nextInt(6),
        day());
  }

  private LocalDate day() {
    return LocalDate.ofInstant(world.clock.instant(), ZoneOffset.UTC)
        .plusDays(1 + random.nextInt(9));
  }

  /** What the function of the queue does. */
  void follow() {
    List<Sku> changed = world.queue.take();
    if (!changed.isEmpty()) {
      var _ = world.serving.serve(changed);
    }
  }

  void tend() {
    var _ = world.tending.tend();
  }

  /** A line has promised what those who wait were promised of it, and no more than there is. */
  static void promisesAddUp(World world) {
    List<Waiter> all = world.backorders.all();
    for (InboundLine line : world.inbounds.lines()) {
      assertThat(line.promised())
          .as("promised of %s", line)
          .isEqualTo(
              all.stream()
                  .flatMap(waiter -> waiter.lines().stream())
                  .flatMap(waits -> waits.promised().stream())
                  .filter(promised -> promised.isOf(line))
                  .mapToLong(Promised::units)
                  .sum());
    }
  }

  /** An order that waits is in the list, and nobody else is for long. */
  static void whoWaitsIsListed(World world) {
    for (Order order : world.orders.all()) {
      boolean listed = world.backorders.find(order.id()).isPresent();
      assertThat(listed).as("%s is listed and is %s", order.id(), order).isEqualTo(order.waits());
    }
  }
}
