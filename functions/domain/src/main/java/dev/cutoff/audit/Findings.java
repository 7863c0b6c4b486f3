package dev.cutoff.audit;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an audit found, one finding a shelf and reason, as the exception queue wants it. */
public final class Findings {
  private Findings() {}

  private record Kind(Shelf shelf, Reason reason) {}

  public static List<Finding> merged(Collection<Finding> found) {
    Map<Kind, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding each : found) {
      kinds
          .computeIfAbsent(
              new Kind(each.shelf(), each.refusal().reason()), kind -> new ArrayList<>())
          .add(each);
    }
    return kinds.values().stream().map(Findings::together).toList();
  }

  private static Finding together(List<Finding> alike) {
    Finding first = alike.getFirst();
    if (alike.size() == 1) {
      return first;
    }
    Set<OrderId> orders = new LinkedHashSet<>();
    Set<Correction> corrections = new LinkedHashSet<>();
    alike.forEach(each -> {
      orders.addAll(each.orders());
      corrections.addAll(each.corrections());
    });
    Refusal refusal =
        Refusal.of(
            first.refusal().reason(),
            "%s The same is so of %d more there."
                .formatted(first.refusal().message(), alike.size() - 1),
            first.refusal().facts());
    return new Finding(
        first.shelf(),
        refusal,
        List.copyOf(orders),
        first.actions(),
        first.count(),
        List.copyOf(corrections));
  }
}
