package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.tracking.Track;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Buys one label once: the attempt's row is there before the carrier is asked, and after a lost
 * answer the carrier is asked what became of it before anything is bought again. A purchase is
 * never hedged; the price of a provisional plan is read again before it, and reads may be.
 */
public final class BuyingLabel {
  private final LabelAttempts attempts;
  private final Providers providers;
  private final LabelPurchases purchases;
  private final PlanningAgain again;
  private final InstantSource clock;

  @Inject
  public BuyingLabel(
      LabelAttempts attempts,
      Providers providers,
      LabelPurchases purchases,
      PlanningAgain again,
      InstantSource clock) {
    this.attempts = attempts;
    this.providers = providers;
    this.purchases = purchases;
    this.again = again;
    this.clock = clock;
  }

  /**
   * What is to be bought.
   *
   * @param price of the shipment as the carrier says it now
   */
  record Wanted(
      Order order, Shipment.Planned shipment, PlannedParcel parcel, PricingAgain.Price price) {
    private Wanted at(PlannedParcel priced) {
      return new Wanted(order, shipment, priced, price);
    }
  }

  /** What came of it. */
  sealed interface Outcome {
    record Bought(Parcel parcel) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}

    /** Nothing was bought, and the plan does not hold any more. */
    record PlanAgain(String why) implements Outcome {}
  }

  Outcome buy(Wanted wanted) {
    List<Attempt> before =
        attempts.of(wanted.shipment().id()).stream()
            .filter(each -> each.parcelId().equals(wanted.parcel().parcelId()))
            .toList();
    if (before.isEmpty()) {
      return begin(wanted, 1);
    }
    Attempt last = before.getLast();
    return switch (last.state()) {
      case BOUGHT -> new Outcome.Bought(parcel(wanted.parcel(), last));
      case BEGUN -> settle(wanted, last);
      case NOT_BOUGHT -> atPriceOfNow(wanted, last, priced -> ask(priced, last));
      case REFUSED, VOIDED, ORPHAN -> begin(wanted, last.number() + 1);
    };
  }

  private Outcome begin(Wanted wanted, int number) {
    PlannedParcel parcel = wanted.parcel();
    Attempt attempt =
        new Attempt(
            parcel.parcelId() + "-a" + number,
            wanted.order().id(),
            wanted.shipment().id(),
            parcel.parcelId(),
            number,
            parcel.carrier(),
            parcel.service(),
            State.BEGUN,
            null,
            null,
            null,
            null,
            null,
            clock.instant());
    return atPriceOfNow(
        wanted,
        attempt,
        priced -> {
          if (!attempts.begin(attempt)) {
            throw new TryAgainLater("somebody else is buying " + attempt.reference());
          }
          return ask(priced, attempt);
        });
  }

  /** A provisional price is asked again before anything is written down or paid. */
  private Outcome atPriceOfNow(Wanted wanted, Attempt attempt, Function<Wanted, Outcome> buy) {
    if (!wanted.parcel().provisional()) {
      return buy.apply(wanted);
    }
    return switch (wanted.price().now()) {
      case PricingAgain.Outcome.Priced priced -> buy.apply(wanted.at(same(wanted, priced)));
      case PricingAgain.Outcome.Changed changed -> changed(wanted, attempt, changed.told());
    };
  }

  private static PlannedParcel same(Wanted wanted, PricingAgain.Outcome.Priced priced) {
    return priced.parcels().stream()
        .filter(each -> each.parcelId().equals(wanted.parcel().parcelId()))
        .findFirst()
        .orElseThrow();
  }

  private Outcome changed(Wanted wanted, Attempt attempt, String told) {
    return again
        .of(wanted.order(), wanted.parcel(), attempt, told)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.PlanAgain(told));
  }

  /** A begun attempt without an end: look before you pay. */
  private Outcome settle(Wanted wanted, Attempt attempt) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    return switch (purchases.find(
        carrier, wanted.order(), wanted.shipment(), wanted.parcel(), attempt)) {
      case FindAnswer.Found found -> bought(wanted, attempt, found.label());
      case FindAnswer.FoundUnprintable found -> unprintable(carrier, attempt, found.label());
      case FindAnswer.NotBought not ->
          atPriceOfNow(wanted, attempt, priced -> ask(priced, attempt));
      case FindAnswer.NotYetKnown later ->
          throw new TryAgainLater(
              "the carrier can't say before "
                  + later.askAgainAt()
                  + " whether it sold "
                  + attempt.reference());
      case FindAnswer.CannotTell never ->
          new Outcome.Refused(
              Refusal.of(
                  Reason.LABEL_IN_DOUBT,
                  "%s was asked for a label and never answered; it can't say whether it sold one. Look at its portal for %s, void it there, then retry."
                      .formatted(carrier.name(), attempt.reference()),
                  Map.of("reference", attempt.reference(), "carrier", carrier.id())));
    };
  }

  private Outcome ask(Wanted wanted, Attempt attempt) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    PlannedParcel parcel = wanted.parcel();
    LabelRequest request = purchases.request(wanted.order(), wanted.shipment(), parcel, attempt);
    return switch (providers.of(carrier).buy(carrier, request)) {
      case LabelAnswer.Bought label -> bought(wanted, attempt, label);
      case LabelAnswer.PriceChanged price ->
          changed(
              wanted,
              attempt,
              "planned at %s, now %s".formatted(parcel.cost().display(), price.now().display()));
      case LabelAnswer.Unprintable label -> unprintable(carrier, attempt, label);
      case LabelAnswer.NoFunds none -> {
        attempts.record(attempt.in(State.REFUSED));
        yield new Outcome.Refused(
            Refusal.of(
                Reason.LABEL_NO_FUNDS,
                "%s sold no label, the account is empty: %s. Add money, then retry."
                    .formatted(carrier.name(), none.why()),
                Map.of("carrier", carrier.id())));
      }
      case LabelAnswer.Refused refused -> {
        attempts.record(attempt.in(State.REFUSED));
        yield new Outcome.Refused(
            Refusal.of(
                Reason.LABEL_REFUSED,
                "%s sold no label: %s. Retry to plan again, or cancel."
                    .formatted(carrier.name(), refused.why()),
                Map.of("carrier", carrier.id(), "service", parcel.service())));
      }
    };
  }

  private Outcome bought(Wanted wanted, Attempt attempt, LabelAnswer.Bought label) {
    return new Outcome.Bought(parcel(wanted.parcel(), purchases.keep(attempt, label)));
  }

  /** Paid and of no use: it stays on the list of what is to be voided. */
  private Outcome unprintable(Carrier carrier, Attempt attempt, LabelAnswer.Unprintable label) {
    attempts.record(attempt.orphaned(label.labelId(), label.trackingNumber(), label.cost()));
    return new Outcome.Refused(
        Refusal.of(
            Reason.LABEL_UNPRINTABLE,
            "%s sold label %s, and it can't be printed: %s. Void it at the carrier, then retry."
                .formatted(carrier.name(), label.labelId(), label.why()),
            Map.of("reference", attempt.reference(), "carrier", carrier.id())));
  }

  /** What was paid is no provisional price any more. */
  private static Parcel parcel(PlannedParcel plan, Attempt attempt) {
    Money paid = there(attempt.cost());
    return new Parcel(
        plan.provisional() ? plan.pricedAgain(paid, attempt.begunAt()) : plan,
        paid,
        there(attempt.trackingNumber()),
        there(attempt.labelId()),
        there(attempt.labelPdf()),
        there(attempt.labelZpl()),
        Track.labelMade());
  }

  private static <T> T there(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("a bought label without its data");
    }
    return value;
  }
}
