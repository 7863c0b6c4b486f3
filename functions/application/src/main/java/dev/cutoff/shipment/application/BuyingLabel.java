package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.ReturnParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.tracking.Track;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Buys one label once: the attempt's row is there before the carrier is asked, and after a lost
 * answer the carrier is asked what became of it before anything is bought again. A purchase is
 * never hedged; the price of a provisional plan is read again before it, and reads may be.
 */
public final class BuyingLabel {
  /** The step's own retries take about as long. */
  private static final Duration SOON = Duration.ofMinutes(1);

  private static final Duration LATER = Duration.ofMinutes(5);

  private final LabelAttempts attempts;
  private final LabelPurchases purchases;
  private final AskingForLabels asking;
  private final PlanningAgain again;
  private final Orders orders;
  private final InstantSource clock;

  @Inject
  public BuyingLabel(
      LabelAttempts attempts,
      LabelPurchases purchases,
      AskingForLabels asking,
      PlanningAgain again,
      Orders orders,
      InstantSource clock) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.asking = asking;
    this.again = again;
    this.orders = orders;
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

    private String next() {
      return ReturnParcel.isOne(parcel.parcelId()) ? "Ask again" : "Retry to plan again, or cancel";
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
            .filter(each -> !each.isStray())
            .toList();
    if (before.isEmpty()) {
      return begin(wanted, 1);
    }
    Attempt last = before.getLast();
    if (last.isReturn()) {
      return back(wanted, last);
    }
    if (!last.suits(wanted.parcel()) && last.state() != State.BEGUN) {
      // Planned otherwise since; what turned up late is of no use any more.
      if (last.state() == State.BOUGHT) {
        purchases.list(last, clock.instant(), false);
      }
      return begin(wanted, last.number() + 1);
    }
    return goOn(wanted, last);
  }

  /** Priced when it is asked for: one that was priced otherwise at the same time comes first. */
  private Outcome back(Wanted wanted, Attempt last) {
    boolean open = last.state() == State.BEGUN || last.state() == State.NOT_BOUGHT;
    if (open && !last.suits(wanted.parcel())) {
      throw new TryAgainLater("somebody else is buying " + last.reference());
    }
    return goOn(wanted, last);
  }

  private Outcome goOn(Wanted wanted, Attempt last) {
    return switch (last.state()) {
      case BOUGHT -> new Outcome.Bought(parcel(wanted.parcel(), last));
      case BEGUN, NOT_BOUGHT -> settle(wanted, last);
      case REFUSED, VOIDED, ORPHAN -> begin(wanted, last.number() + 1);
    };
  }

  private Outcome begin(Wanted wanted, int number) {
    Shipment.Planned shipment = wanted.shipment();
    Attempt attempt =
        Attempt.begun(shipment.id(), wanted.parcel(), number, shipment.node(), clock.instant());
    return atPriceOfNow(
        wanted,
        attempt,
        priced -> {
          Optional<Refusal> no = asking.whyNot(priced, attempt);
          if (no.isPresent()) {
            return new Outcome.Refused(no.get());
          }
          if (attempt.isReturn()) {
            // No execution comes back to it: the list does, whatever happens from here on.
            purchases.list(attempt, clock.instant().plus(SOON), false);
          }
          if (!attempts.begin(attempt)) {
            throw new TryAgainLater("somebody else is buying " + attempt.reference());
          }
          // Who closes the shipment says so in the order's row first and looks at the attempts
          // then: one of the two sees the other.
          if (!attempt.isReturn() && !isStillWanted(wanted)) {
            attempts.record(attempt.in(State.REFUSED));
            return new Outcome.PlanAgain("the order was changed while its label was asked for");
          }
          return ask(priced, attempt);
        });
  }

  private boolean isStillWanted(Wanted wanted) {
    Order now = orders.find(wanted.order().id()).orElseThrow();
    return now.cancellation() == null
        && !now.replan()
        && now.shipments().contains(wanted.shipment());
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

  /** An attempt without an end: look before you pay. */
  private Outcome settle(Wanted wanted, Attempt attempt) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    return switch (found(carrier, wanted, attempt)) {
      case FindAnswer.Found found -> {
        if (attempt.suits(wanted.parcel())) {
          yield bought(wanted, attempt, found.label());
        }
        purchases.list(purchases.keep(attempt, found.label()), clock.instant(), false);
        yield begin(wanted, attempt.number() + 1);
      }
      case FindAnswer.FoundUnprintable found -> unprintable(carrier, attempt, found.label());
      case FindAnswer.NotBought not -> {
        Attempt free = purchases.notBought(attempt);
        yield attempt.suits(wanted.parcel())
            ? atPriceOfNow(wanted, free, priced -> askAgain(priced, free))
            : begin(wanted, attempt.number() + 1);
      }
      case FindAnswer.NotYetKnown later -> notYetKnown(carrier, attempt, later.askAgainAt());
      case FindAnswer.CannotTell never -> {
        purchases.list(attempt, clock.instant(), false);
        yield new Outcome.Refused(
            Refusal.of(
                Reason.LABEL_IN_DOUBT,
                "%s was asked for a label and never answered; it can't say whether it sold one. Look at its portal for %s, void it there, then retry."
                    .formatted(carrier.name(), attempt.reference()),
                Map.of("reference", attempt.reference(), "carrier", carrier.id())));
      }
    };
  }

  /** A carrier that does not answer at all is asked again when one that can't say yet would be. */
  private FindAnswer found(Carrier carrier, Wanted wanted, Attempt attempt) {
    try {
      return purchases.find(carrier, wanted.order(), attempt);
    } catch (TryAgainLater down) {
      return new FindAnswer.NotYetKnown(clock.instant().plus(LATER));
    }
  }

  private Outcome askAgain(Wanted wanted, Attempt attempt) {
    return asking
        .whyNot(wanted, attempt)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> {
          Instant now = clock.instant();
          if (!attempts.askAgain(attempt, now)) {
            throw new TryAgainLater("somebody else is buying " + attempt.reference());
          }
          return ask(wanted, attempt.again(now));
        });
  }

  /** Nobody waits in a function for as long as a carrier may take to find out what it sold. */
  private Outcome notYetKnown(Carrier carrier, Attempt attempt, Instant askAgainAt) {
    if (!askAgainAt.isAfter(clock.instant().plus(SOON))) {
      throw new TryAgainLater(
          "the carrier can't say before %s whether it sold %s"
              .formatted(askAgainAt, attempt.reference()));
    }
    purchases.list(attempt, askAgainAt, false);
    return new Outcome.Refused(
        Refusal.of(
            Reason.LABEL_UNSETTLED,
            "%s gave no answer when it was asked for a label, and can't say before %s whether it sold one. Cutoff asks then and goes on by itself."
                .formatted(carrier.name(), askAgainAt),
            Map.of(
                "reference",
                attempt.reference(),
                "carrier",
                carrier.id(),
                "askAgainAt",
                askAgainAt.toString())));
  }

  private Outcome ask(Wanted wanted, Attempt attempt) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    PlannedParcel parcel = wanted.parcel();
    return switch (asking.ask(carrier, wanted, attempt)) {
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
                "%s sold no label: %s. %s.".formatted(carrier.name(), refused.why(), wanted.next()),
                Map.of("carrier", carrier.id(), "service", parcel.service())));
      }
    };
  }

  private Outcome bought(Wanted wanted, Attempt attempt, LabelAnswer.Bought label) {
    Attempt kept = purchases.keep(attempt, label);
    if (kept.state() != State.BOUGHT) {
      throw new TryAgainLater(attempt.reference() + " was settled by somebody else meanwhile");
    }
    return new Outcome.Bought(parcel(wanted.parcel(), kept));
  }

  /** Paid and of no use: it stays on the list of what is to be voided. */
  private Outcome unprintable(Carrier carrier, Attempt attempt, LabelAnswer.Unprintable label) {
    var _ = purchases.orphan(attempt, label);
    return new Outcome.Refused(
        Refusal.of(
            Reason.LABEL_UNPRINTABLE,
            "%s sold label %s, and it can't be printed: %s. Cutoff gives it back; retry to buy another."
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
