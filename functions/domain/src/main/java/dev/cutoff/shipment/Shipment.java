package dev.cutoff.shipment;

import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leaves one node for one order. Each state is a type of its own. */
public sealed interface Shipment {
  ShipmentId id();

  NodeId node();

  /** Units of the order's lines. */
  List<ShipmentLine> lines();

  /**
   * Units are held at the node.
   *
   * @param notBefore neither planned nor labelled before that day; null where it may go at once
   */
  record Reserved(
      ShipmentId id, NodeId node, List<ShipmentLine> lines, @Nullable LocalDate notBefore)
      implements Shipment {
    public Reserved {
      lines = List.copyOf(lines);
    }

    /** One that may go at once. */
    public Reserved(ShipmentId id, NodeId node, List<ShipmentLine> lines) {
      this(id, node, lines, null);
    }
  }

  /**
   * Boxes, carrier, service and day are chosen.
   *
   * @param shipBy the node's cutoff on the ship day
   * @param receipt object key of the decision receipt
   */
  record Planned(
      ShipmentId id,
      NodeId node,
      List<ShipmentLine> lines,
      List<PlannedParcel> parcels,
      Instant shipBy,
      String receipt)
      implements Shipment {
    public Planned {
      lines = List.copyOf(lines);
      parcels = List.copyOf(parcels);
    }

    /** Whether the bench has packed all of it. */
    public boolean isPacked() {
      return parcels.stream().allMatch(parcel -> parcel.packed() != null);
    }

    /** The same with parcels that turned out otherwise. */
    public Planned with(List<PlannedParcel> others) {
      return new Planned(id, node, lines, others, shipBy, receipt);
    }
  }

  /**
   * Labels are paid; the parcels are still in the house.
   *
   * @param packingSlip object key
   */
  record Labelled(
      ShipmentId id,
      NodeId node,
      List<ShipmentLine> lines,
      List<Parcel> parcels,
      Instant shipBy,
      String receipt,
      String packingSlip,
      Instant labelledAt)
      implements Shipment {
    public Labelled {
      lines = List.copyOf(lines);
      parcels = List.copyOf(parcels);
    }

    /** As it was before its labels were bought. */
    public Planned asPlanned() {
      return new Planned(
          id, node, lines, parcels.stream().map(Parcel::plan).toList(), shipBy, receipt);
    }

    /** The same with what became known of its parcels. */
    public Labelled with(List<Parcel> others) {
      return new Labelled(id, node, lines, others, shipBy, receipt, packingSlip, labelledAt);
    }
  }

  /**
   * Handed over. A pickup has no parcels, no receipt and no slip: empty strings.
   *
   * @param handedOverAt truck scan, closed manifest or first carrier scan
   */
  record Shipped(
      ShipmentId id,
      NodeId node,
      List<ShipmentLine> lines,
      List<Parcel> parcels,
      Instant handedOverAt,
      String receipt,
      String packingSlip)
      implements Shipment {
    public Shipped {
      lines = List.copyOf(lines);
      parcels = List.copyOf(parcels);
    }

    /** The same with what became known of its parcels. */
    public Shipped with(List<Parcel> others) {
      return new Shipped(id, node, lines, others, handedOverAt, receipt, packingSlip);
    }
  }

  /** Every parcel arrived. */
  record Delivered(
      ShipmentId id,
      NodeId node,
      List<ShipmentLine> lines,
      List<Parcel> parcels,
      Instant handedOverAt,
      Instant deliveredAt,
      String receipt,
      String packingSlip)
      implements Shipment {
    public Delivered {
      lines = List.copyOf(lines);
      parcels = List.copyOf(parcels);
    }

    /** The same with what became known of its parcels. */
    public Delivered with(List<Parcel> others) {
      return new Delivered(
          id, node, lines, others, handedOverAt, deliveredAt, receipt, packingSlip);
    }
  }

  /** Its units were given back and its labels voided, before hand-over. */
  record Cancelled(ShipmentId id, NodeId node, List<ShipmentLine> lines, Instant cancelledAt)
      implements Shipment {
    public Cancelled {
      lines = List.copyOf(lines);
    }
  }

  /** The paid parcels, where there are any. */
  default List<Parcel> paidParcels() {
    return switch (this) {
      case Labelled labelled -> labelled.parcels();
      case Shipped shipped -> shipped.parcels();
      case Delivered delivered -> delivered.parcels();
      case Reserved reserved -> List.of();
      case Planned planned -> List.of();
      case Cancelled cancelled -> List.of();
    };
  }

  default boolean open() {
    return !(this instanceof Cancelled);
  }
}
