package dev.cutoff.world;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import org.jspecify.annotations.Nullable;

/** Nodes and carriers of the example shop with limits. */
final class Limits {
  private Limits() {}

  static Node atMost(Node node, @Nullable Integer aDay, @Nullable Integer anHour) {
    NodeHours hours = node.hours();
    return new Node(
        node.id(),
        node.name(),
        node.address(),
        node.zone(),
        node.cutoffs(),
        node.handlingCost(),
        node.shippedAtLabel(),
        new NodeHours(
            hours.byCarrier(),
            hours.changes(),
            hours.closed(),
            hours.holidays(),
            hours.processing(),
            aDay,
            anHour));
  }

  static Carrier atMost(Carrier carrier, @Nullable Integer sharePercent, @Nullable Integer aDay) {
    CarrierLimits limits = carrier.limits();
    return new Carrier(
        carrier.id(),
        carrier.name(),
        carrier.provider(),
        carrier.secretName(),
        carrier.pickupDays(),
        carrier.deliveryDays(),
        carrier.services(),
        new CarrierLimits(
            limits.holidays(),
            limits.idle(),
            limits.notTo(),
            limits.onlyTo(),
            limits.leastGrams(),
            limits.mostGrams(),
            limits.notTags(),
            limits.onlyTags(),
            sharePercent,
            aDay));
  }
}
