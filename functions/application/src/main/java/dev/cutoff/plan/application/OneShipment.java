package dev.cutoff.plan.application;

import dev.cutoff.exception.PricedOption;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.List;

/**
 * An offer: orders of one customer to one address, sent together.
 *
 * @param orders all of them, the oldest first: into it the others would go
 * @param plan how they would be sent, by rate cards
 * @param apart what they cost each by itself, by the same cards
 * @param saving what is saved, always more than nothing
 * @param until until when all of them may be edited and cancelled freely
 * @param how what somebody has to do, in words
 */
public record OneShipment(
    List<OrderId> orders,
    PricedOption.Sending plan,
    Money apart,
    Money saving,
    Instant until,
    String how) {
  public OneShipment {
    orders = List.copyOf(orders);
  }
}
