package dev.cutoff.tracking.application;

import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.HandingOver;
import jakarta.inject.Inject;

/**
 * The end of the chain: publishes what is true by now. A label alone is no news for a customer;
 * where the node's courier collects the same day, buying it counts as hand-over.
 */
public final class AnnouncingProgress {
  private final Orders orders;
  private final Merchants merchants;
  private final HandingOver handingOver;

  @Inject
  public AnnouncingProgress(Orders orders, Merchants merchants, HandingOver handingOver) {
    this.orders = orders;
    this.merchants = merchants;
    this.handingOver = handingOver;
  }

  public StepResult announce(OrderId orderId) {
    Order order = orders.find(orderId).orElseThrow();
    for (Shipment shipment : order.openShipments()) {
      if (shipment instanceof Shipment.Labelled labelled
          && merchants.current().node(labelled.node()).shippedAtLabel()) {
        handingOver.handOver(labelled.id(), labelled.labelledAt(), "cutoff");
      } else if (shipment instanceof Shipment.Shipped shipped) {
        handingOver.handOver(shipped.id(), shipped.handedOverAt(), "cutoff");
      }
    }
    return new StepResult.Done();
  }
}
