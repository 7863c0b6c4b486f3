package dev.cutoff.api;

import dev.cutoff.exception.PricedOption;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.plan.application.OneShipment;
import java.time.Instant;
import java.util.List;

/** Orders that could go as one shipment, as the API shows it. */
record OfferView(
    List<String> orders,
    Money saving,
    Money apart,
    Money cost,
    String arrives,
    double chance,
    List<PricedOption.Leg> legs,
    Instant until,
    String how) {
  static OfferView of(OneShipment offer) {
    PricedOption.Sending plan = offer.plan();
    return new OfferView(
        offer.orders().stream().map(OrderId::value).toList(),
        offer.saving(),
        offer.apart(),
        plan.cost(),
        plan.arrives().toString(),
        plan.chance(),
        plan.legs(),
        offer.until(),
        offer.how());
  }
}
