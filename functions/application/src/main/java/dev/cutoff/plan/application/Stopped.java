package dev.cutoff.plan.application;

import dev.cutoff.plan.Receipt;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.stock.NodeId;
import java.util.List;

/**
 * Carriers and nodes of which somebody has stopped the labels. A store that is stopped changes no
 * plan: whichever way its orders go, they wait.
 */
record Stopped(List<PostageStop> stops) {
  static final Stopped NOTHING = new Stopped(List.of());

  Stopped {
    stops = stops.stream().filter(each -> each.scope() != Scope.STORE).toList();
  }

  boolean isNothing() {
    return stops.isEmpty();
  }

  /** Whether a carrier may be planned with, and asked. */
  boolean goes(String carrier) {
    return stops.stream().noneMatch(each -> each.isOf(Scope.CARRIER, carrier));
  }

  /** Whether it may be sent from a node. */
  boolean goes(NodeId node) {
    return stops.stream().noneMatch(each -> each.isOf(Scope.NODE, node.value()));
  }

  /**
   * For the receipt: a line for each.
   *
   * @param without whether the plan does without them
   */
  List<Receipt.Asked> told(boolean without) {
    return stops.stream()
        .map(each ->
            new Receipt.Asked(
                each.scope() == Scope.CARRIER ? each.id() : "node " + each.id(),
                false,
                "stopped by %s since %s: %s; %s"
                    .formatted(
                        each.by(),
                        each.at(),
                        each.why(),
                        without
                            ? "planned without it"
                            : "no plan keeps the promise without it: the label waits")))
        .toList();
  }
}
