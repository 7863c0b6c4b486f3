package dev.cutoff.stock.application;

import dev.cutoff.backorder.application.NotBefore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes units for an order, and lets its row follow: for whoever comes new and for whoever waited.
 * The reservation rows are the truth, also after a crash in between.
 */
public final class TakingUnits {
  private static final int MOST_TRIES = 6;

  private final Stock stock;
  private final Allocating allocating;
  private final NotBefore notBefore;
  private final Changing changing;
  private final StockChanges changes;
  private final InstantSource clock;
  private final HotPath hot;

  @Inject
  public TakingUnits(
      Stock stock,
      Allocating allocating,
      NotBefore notBefore,
      Changing changing,
      StockChanges changes,
      InstantSource clock,
      HotPath hot) {
    this.stock = stock;
    this.allocating = allocating;
    this.notBefore = notBefore;
    this.changing = changing;
    this.changes = changes;
    this.clock = clock;
    this.hot = hot;
  }

  /**
   * How taking went.
   *
   * @param order as it is now
   * @param left what was not there; empty where all was
   * @param levels the shelves as they were when something was not there
   * @param queues whether too many want the same, so that nothing was taken yet
   */
  public record Taken(Order order, List<Demand> left, List<StockLevel> levels, boolean queues) {
    Taken(Order order, List<Demand> left, List<StockLevel> levels) {
      this(order, left, levels, false);
    }

    public Taken {
      left = List.copyOf(left);
      levels = List.copyOf(levels);
    }
  }

  /**
   * Takes the units, or adopts what an earlier run took.
   *
   * @param demands what is to be taken
   * @param partial whether a part is better than nothing
   */
  public Taken take(Order asked, List<Demand> demands, boolean partial) {
    return take(asked, demands, partial, false);
  }

  /** The same for who may be sent to the queue of hot shelves. */
  Taken take(Order asked, List<Demand> demands, boolean partial, boolean mayQueue) {
    Order order = asked;
    List<Demand> open = demands;
    for (int attempt = 0; attempt < MOST_TRIES && !open.isEmpty(); attempt++) {
      // The shelves first: what another run of this took since is seen among the reservations.
      List<StockLevel> levels = allocating.levels(open);
      List<Reservation> ever = stock.reservations(order.id());
      List<Reservation> held = ofNoShipment(order, ever);
      if (!held.isEmpty() && Allocating.left(held, allocating.unserved(order)).isPresent()) {
        // Taken by a run that died, or that is about to say so.
        order = follow(order, held);
        open = stillOpen(order, demands);
        continue;
      }
      if (!held.isEmpty()) {
        Order now = changing.change(order.id(), row -> Optional.empty()).orElseThrow();
        if (now.version() == order.version()) {
          // Not wanted any more, or not like this.
          release(held, "the store changed the order");
        }
        order = now;
        open = stillOpen(order, demands);
        continue;
      }
      Optional<Allocation> whole = allocating.route(order, open, levels);
      Optional<Allocation> some =
          whole.isPresent() || !partial
              ? whole
              : Optional.of(allocating.most(order, open, levels))
                  .filter(most -> !most.nodes().isEmpty());
      if (some.isEmpty()) {
        return new Taken(order, open, levels);
      }
      List<Reservation> wanted = Allocating.reservations(order, ever, some.get(), levels);
      if (mayQueue && hot.takes(wanted, levels)) {
        return new Taken(order, open, levels, true);
      }
      switch (stock.reserve(wanted, allocating.safety(), Cause.ours(clock.instant(), ""))) {
        case Stock.Outcome.Reserved reserved -> {
          List<Demand> left = Allocating.left(wanted, open).orElseThrow();
          return new Taken(follow(order, wanted), left, left.isEmpty() ? List.of() : levels);
        }
        case Stock.Outcome.Shortage lostTheRace -> {}
      }
    }
    if (open.isEmpty()) {
      return new Taken(order, List.of(), List.of());
    }
    throw new TryAgainLater("stock of order " + order.id() + " changes all the time");
  }

  /** Those of the demands that are still not served. */
  private List<Demand> stillOpen(Order order, List<Demand> demands) {
    return allocating.unserved(order).stream()
        .flatMap(unserved ->
            demands.stream()
                .filter(each -> each.lineId().equals(unserved.lineId()))
                .map(each -> each.of(Math.min(each.quantity(), unserved.quantity()))))
        .toList();
  }

  private static List<Reservation> ofNoShipment(Order order, List<Reservation> ever) {
    Set<String> served =
        order.openShipments().stream()
            .flatMap(each -> each.lines().stream().map(line -> each.id() + "#" + line.lineId()))
            .collect(Collectors.toSet());
    return ever.stream()
        .filter(each -> each.state().holds())
        .filter(each -> !served.contains(each.shipmentId() + "#" + each.lineId()))
        .toList();
  }

  private void release(List<Reservation> held, String why) {
    if (!held.isEmpty()) {
      stock.release(held, Cause.ours(clock.instant(), why));
      changes.changed(skus(held));
    }
  }

  private Order follow(Order asked, List<Reservation> held) {
    List<Shipment.Reserved> shipments =
        Allocating.shipments(held).stream().map(each -> onItsDay(asked, each)).toList();
    Order after = changing.change(asked, before -> followed(before, asked, shipments));
    if (after.shipments().containsAll(shipments)) {
      changes.changed(skus(held));
    } else {
      // Cancelled, or served by another run, while the units were taken: they are nobody's.
      release(
          ofNoShipment(after, stock.reservations(after.id())),
          "served by another run, or cancelled");
    }
    return after;
  }

  /** What is kept for a day does not go before it. */
  private Shipment.Reserved onItsDay(Order order, Shipment.Reserved shipment) {
    LocalDate day =
        allocating.demandsOf(order, shipment.lines()).stream()
            .flatMap(demand -> notBefore.of(order.document(), demand).stream())
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Shipment.Reserved(shipment.id(), shipment.node(), shipment.lines(), day);
  }

  private Optional<Decision> followed(
      Order before, Order asked, List<Shipment.Reserved> shipments) {
    Set<ShipmentId> taken =
        before.shipments().stream().map(Shipment::id).collect(Collectors.toSet());
    if (before.cancellation() != null
        || shipments.stream().map(Shipment.Reserved::id).anyMatch(taken::contains)) {
      return Optional.empty();
    }
    // Edited while the units were taken: they are held, and planned anew.
    boolean edited = !before.document().shipsLike(asked.document());
    List<Shipment> all = new ArrayList<>(before.shipments());
    all.addAll(shipments);
    Order served = before.changed(change -> change.shipments(all));
    return Optional.of(
        new Decision(
            change ->
                change
                    .shipments(all)
                    .backorder(stillWaiting(served))
                    .replan(before.replan() || edited),
            "cutoff",
            "units reserved at "
                + String.join(", ", shipments.stream().map(each -> each.node().value()).toList()),
            shipments.size() == 1
                ? "nearest node that has it all"
                : "no node has it all: fewest nodes"));
  }

  /** What of the units that waited still does. */
  private @Nullable Backorder stillWaiting(Order served) {
    Backorder before = served.backorder();
    Backorder now = before == null ? null : before.within(Outstanding.unserved(served));
    return now == null || (now.equals(before) && !now.gaveUp())
        ? before
        : now.servedAt(clock.instant());
  }

  private static Collection<Sku> skus(List<Reservation> reservations) {
    Set<Sku> skus = new TreeSet<>();
    reservations.forEach(each -> skus.add(each.sku()));
    return skus;
  }
}
