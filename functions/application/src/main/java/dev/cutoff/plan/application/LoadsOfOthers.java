package dev.cutoff.plan.application;

import dev.cutoff.merchant.Node;
import dev.cutoff.order.OrderId;
import dev.cutoff.plan.Workload;
import dev.cutoff.plan.application.PlannedLoads.Load;
import dev.cutoff.plan.application.PlannedLoads.State;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is planned, for one plan: read where a limit asks for it, once a node, and without what the
 * order itself has planned before.
 */
final class LoadsOfOthers implements Workload {
  private final PlannedLoads loads;
  private final Map<NodeId, Node> nodes;
  private final Set<OrderId> own;
  private final Instant now;
  private final Map<NodeId, List<Load>> known = new HashMap<>();

  LoadsOfOthers(PlannedLoads loads, Map<NodeId, Node> nodes, Set<OrderId> own, Instant now) {
    this.loads = loads;
    this.nodes = nodes;
    this.own = own;
    this.now = now;
  }

  @Override
  public Map<String, Integer> byCarrier(NodeId node, LocalDate day) {
    return on(node, day).stream()
        .collect(Collectors.groupingBy(Load::carrier, Collectors.summingInt(Load::parcels)));
  }

  @Override
  public int overAllNodes(String carrier, LocalDate day) {
    return nodes.keySet().stream().mapToInt(node -> parcels(node, day, carrier)).sum();
  }

  @Override
  public int backlog(NodeId node, LocalDate day) {
    return on(node, day).stream()
        .filter(load -> load.state() == State.PLANNED)
        .mapToInt(Load::parcels)
        .sum();
  }

  private Collection<Load> on(NodeId node, LocalDate day) {
    return known.computeIfAbsent(node, this::read).stream()
        .filter(load -> load.day().equals(day))
        .toList();
  }

  private List<Load> read(NodeId id) {
    Node node = nodes.get(id);
    return node == null
        ? List.of()
        : loads.from(id, now.atZone(node.zone()).toLocalDate()).stream()
            .filter(load -> !own.contains(load.shipment().orderId()))
            .toList();
  }
}
