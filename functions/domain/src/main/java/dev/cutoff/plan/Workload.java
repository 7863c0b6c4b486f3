package dev.cutoff.plan;

import dev.cutoff.stock.NodeId;
import java.time.LocalDate;

/** Parcels that are planned for a day and not handed over yet. */
public interface Workload {
  /** Nothing is planned anywhere. */
  Workload NONE = (node, day, carrier) -> 0;

  /** Parcels of a node and a day in the node's zone that go with the carrier. */
  int parcels(NodeId node, LocalDate day, String carrier);
}
