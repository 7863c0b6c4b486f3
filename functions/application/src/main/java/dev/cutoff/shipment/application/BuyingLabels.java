package dev.cutoff.shipment.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.RevisingOrder;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Buys the labels of an order's planned shipments. Before it pays it applies the newest version the
 * store sent, so that nothing cancelled, edited, refunded or fulfilled elsewhere is labelled.
 */
public final class BuyingLabels {
  private static final String STEP = "Label";

  private final Orders orders;
  private final RevisingOrder revising;
  private final BuyingLabel buying;
  private final PricingAgain pricing;
  private final ReplacingLabels replacing;
  private final WaitingForBench bench;
  private final PackingSlips slips;
  private final Merchants merchants;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public BuyingLabels(
      Orders orders,
      RevisingOrder revising,
      BuyingLabel buying,
      PricingAgain pricing,
      ReplacingLabels replacing,
      WaitingForBench bench,
      PackingSlips slips,
      Merchants merchants,
      Changing changing,
      InstantSource clock) {
    this.orders = orders;
    this.revising = revising;
    this.buying = buying;
    this.pricing = pricing;
    this.replacing = replacing;
    this.bench = bench;
    this.slips = slips;
    this.merchants = merchants;
    this.changing = changing;
    this.clock = clock;
  }

  /**
   * Buys what is to be bought.
   *
   * @param attempt of the execution: while it slept a later one may have taken over
   */
  public StepResult label(OrderId orderId, int attempt) {
    Order order = revising.apply(orderId).or(() -> orders.find(orderId)).orElseThrow();
    if (order.attempt() > attempt) {
      return new StepResult.Superseded();
    }
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    if (order.document().test()) {
      return new StepResult.Done();
    }
    // As Reserve has it: what left the house is not waited for, or the two would go round for ever.
    boolean unpaid = !order.document().payment().settled() && !order.allHandedOver();
    if (order.replan() || unpaid) {
      return new StepResult.Changed();
    }
    boolean asked = false;
    List<Shipment.Planned> waiting = new ArrayList<>();
    for (Shipment shipment : order.openShipments()) {
      if (shipment instanceof Shipment.Planned planned && bench.isWaitedFor(planned)) {
        // What is packed does not wait for what is not.
        waiting.add(planned);
      } else if (shipment instanceof Shipment.Planned planned) {
        replacing.voidReplaced(planned);
        List<Parcel> parcels = new ArrayList<>();
        PricingAgain.Price price = pricing.of(order, planned);
        for (PlannedParcel parcel : planned.parcels()) {
          if (asked && changedMeanwhile(orderId)) {
            return ending(orders.find(orderId).orElseThrow());
          }
          asked = true;
          switch (buying.buy(new BuyingLabel.Wanted(order, planned, parcel, price))) {
            case BuyingLabel.Outcome.Bought bought -> parcels.add(bought.parcel());
            case BuyingLabel.Outcome.Refused refused -> {
              return changing.hold(orderId, STEP, refused.refusal());
            }
            case BuyingLabel.Outcome.PlanAgain again -> {
              return planAgain(order, again.why());
            }
          }
        }
        order = labelled(order, planned, parcels);
      }
    }
    return waiting.isEmpty() || order.cancellation() != null || order.replan()
        ? ending(order)
        : bench.end(order, waiting);
  }

  /** The order as it is once its label is on it, with what others changed meanwhile. */
  private Order labelled(Order order, Shipment.Planned planned, List<Parcel> parcels) {
    Instant now = clock.instant();
    Node node = merchants.current().node(planned.node());
    String slip = slips.keep(order, planned, parcels, node);
    Shipment.Labelled labelled =
        new Shipment.Labelled(
            planned.id(),
            planned.node(),
            planned.lines(),
            parcels,
            planned.shipBy(),
            planned.receipt(),
            slip,
            now);
    return changing.change(
        order,
        before ->
            before.shipments().contains(planned)
                ? Optional.of(
                    new Decision(
                        change -> change.shipment(labelled),
                        "cutoff",
                        "label bought for " + planned.id(),
                        String.join(", ", parcels.stream().map(Parcel::trackingNumber).toList())))
                : Optional.empty());
  }

  /** RateShop plans anew what nothing was paid for. */
  private StepResult planAgain(Order order, String why) {
    changing.change(
        order,
        before -> Optional.of(new Decision(change -> change, "cutoff", "is planned again", why)));
    return new StepResult.Changed();
  }

  /** Carriers take their time: before the next one is paid the order is looked at again. */
  private boolean changedMeanwhile(OrderId orderId) {
    Order now = orders.find(orderId).orElseThrow();
    return now.cancellation() != null || now.replan();
  }

  /** A cancellation that came while the carrier was asked: Compensate voids what was bought. */
  private static StepResult ending(Order now) {
    if (now.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    if (now.replan()) {
      return new StepResult.Changed();
    }
    if (now.openShipments().stream().anyMatch(Shipment.Planned.class::isInstance)) {
      throw new TryAgainLater("order " + now.id() + " was planned anew while labels were bought");
    }
    return new StepResult.Done();
  }
}
