package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Looks on after every call of a port: what must hold at any time, and what is needed at the end.
 */
final class Watch {
  private static final Set<Sku> SKUS =
      Set.of(new Sku("TEE-BLK-M"), new Sku("MUG-WHT"), new Sku("SOCKS-GRY"));

  private final World world;
  private final Map<String, Long> received = new TreeMap<>();
  private final Map<OrderId, Order> last = new HashMap<>();
  private final Map<OrderId, List<TimelineEntry>> logs = new HashMap<>();
  private final Map<String, TrackingStatus> ranks = new HashMap<>();
  private final Map<OrderId, Map<OrderDocument, Instant>> accepted = new TreeMap<>();

  /** What the store's document was when shipments left. */
  final Map<OrderId, List<OrderDocument>> atHandOver = new HashMap<>();

  Watch(World world) {
    this.world = world;
  }

  void opened() {
    levels().forEach(level -> received.put(level.sku() + "@" + level.node(), level.onHand()));
  }

  /** More units arrive. */
  void received(String node, String sku, long units) {
    StockLevel level =
        levels().stream()
            .filter(each -> each.node().value().equals(node) && each.sku().value().equals(sku))
            .findFirst()
            .orElse(StockLevel.none(Shelf.of(new Sku(sku), new NodeId(node))));
    world.arrived(level.shelf(), units);
    received.merge(level.sku() + "@" + level.node(), units, Long::sum);
  }

  void accepted(OrderId id, OrderDocument document) {
    accepted
        .computeIfAbsent(id, order -> new HashMap<>())
        .putIfAbsent(document, world.clock.instant());
  }

  Map<OrderId, Map<OrderDocument, Instant>> accepted() {
    return accepted;
  }

  /** Law 9: a step that begins after the order was cancelled buys nothing. */
  void stepping(OrderId id, String state, Runnable step) {
    boolean cancelled = world.orders.find(id).filter(o -> o.cancellation() != null).isPresent();
    int before = bought(id);
    try {
      step.run();
    } finally {
      if (cancelled) {
        assertThat(bought(id)).as("%s of cancelled %s bought", state, id).isEqualTo(before);
      }
    }
  }

  private int bought(OrderId id) {
    return (int)
        world.carriers.sold().stream().filter(sold -> sold.request().orderId().equals(id)).count();
  }

  void look(String point) {
    if (point.equals("after Orders.save")) {
      world.orders.all().forEach(this::onlyForward);
    }
    if (point.startsWith("after Stock.")) {
      shelvesAddUp();
    }
    if (point.startsWith("after Backorders.") || point.startsWith("after Inbounds.")) {
      Supply.promisesAddUp(world);
    }
  }

  /** Law 5. */
  private void onlyForward(Order order) {
    Order before = last.put(order.id(), order);
    List<TimelineEntry> log = world.orders.timeline(order.id());
    List<TimelineEntry> known = logs.put(order.id(), log);
    if (known != null) {
      assertThat(log).as("the log is append-only").startsWith(known.toArray(new TimelineEntry[0]));
    }
    if (before != null) {
      assertThat(order.version()).isGreaterThanOrEqualTo(before.version());
      assertThat(order.attempt()).isGreaterThanOrEqualTo(before.attempt());
      assertThat(order.document().updatedAt())
          .as("older versions never overwrite newer")
          .isAfterOrEqualTo(before.document().updatedAt());
      if (before.cancellation() != null) {
        assertThat(order.cancellation()).as("cancelled for good").isNotNull();
      }
    }
    if (gone(order) > (before == null ? 0 : gone(before))) {
      atHandOver.computeIfAbsent(order.id(), id -> new ArrayList<>()).add(order.document());
    }
    order.shipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .forEach(this::onlyForward);
  }

  private void onlyForward(Parcel parcel) {
    TrackingStatus now = parcel.track().status();
    TrackingStatus before = ranks.put(parcel.trackingNumber(), now);
    assertThat(before != null && before.after(now)).as("a parcel moved back").isFalse();
  }

  /** Laws 1 and 2. */
  private void shelvesAddUp() {
    Map<String, Long> reserved = units(Reservation.State.RESERVED);
    Map<String, Long> consumed = units(Reservation.State.CONSUMED);
    for (StockLevel level : levels()) {
      String shelf = level.sku() + "@" + level.node();
      assertThat(level.available()).as("%s below zero", shelf).isNotNegative();
      assertThat(level.reserved()).as(shelf).isEqualTo(reserved.getOrDefault(shelf, 0L));
      assertThat(level.onHand())
          .as(shelf)
          .isEqualTo(
              received.getOrDefault(shelf, 0L) + scanned(level) - consumed.getOrDefault(shelf, 0L));
    }
  }

  /** Units that were scanned at the dock. */
  private long scanned(StockLevel level) {
    return world.stock.ledger(level.shelf(), Instant.EPOCH).stream()
        .filter(each -> each.id().startsWith("receipt#"))
        .mapToLong(Movement::onHand)
        .sum();
  }

  private Map<String, Long> units(Reservation.State state) {
    return world.orders.all().stream()
        .flatMap(order -> world.stock.reservations(order.id()).stream())
        .filter(each -> each.state() == state)
        .collect(
            Collectors.groupingBy(
                each -> each.sku() + "@" + each.node(),
                Collectors.summingLong(Reservation::quantity)));
  }

  private List<StockLevel> levels() {
    return world.stock.levels(SKUS);
  }

  /** Units of each line in shipments that left. */
  static Map<String, Long> left(Order order) {
    return order.openShipments().stream()
        .flatMap(shipment -> shipment.lines().stream())
        .collect(
            Collectors.groupingBy(
                ShipmentLine::lineId,
                TreeMap::new,
                Collectors.summingLong(ShipmentLine::quantity)));
  }

  private static long gone(Order order) {
    return order.shipments().stream()
        .filter(each -> each instanceof Shipment.Shipped || each instanceof Shipment.Delivered)
        .count();
  }
}
