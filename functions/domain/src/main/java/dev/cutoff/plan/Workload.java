package dev.cutoff.plan;

import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.Map;

/**
 * Parcels that are planned for a day. For capacities, shares and daily volumes all of them count,
 * also those that left; as work only those that are still to be packed.
 */
public interface Workload {
  /** Nothing is planned anywhere. */
  Workload NONE =
      new Workload() {
        @Override
        public Map<String, Integer> byCarrier(NodeId node, LocalDate day) {
          return Map.of();
        }

        @Override
        public int overAllNodes(String carrier, LocalDate day) {
          return 0;
        }
      };

  /** Parcels of a node and a day in the node's zone by carrier; one without any may be missing. */
  Map<String, Integer> byCarrier(NodeId node, LocalDate day);

  /** Parcels of a day that go with the carrier, each node's day in its own zone. */
  int overAllNodes(String carrier, LocalDate day);

  /** Parcels of a node and a day that go with the carrier. */
  default int parcels(NodeId node, LocalDate day, String carrier) {
    return byCarrier(node, day).getOrDefault(carrier, 0);
  }

  /** Parcels of a node and a day, whoever takes them. */
  default int parcels(NodeId node, LocalDate day) {
    return byCarrier(node, day).values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Parcels of a node and a day that nobody has packed yet. */
  default int backlog(NodeId node, LocalDate day) {
    return parcels(node, day);
  }
}
