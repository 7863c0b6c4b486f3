package dev.cutoff.plan.application;

import dev.cutoff.merchant.Node;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Map;

/**
 * A node an order may be sent from.
 *
 * @param free units there for the order, what it holds already included
 * @param kilometres to the recipient; 0 where nobody knows
 */
public record Origin(Node node, Map<Sku, Long> free, double kilometres, List<Offer> offers) {
  public Origin {
    free = Map.copyOf(free);
    offers = List.copyOf(offers);
  }
}
