package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.geo.Borders;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.plan.Quote;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.ReturnParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts.Asked;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Buys a label from the customer back to a node, once a shipment has left the house. The parcel and
 * the number of the request are its key: the same again is the same label, also where the answer to
 * the first got lost. Neither stock nor the shipment is touched.
 */
public final class BuyingReturnLabel {
  /** Longer than who asks may take: an attempt that is younger is still somebody's. */
  private static final Duration ASKING = Duration.ofSeconds(30);

  private final LabelAttempts attempts;
  private final BuyingLabel buying;
  private final PricingAgain pricing;
  private final ReturnRates rates;
  private final Orders orders;
  private final Merchants merchants;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public BuyingReturnLabel(
      LabelAttempts attempts,
      BuyingLabel buying,
      PricingAgain pricing,
      ReturnRates rates,
      Orders orders,
      Merchants merchants,
      Changing changing,
      InstantSource clock) {
    this.attempts = attempts;
    this.buying = buying;
    this.pricing = pricing;
    this.rates = rates;
    this.orders = orders;
    this.merchants = merchants;
    this.changing = changing;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param parcelId of the parcel that went out; null where the shipment has one alone
   * @param request which one of the parcel's return labels, from 1
   * @param node where it goes; null: where it came from
   * @param grams contents and box; null: as it went out
   */
  public record Wish(
      ShipmentId shipmentId,
      @Nullable String parcelId,
      int request,
      @Nullable NodeId node,
      @Nullable Long grams,
      String by) {}

  /** A label, or why there is none. */
  public sealed interface Outcome {
    /** The attempt has number, cost and files. */
    record Bought(Attempt attempt) implements Outcome {}

    record Refused(String why) implements Outcome {}

    record NotFound(String what) implements Outcome {}
  }

  public Outcome buy(Wish wish) {
    Optional<Order> order = orders.find(wish.shipmentId().orderId());
    Optional<Shipment> shipment =
        order.stream()
            .flatMap(each -> each.shipments().stream())
            .filter(each -> each.id().equals(wish.shipmentId()))
            .findFirst();
    if (shipment.isEmpty()) {
      return new Outcome.NotFound("there is no shipment " + wish.shipmentId());
    }
    if (!isGone(shipment.get())) {
      return new Outcome.Refused("it has not left the house: there is nothing to send back");
    }
    List<Parcel> parcels = shipment.get().paidParcels();
    if (wish.parcelId() == null && parcels.size() > 1) {
      return new Outcome.Refused("it has %d parcels: say parcelId".formatted(parcels.size()));
    }
    return parcels.stream()
        .map(Parcel::plan)
        .filter(each -> wish.parcelId() == null || wish.parcelId().equals(each.parcelId()))
        .findFirst()
        .map(parcel -> buy(wish, order.orElseThrow(), shipment.get(), parcel))
        .orElseGet(() ->
            parcels.isEmpty()
                ? new Outcome.Refused("no carrier brought it: it was picked up")
                : new Outcome.NotFound("the shipment has no such parcel"));
  }

  private static boolean isGone(Shipment shipment) {
    return shipment instanceof Shipment.Shipped || shipment instanceof Shipment.Delivered;
  }

  private Outcome buy(Wish wish, Order order, Shipment shipment, PlannedParcel went) {
    String parcelId = new ReturnParcel(went.parcelId(), wish.request()).id();
    Optional<Attempt> known = last(shipment.id(), parcelId).filter(BuyingReturnLabel::isOpen);
    if (known.isPresent() && !suits(known.get(), wish)) {
      return new Outcome.Refused(
          "request %d was for another node or weight: count on for another label"
              .formatted(wish.request()));
    }
    if (known.isPresent() && known.get().state() == State.BOUGHT) {
      return told(wish, order, known.get());
    }
    if (known.isPresent() && isAsking(known.get())) {
      throw new TryAgainLater("somebody else is buying " + known.get().reference());
    }
    NodeId to = known.flatMap(BuyingReturnLabel::node).or(() -> said(wish)).orElse(shipment.node());
    Node node = merchants.current().nodes().get(to);
    if (node == null) {
      return new Outcome.NotFound("the merchant file has no node " + to);
    }
    if (order.shipTo().isEmpty()) {
      return new Outcome.Refused("the order has no address");
    }
    Way way = Way.back(order, node);
    if (Borders.crossed(way.from().address(), way.to())) {
      return new Outcome.Refused(
          "it would cross a border, and Cutoff writes no customs papers for what comes back");
    }
    return known.isPresent()
        ? ask(wish, order, node, again(went, known.get()))
        : priced(wish, order, node, way, went);
  }

  private Outcome priced(Wish wish, Order order, Node node, Way way, PlannedParcel went) {
    Optional<Box> box =
        merchants.current().boxes().stream()
            .filter(each -> each.id().equals(went.box()))
            .findFirst();
    if (box.isEmpty()) {
      return new Outcome.Refused("the merchant file has no box " + went.box());
    }
    long grams = Optional.ofNullable(wish.grams()).orElse(went.weightGrams());
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, node.zone());
    RateRequest request =
        new RateRequest(
            way.from(), way.to(), List.of(new ParcelSpec(grams, box.get().outer())), today);
    return switch (rates.cheapest(order, went.lines(), request)) {
      case ReturnRates.Outcome.None none -> new Outcome.Refused("nobody carries it: " + none.why());
      case ReturnRates.Outcome.Cheapest cheapest ->
          ask(wish, order, node, back(wish, went, grams, cheapest.quote(), now));
    };
  }

  private static PlannedParcel back(
      Wish wish, PlannedParcel went, long grams, Quote quote, Instant now) {
    return new PlannedParcel(
        new ReturnParcel(went.parcelId(), wish.request()).id(),
        went.lines(),
        went.box(),
        grams,
        quote.carrier(),
        quote.service(),
        quote.perParcel().getFirst(),
        quote.shipDate(),
        quote.deliveryDate(),
        now);
  }

  /** What was asked for and has no end yet is asked for as it was, whatever prices are now. */
  private static PlannedParcel again(PlannedParcel went, Attempt attempt) {
    Asked asked = Objects.requireNonNull(attempt.asked());
    return new PlannedParcel(
        attempt.parcelId(),
        went.lines(),
        asked.box(),
        asked.grams(),
        attempt.carrier(),
        attempt.service(),
        asked.quoted(),
        asked.shipDate(),
        asked.shipDate(),
        attempt.begunAt());
  }

  private Outcome ask(Wish wish, Order order, Node node, PlannedParcel parcel) {
    Shipment.Planned back =
        new Shipment.Planned(
            wish.shipmentId(), node.id(), parcel.lines(), List.of(parcel), clock.instant(), "");
    BuyingLabel.Wanted wanted =
        new BuyingLabel.Wanted(order, back, parcel, pricing.of(order, back));
    return switch (buying.buy(wanted)) {
      case BuyingLabel.Outcome.Bought bought ->
          told(wish, order, last(wish.shipmentId(), parcel.parcelId()).orElseThrow());
      case BuyingLabel.Outcome.Refused refused -> new Outcome.Refused(refused.refusal().message());
      case BuyingLabel.Outcome.PlanAgain again -> new Outcome.Refused(again.why());
    };
  }

  /** One line for each label, also where the first to ask died before it was written. */
  private Outcome told(Wish wish, Order order, Attempt attempt) {
    Asked asked = Objects.requireNonNull(attempt.asked());
    String what = "return label for " + attempt.parcelId();
    String why =
        "%s %s to %s for %s: %s"
            .formatted(
                attempt.carrier(),
                attempt.service(),
                asked.node(),
                Objects.requireNonNull(attempt.cost()).display(),
                attempt.trackingNumber());
    var _ =
        changing.change(
            order,
            before ->
                orders.timeline(before.id()).stream()
                        .anyMatch(each -> each.what().equals(what) && each.why().equals(why))
                    ? Optional.empty()
                    : Optional.of(new Decision(change -> change, wish.by(), what, why)));
    return new Outcome.Bought(attempt);
  }

  private Optional<Attempt> last(ShipmentId shipmentId, String parcelId) {
    return attempts.of(shipmentId).stream()
        .filter(each -> each.parcelId().equals(parcelId) && !each.isStray())
        .reduce((one, later) -> later);
  }

  private boolean isAsking(Attempt attempt) {
    return attempt.state() == State.BEGUN
        && clock.instant().isBefore(attempt.lastAskedAt().plus(ASKING));
  }

  private static boolean isOpen(Attempt attempt) {
    return switch (attempt.state()) {
      case BEGUN, NOT_BOUGHT, BOUGHT -> true;
      case REFUSED, VOIDED, ORPHAN -> false;
    };
  }

  private static boolean suits(Attempt attempt, Wish wish) {
    Asked asked = Objects.requireNonNull(attempt.asked());
    return said(wish).map(asked.node()::equals).orElse(true)
        && (wish.grams() == null || wish.grams() == asked.grams());
  }

  private static Optional<NodeId> node(Attempt attempt) {
    return Optional.ofNullable(attempt.asked()).map(Asked::node);
  }

  private static Optional<NodeId> said(Wish wish) {
    return Optional.ofNullable(wish.node());
  }
}
