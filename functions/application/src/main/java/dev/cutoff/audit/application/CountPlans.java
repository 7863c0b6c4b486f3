package dev.cutoff.audit.application;

import dev.cutoff.audit.DueCount;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When each shelf of a node is to be counted, as of the latest audit. */
public interface CountPlans {
  Optional<Plan> find(NodeId node);

  void save(NodeId node, Plan plan);

  /**
   * A plan.
   *
   * @param counts the most overdue first
   */
  record Plan(Instant madeAt, List<DueCount> counts) {
    public Plan {
      counts = List.copyOf(counts);
    }
  }
}
