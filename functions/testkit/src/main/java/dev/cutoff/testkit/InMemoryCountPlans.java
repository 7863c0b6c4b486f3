package dev.cutoff.testkit;

import dev.cutoff.audit.application.CountPlans;
import dev.cutoff.stock.NodeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Plans of counts in memory. */
public final class InMemoryCountPlans implements CountPlans {
  private final Map<NodeId, Plan> plans = new HashMap<>();

  @Override
  public synchronized Optional<Plan> find(NodeId node) {
    return Optional.ofNullable(plans.get(node));
  }

  @Override
  public synchronized void save(NodeId node, Plan plan) {
    plans.put(node, plan);
  }
}
