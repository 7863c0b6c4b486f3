package dev.cutoff.page;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.tracking.Arrival;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Picks out of an order what its customer may see. */
public final class Showing {
  private final Merchant merchant;
  private final Order order;
  private final Map<String, OrderLine> lines = new HashMap<>();

  private Showing(Merchant merchant, Order order) {
    this.merchant = merchant;
    this.order = order;
    order.document().lines().forEach(line -> lines.putIfAbsent(line.lineId(), line));
  }

  /**
   * The order as it is now.
   *
   * @param range of its arrival, all of it; empty where nobody can say
   * @param zone of the recipient
   */
  public static OrderPage page(
      Merchant merchant, Order order, Optional<Arrival.Range> range, ZoneId zone, Instant now) {
    return new Showing(merchant, order).page(range, zone, now);
  }

  private OrderPage page(Optional<Arrival.Range> range, ZoneId zone, Instant now) {
    Optional<Store> store = merchant.store(order.document().storeId());
    Stage stage = Stages.of(order);
    Expected expected = Expecting.of(order, stage, range, zone, now);
    return new OrderPage(
        store.map(Store::name).orElse(merchant.name()),
        store.map(Store::brand).orElse(Brand.PLAIN),
        order.document().orderNumber(),
        order.document().customer().locale(),
        order.shipTo().map(Address::country).orElse(""),
        town(stage),
        zone,
        stage,
        advice(stage, expected),
        expected,
        parcels(),
        rest(stage),
        waiting(stage),
        Delay.offer(order).isPresent() ? order.trackingToken() + "/delay" : null,
        pickup(stage));
  }

  private static Advice advice(Stage stage, Expected expected) {
    boolean late = expected instanceof Expected.Later || expected instanceof Expected.Overdue;
    return late && stage.advice() == Advice.NOTHING ? Advice.SAY_IF_TOO_LATE : stage.advice();
  }

  /** No more of the address than that. */
  private String town(Stage stage) {
    boolean comes =
        order.document().shippingMethod().kind() != ShippingMethod.Kind.PICKUP
            && stage != Stage.NOTHING_TO_SEND
            && stage != Stage.CANCELLING
            && stage != Stage.CANCELLED;
    return comes ? order.shipTo().map(Showing::townOf).orElse("") : "";
  }

  private static String townOf(Address address) {
    return Stream.of(address.city(), address.region())
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  private List<ShownParcel> parcels() {
    return order.openShipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(this::shown)
        .toList();
  }

  private ShownParcel shown(Parcel parcel) {
    Carrier carrier = merchant.carriers().get(parcel.plan().carrier());
    String service = parcel.plan().service();
    return new ShownParcel(
        Stages.of(parcel.track()),
        carrier == null ? parcel.plan().carrier() : carrier.name(),
        carrier == null
            ? service
            : carrier.services().stream()
                .filter(each -> each.id().equals(service))
                .map(Carrier.Service::name)
                .findFirst()
                .orElse(service),
        parcel.trackingNumber(),
        carrier == null ? null : carrier.pageOf(parcel.trackingNumber()).orElse(null),
        units(parcel.plan().lines()),
        parcel.track());
  }

  /** What is in no parcel yet; of what is not sent by parcel, all there is. */
  private List<Units> rest(Stage stage) {
    if (stage == Stage.CANCELLED || stage == Stage.CANCELLING) {
      return List.of();
    }
    Map<String, Long> units = new TreeMap<>(Outstanding.units(order));
    for (Shipment shipment : order.openShipments()) {
      if (shipment.paidParcels().isEmpty()) {
        shipment.lines().forEach(line -> units.merge(line.lineId(), line.quantity(), Long::sum));
      }
    }
    // In the order of the order.
    return units(
        order.document().lines().stream()
            .map(OrderLine::lineId)
            .distinct()
            .filter(units::containsKey)
            .map(id -> new ShipmentLine(id, units.getOrDefault(id, 0L)))
            .toList());
  }

  private List<Units> waiting(Stage stage) {
    Backorder backorder = order.backorder();
    if (backorder == null || stage == Stage.CANCELLED || stage == Stage.CANCELLING) {
      return List.of();
    }
    List<Units> waiting = new ArrayList<>();
    for (Backorder.Part part : backorder.parts()) {
      OrderLine line = lines.get(part.lineId());
      if (line != null) {
        waiting.add(new Units(line.name(), part.quantity(), part.expectedOn()));
      }
    }
    return waiting;
  }

  private List<Units> units(List<ShipmentLine> parts) {
    List<Units> units = new ArrayList<>();
    for (ShipmentLine part : parts) {
      OrderLine line = lines.get(part.lineId());
      if (line != null) {
        units.add(new Units(line.name(), part.quantity(), null));
      }
    }
    return units;
  }

  private @Nullable Node pickup(Stage stage) {
    return stage == Stage.KEPT_FOR_PICKUP
        ? merchant.nodes().get(order.openShipments().getFirst().node())
        : null;
  }
}
