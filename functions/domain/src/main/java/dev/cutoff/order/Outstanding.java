package dev.cutoff.order;

import dev.cutoff.shipment.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is left to do for an order. */
public final class Outstanding {
  private Outstanding() {}

  /**
   * Whether an execution or a person has something left to do; what waits for the floor or for the
   * carrier has not. The sweeper looks at these.
   */
  public static boolean any(Order order) {
    Order.Cancellation cancellation = order.cancellation();
    if (cancellation != null) {
      return cancellation.completedAt() == null;
    }
    if (order.replan() || order.hold() != null || order.paymentWait() != null) {
      return true;
    }
    return unpaid(order)
        || !units(order).isEmpty()
        || order.openShipments().stream().anyMatch(shipment -> toLabel(order, shipment));
  }

  /**
   * Since when nothing moved that should have: an order in its remorse period, or one that the
   * bench has to pack, stands still on purpose, and nobody has to look at it before that is over.
   */
  public static Instant since(Order order, Instant changedAt) {
    if (order.cancellation() != null || order.replan()) {
      return changedAt;
    }
    Instant kept = keptUntil(order);
    Instant until =
        order.waitsForBench() ? packBy(order) : kept == null ? order.remorseUntil() : kept;
    if (until == null) {
      return changedAt;
    }
    return until.isAfter(changedAt) ? until : changedAt;
  }

  /**
   * When what waits for inbound units goes by itself, for it stands in no list: its day has begun
   * everywhere then. Null where something is to be done before.
   */
  public static @Nullable Instant keptUntil(Order order) {
    boolean standsStill =
        order.cancellation() == null
            && !order.replan()
            && order.hold() == null
            && order.paymentWait() == null
            && !unpaid(order)
            && units(order).isEmpty();
    List<Shipment> left =
        order.openShipments().stream().filter(each -> toLabel(order, each)).toList();
    if (!standsStill || left.isEmpty()) {
      return null;
    }
    Instant last = Instant.MIN;
    for (Shipment each : left) {
      LocalDate day = each instanceof Shipment.Reserved kept ? kept.notBefore() : null;
      if (day == null) {
        return null;
      }
      Instant begun = day.atStartOfDay(ZoneOffset.ofHours(-12)).toInstant();
      last = begun.isAfter(last) ? begun : last;
    }
    return last;
  }

  /** The soonest cutoff that the bench has to make; null where there is something to do at once. */
  private static @Nullable Instant packBy(Order order) {
    return order.isPackedForLabel()
        ? null
        : order.openShipments().stream()
            .flatMap(each -> each instanceof Shipment.Planned it ? Stream.of(it) : Stream.empty())
            .map(Shipment.Planned::shipBy)
            .min(Instant::compareTo)
            .orElse(null);
  }

  /**
   * Units by line that somebody still has to ship, no shipment serves and no list of those who wait
   * has.
   */
  public static SortedMap<String, Long> units(Order order) {
    Backorder backorder = order.backorder();
    SortedMap<String, Long> unserved = unserved(order);
    if (backorder == null || !backorder.waits()) {
      return unserved;
    }
    SortedMap<String, Long> left = new TreeMap<>();
    unserved.forEach((line, units) -> {
      if (units > backorder.units(line)) {
        left.put(line, units - backorder.units(line));
      }
    });
    return Collections.unmodifiableSortedMap(left);
  }

  /**
   * Units by line that somebody still has to ship and no shipment serves, those that wait for stock
   * among them. The store counts what we handed over as shipped once it was told, and not before:
   * the larger of the two figures is right at any time.
   */
  public static SortedMap<String, Long> unserved(Order order) {
    if (!order.hasWork() || order.document().calledOff()) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, Long> missing = new TreeMap<>();
    for (OrderLine line : order.document().physicalLines()) {
      long gone = Math.max(line.fulfilledElsewhere(), units(order, line.lineId(), true));
      long left = line.quantity() - gone - units(order, line.lineId(), false);
      if (left > 0) {
        missing.put(line.lineId(), left);
      }
    }
    return Collections.unmodifiableSortedMap(missing);
  }

  private static long units(Order order, String lineId, boolean handedOver) {
    return order.openShipments().stream()
        .filter(shipment -> Order.handedOver(shipment) == handedOver)
        .flatMap(shipment -> shipment.lines().stream())
        .filter(line -> line.lineId().equals(lineId))
        .mapToLong(line -> line.quantity())
        .sum();
  }

  private static boolean unpaid(Order order) {
    return !order.document().payment().settled()
        && !order.document().test()
        && !order.anythingHandedOver();
  }

  private static boolean toLabel(Order order, Shipment shipment) {
    return switch (shipment) {
      case Shipment.Reserved reserved ->
          (reserved.notBefore() == null || (reserved.receipt() != null && !order.waits()))
              && order.document().shippingMethod().kind() == ShippingMethod.Kind.PARCEL;
      case Shipment.Planned planned -> true;
      case Shipment.Labelled labelled -> false;
      case Shipment.Shipped shipped -> false;
      case Shipment.Delivered delivered -> false;
      case Shipment.Cancelled cancelled -> false;
    };
  }
}
