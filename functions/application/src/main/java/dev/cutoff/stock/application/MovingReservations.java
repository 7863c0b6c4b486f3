package dev.cutoff.stock.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the units an order holds where its plan wants them, in one transaction: the chosen node's
 * stock is what is reserved. Where another order was quicker nothing moves.
 */
public final class MovingReservations {
  private final Stock stock;
  private final Allocating allocating;
  private final StockChanges changes;
  private final InstantSource clock;

  @Inject
  public MovingReservations(
      Stock stock, Allocating allocating, StockChanges changes, InstantSource clock) {
    this.stock = stock;
    this.allocating = allocating;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * What an order holds.
   *
   * @param shipments that hold it, and may be planned
   * @param reservations of these
   * @param ever all reservations of the order, whatever became of them
   */
  public record Holding(
      List<Shipment> shipments, List<Reservation> reservations, List<Reservation> ever) {
    public Holding {
      shipments = List.copyOf(shipments);
      reservations = List.copyOf(reservations);
      ever = List.copyOf(ever);
    }

    private static Holding of(List<Shipment> shipments, List<Reservation> ever) {
      Set<ShipmentId> ids = shipments.stream().map(Shipment::id).collect(Collectors.toSet());
      return new Holding(
          shipments,
          ever.stream()
              .filter(each -> each.state().holds() && ids.contains(each.shipmentId()))
              .toList(),
          ever);
    }
  }

  /**
   * What the order holds, as the reservations say it: a run that died after it moved them left a
   * row that does not know.
   *
   * @param open shipments of the row that may be planned
   */
  public Holding holding(Order order, List<Shipment> open) {
    Set<ShipmentId> known =
        order.shipments().stream().map(Shipment::id).collect(Collectors.toSet());
    List<Reservation> ever = stock.reservations(order.id());
    List<Reservation> held = ever.stream().filter(each -> each.state().holds()).toList();
    List<Reservation> astray =
        held.stream().filter(each -> !known.contains(each.shipmentId())).toList();
    if (astray.isEmpty()) {
      return Holding.of(open, ever);
    }
    Set<ShipmentId> holders =
        held.stream().map(Reservation::shipmentId).collect(Collectors.toSet());
    List<Shipment> all =
        new ArrayList<>(open.stream().filter(each -> holders.contains(each.id())).toList());
    all.addAll(Allocating.shipments(astray));
    return Holding.of(all, ever);
  }

  /**
   * Moves what has to move.
   *
   * @param holding what it holds now
   * @param wanted all of the same units, each at the node that is to send them
   * @return the shipments that hold them afterwards, in the order of the wanted nodes; empty where
   *     the units are not to be had there
   */
  public Optional<List<Shipment>> move(Order order, Holding holding, Allocation wanted) {
    List<Shipment> left = new ArrayList<>(holding.shipments());
    List<Optional<Shipment>> stays = wanted.nodes().stream().map(at -> taken(left, at)).toList();
    if (left.isEmpty()) {
      return Optional.of(stays.stream().flatMap(Optional::stream).toList());
    }
    List<Allocation.AtNode> moves = new ArrayList<>();
    for (int i = 0; i < stays.size(); i++) {
      if (stays.get(i).isEmpty()) {
        moves.add(wanted.nodes().get(i));
      }
    }
    List<Reservation> from = Holding.of(left, holding.ever()).reservations();
    List<Reservation> to =
        Allocating.reservations(order, holding.ever(), new Allocation(moves), levels(moves, from));
    if (!units(from).equals(units(to))) {
      throw new TryAgainLater("what order " + order.id() + " holds changes while it is planned");
    }
    Stock.Moved moved = stock.move(from, to, Cause.ours(clock.instant(), "the plan's node"));
    if (!(moved instanceof Stock.Moved.Done)) {
      return Optional.empty();
    }
    changes.changed(from.stream().map(Reservation::sku).collect(Collectors.toSet()));
    List<Shipment.Reserved> made = new ArrayList<>(Allocating.shipments(to));
    return Optional.of(stays.stream().map(stay -> stay.orElseGet(made::removeFirst)).toList());
  }

  private static Map<String, Long> units(List<Reservation> reservations) {
    return reservations.stream()
        .collect(
            Collectors.groupingBy(
                each -> each.lineId() + "#" + each.sku(),
                Collectors.summingLong(Reservation::quantity)));
  }

  /** The shipment that is as wanted already. */
  private static Optional<Shipment> taken(List<Shipment> left, Allocation.AtNode at) {
    Set<ShipmentLine> lines =
        at.parts().stream()
            .collect(
                Collectors.groupingBy(
                    part -> part.demand().lineId(),
                    Collectors.summingLong(Allocation.Part::quantity)))
            .entrySet()
            .stream()
            .map(line -> new ShipmentLine(line.getKey(), line.getValue()))
            .collect(Collectors.toSet());
    Optional<Shipment> same =
        left.stream()
            .filter(each -> each.node().equals(at.node()) && Set.copyOf(each.lines()).equals(lines))
            .findFirst();
    same.ifPresent(left::remove);
    return same;
  }

  /** With what is to be moved counted as there. */
  private List<StockLevel> levels(List<Allocation.AtNode> moves, Collection<Reservation> from) {
    List<Demand> demands =
        moves.stream().flatMap(at -> at.parts().stream()).map(Allocation.Part::demand).toList();
    return allocating.levels(demands).stream()
        .map(level -> {
          long back =
              from.stream()
                  .filter(each -> each.shelf().equals(level.shelf()))
                  .mapToLong(Reservation::quantity)
                  .sum();
          return level.plus(0, -back, 0, 0);
        })
        .toList();
  }
}
