package dev.cutoff.adapter.channel.shopify;

import dev.cutoff.shipment.ShipmentLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which units of which fulfilment orders a shipment is.
 *
 * @param picks by fulfilment order
 * @param missing units of order lines that no open fulfilment order has
 */
record Allotment(Map<FulfilmentOrder, List<Pick>> picks, Map<String, Long> missing) {
  /** So many units of a line of a fulfilment order. */
  record Pick(FulfilmentOrder.Line line, long quantity) {}

  /** Takes from fulfilment orders at the shipment's own location first, so that least moves. */
  static Allotment of(List<ShipmentLine> wanted, List<FulfilmentOrder> orders, String location) {
    List<FulfilmentOrder> nearest =
        new ArrayList<>(orders.stream().filter(FulfilmentOrder::open).toList());
    nearest.sort(Comparator.comparing(order -> !order.location().equals(location)));
    Map<FulfilmentOrder, List<Pick>> picks = new LinkedHashMap<>();
    Map<String, Long> missing = new TreeMap<>();
    wanted.forEach(line -> missing.merge(line.lineId(), line.quantity(), Long::sum));
    for (FulfilmentOrder order : nearest) {
      for (FulfilmentOrder.Line line : order.lines()) {
        long units = Math.min(line.remaining(), missing.getOrDefault(line.lineId(), 0L));
        if (units > 0) {
          picks.computeIfAbsent(order, any -> new ArrayList<>()).add(new Pick(line, units));
          missing.merge(line.lineId(), -units, Long::sum);
        }
      }
    }
    missing.values().removeIf(units -> units == 0);
    return new Allotment(picks, missing);
  }
}
