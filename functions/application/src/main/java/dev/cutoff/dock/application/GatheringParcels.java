package dev.cutoff.dock.application;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks for what is to leave with some trucks, and for what was to leave and can't. */
public final class GatheringParcels {
  private final Orders orders;

  @Inject
  public GatheringParcels(Orders orders) {
    this.orders = orders;
  }

  /** What is there for one manifest. */
  record Gathered(List<Manifest.Entry> entries, List<Manifest.Missed> missed) {
    static final Gathered NOTHING = new Gathered(List.of(), List.of());
  }

  /** All of them by one look at the orders. */
  Map<ManifestId, Gathered> of(Set<ManifestId> wanted) {
    Map<String, Shipment> waiting = new TreeMap<>();
    EveryOrder.in(EveryOrder.IN_THE_HOUSE, orders, order -> put(order, waiting));
    Map<ManifestId, Gathered> all = new TreeMap<>(Comparator.comparing(ManifestId::reference));
    wanted.forEach(id -> all.put(id, of(id, waiting.values())));
    return all;
  }

  private static void put(Order order, Map<String, Shipment> waiting) {
    for (Shipment shipment : order.openShipments()) {
      boolean calledOff = order.cancellation() != null || order.replan();
      if (calledOff) {
        waiting.remove(shipment.id().value());
      } else {
        waiting.put(shipment.id().value(), shipment);
      }
    }
  }

  private static Gathered of(ManifestId id, Iterable<Shipment> waiting) {
    List<Manifest.Entry> entries = new ArrayList<>();
    List<Manifest.Missed> missed = new ArrayList<>();
    for (Shipment shipment : waiting) {
      switch (shipment) {
        case Shipment.Labelled labelled -> {
          if (isFor(id, shipment, labelled.parcels().getFirst().plan())) {
            labelled.parcels().forEach(parcel -> entries.add(entry(labelled, parcel)));
          }
        }
        case Shipment.Planned planned -> {
          if (isFor(id, shipment, planned.parcels().getFirst())) {
            missed.add(
                new Manifest.Missed(
                    planned.id(), planned.isPacked() ? "it has no label" : "not packed"));
          }
        }
        case Shipment.Reserved reserved -> {}
        case Shipment.Shipped shipped -> {}
        case Shipment.Delivered delivered -> {}
        case Shipment.Cancelled cancelled -> {}
      }
    }
    return new Gathered(entries, missed);
  }

  /** All parcels of a shipment go the same way; what a truck left behind goes with the next. */
  private static boolean isFor(ManifestId id, Shipment shipment, PlannedParcel first) {
    return shipment.node().equals(id.node())
        && first.carrier().equals(id.carrier())
        && !first.shipDate().isAfter(id.date());
  }

  private static Manifest.Entry entry(Shipment.Labelled shipment, Parcel parcel) {
    return new Manifest.Entry(
        shipment.id(),
        parcel.plan().parcelId(),
        parcel.labelId(),
        parcel.trackingNumber(),
        parcel.plan().weightGrams());
  }
}
