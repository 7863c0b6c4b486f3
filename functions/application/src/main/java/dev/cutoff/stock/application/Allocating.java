package dev.cutoff.stock.application;

import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Kit;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Outstanding;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Routing;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** From an order to demands, from demands to nodes, from nodes to reservations and shipments. */
public final class Allocating {
  private final Stock stock;
  private final Merchants merchants;
  private final Geography geography;
  private final InstantSource clock;

  @Inject
  public Allocating(Stock stock, Merchants merchants, Geography geography, InstantSource clock) {
    this.stock = stock;
    this.merchants = merchants;
    this.geography = geography;
    this.clock = clock;
  }

  /** What is to be served, no shipment serves yet and no list of those who wait has. */
  List<Demand> demands(Order order) {
    return demands(order, Outstanding.units(order));
  }

  /** What is to be served and no shipment serves yet, whether it waits in the list or not. */
  public List<Demand> unserved(Order order) {
    return demands(order, Outstanding.unserved(order));
  }

  /** What these parts of shipments need. */
  public List<Demand> demandsOf(Order order, List<ShipmentLine> parts) {
    Map<String, Long> units = new TreeMap<>();
    parts.stream()
        .filter(part -> part.quantity() > 0)
        .forEach(part -> units.merge(part.lineId(), part.quantity(), Long::sum));
    return demands(order, units);
  }

  private List<Demand> demands(Order order, Map<String, Long> missing) {
    Merchant merchant = merchants.current();
    return order.document().physicalLines().stream()
        .filter(line -> missing.containsKey(line.lineId()))
        .map(line -> demand(line, missing.getOrDefault(line.lineId(), 0L), merchant))
        .toList();
  }

  /** The shelves that may serve them: none of an unknown node, no lot that is too old. */
  public List<StockLevel> levels(List<Demand> demands) {
    TreeSet<Sku> skus = new TreeSet<>();
    demands.forEach(demand -> skus.addAll(demand.perUnit().keySet()));
    Merchant merchant = merchants.current();
    return stock.levels(skus).stream().filter(level -> good(level, merchant)).toList();
  }

  private boolean good(StockLevel level, Merchant merchant) {
    return merchant.nodes().containsKey(level.node())
        && !merchant.isPastItsDays(level.shelf(), clock.instant());
  }

  public Optional<Allocation> route(Order order, List<Demand> demands, List<StockLevel> levels) {
    return Routing.route(demands, nearestFirst(order), levels, safety());
  }

  /** As much as is there; maybe nothing. */
  Allocation most(Order order, List<Demand> demands, List<StockLevel> levels) {
    return Routing.most(demands, nearestFirst(order), levels, safety());
  }

  public SafetyStock safety() {
    return merchants.current().safetyStock();
  }

  /**
   * One shipment a node, numbered on from those the order ever had: what was given back is never
   * reserved again under the same key.
   *
   * @param ever all reservations of the order, whatever became of them
   * @param levels the shelves they are taken from; of lots, those that expire first
   */
  static List<Reservation> reservations(
      Order order, List<Reservation> ever, Allocation allocation, List<StockLevel> levels) {
    List<Reservation> all = new ArrayList<>();
    Lots lots = new Lots(levels);
    int number =
        Stream.concat(
                order.shipments().stream().map(Shipment::id),
                ever.stream().map(Reservation::shipmentId))
            .mapToInt(ShipmentId::number)
            .max()
            .orElse(0);
    for (Allocation.AtNode at : allocation.nodes()) {
      ShipmentId shipmentId = ShipmentId.of(order.id(), ++number);
      for (Allocation.Part part : at.parts()) {
        part.demand()
            .perUnit()
            .forEach((sku, units) -> {
              long sets = part.quantity();
              for (Lots.Piece piece : lots.take(sku, at.node(), units * part.quantity())) {
                all.add(
                    new Reservation(
                        order.id(),
                        part.demand().lineId(),
                        sku,
                        at.node(),
                        piece.lot(),
                        piece.units(),
                        sets,
                        shipmentId,
                        Reservation.State.RESERVED));
                // The first piece stands for the units of the line, the others for none.
                sets = 0;
              }
            });
      }
    }
    return List.copyOf(all);
  }

  /**
   * What is left of the demands once these reservations serve some; empty where they hold something
   * that is not demanded, or parts of a kit without the others.
   */
  static Optional<List<Demand>> left(List<Reservation> held, List<Demand> demands) {
    Map<String, Long> there = new TreeMap<>();
    held.forEach(each -> there.merge(each.lineId() + "#" + each.sku(), each.quantity(), Long::sum));
    List<Demand> left = new ArrayList<>();
    for (Demand demand : demands) {
      TreeSet<Long> sets = new TreeSet<>();
      demand
          .perUnit()
          .forEach((sku, units) -> {
            Long taken = there.remove(demand.lineId() + "#" + sku);
            // Parts of a unit are no unit.
            sets.add(taken == null ? 0 : taken % units == 0 ? taken / units : -1);
          });
      long served = sets.getFirst();
      if (sets.size() > 1 || served < 0 || served > demand.quantity()) {
        return Optional.empty();
      }
      if (served < demand.quantity()) {
        left.add(demand.of(demand.quantity() - served));
      }
    }
    return there.isEmpty() ? Optional.of(left) : Optional.empty();
  }

  /** The shipments that reservations make, by id. */
  static List<Shipment.Reserved> shipments(List<Reservation> reservations) {
    Map<ShipmentId, NodeId> nodes = new LinkedHashMap<>();
    Map<ShipmentId, Map<String, Long>> lines = new LinkedHashMap<>();
    reservations.stream()
        .sorted(Comparator.comparing(Reservation::shipmentId).thenComparing(Reservation::key))
        .forEach(each -> {
          nodes.put(each.shipmentId(), each.node());
          lines
              .computeIfAbsent(each.shipmentId(), id -> new LinkedHashMap<>())
              .merge(each.lineId(), each.sets(), Math::max);
        });
    return nodes.entrySet().stream()
        .map(entry ->
            new Shipment.Reserved(
                entry.getKey(),
                entry.getValue(),
                lines.getOrDefault(entry.getKey(), Map.of()).entrySet().stream()
                    .map(line -> new ShipmentLine(line.getKey(), line.getValue()))
                    .toList()))
        .toList();
  }

  private static Demand demand(OrderLine line, long units, Merchant merchant) {
    Sku sku = new Sku(line.sku());
    Optional<Kit> kit = merchant.kit(sku);
    return kit.isPresent()
        ? new Demand(line.lineId(), sku, units, kit.get().components())
        : Demand.of(line.lineId(), sku, units);
  }

  private List<NodeId> nearestFirst(Order order) {
    Optional<Place> to =
        order.shipTo().flatMap(address -> geography.place(address.country(), address.postcode()));
    return merchants.current().nodes().values().stream()
        .sorted(
            Comparator.comparingDouble((Node node) -> kilometres(node, to)).thenComparing(Node::id))
        .map(Node::id)
        .toList();
  }

  /** Where nobody knows the distance all nodes are equally near, and the name decides. */
  private double kilometres(Node node, Optional<Place> to) {
    return to.flatMap(there ->
            geography
                .place(node.address().country(), node.address().postcode())
                .map(here -> here.kilometresTo(there)))
        .orElse(0.0);
  }
}
