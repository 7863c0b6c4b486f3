package dev.cutoff.plan.application;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.List;

/**
 * What each node is to hand over on which day. A row for a shipment, so that writing it twice
 * counts once; it is of one plan, and of that plan it only goes forward. Rows are forgotten some
 * days after theirs.
 */
public interface PlannedLoads {
  /** Days after which a row is forgotten. */
  int KEPT_DAYS = 3;

  /**
   * Writes the row of its shipment on its day. A planned load takes the place of another plan's,
   * and never of its own plan's, which may have gone on; what is done was planned or never written;
   * what is called off takes the place of whatever its own plan says.
   */
  void record(Load load);

  /** Loads of a node from that day on that were not called off, surely all that were recorded. */
  List<Load> from(NodeId node, LocalDate first);

  /**
   * Parcels of a shipment.
   *
   * @param day of hand-over as it was planned, in the node's zone
   * @param plan which plan says so; another one for the same shipment has another
   */
  record Load(
      NodeId node,
      LocalDate day,
      ShipmentId shipment,
      String carrier,
      int parcels,
      State state,
      String plan) {
    Load in(State changed) {
      return new Load(node, day, shipment, carrier, parcels, changed, plan);
    }
  }

  /** How far it is. */
  enum State {
    /** Still to be packed. */
    PLANNED,
    /** Picked or handed over: it counts for its day and is no work any more. */
    DONE,
    /** Counts for nothing. */
    CALLED_OFF
  }
}
