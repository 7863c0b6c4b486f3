package dev.cutoff.shipment.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.application.CarrierProvider.FindAnswer;
import dev.cutoff.plan.application.CarrierProvider.LabelAnswer;
import dev.cutoff.plan.application.CarrierProvider.LabelRequest;
import dev.cutoff.plan.application.Providers;
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
import org.jspecify.annotations.Nullable;

/**
 * Buys one label once: the attempt's row is there before the carrier is asked, and after a lost
 * answer the carrier is asked what became of it before anything is bought again.
 */
public final class BuyingLabel {
  private final LabelAttempts attempts;
  private final Providers providers;
  private final LabelPurchases purchases;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public BuyingLabel(
      LabelAttempts attempts,
      Providers providers,
      LabelPurchases purchases,
      Merchants merchants,
      InstantSource clock) {
    this.attempts = attempts;
    this.providers = providers;
    this.purchases = purchases;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {
    record Bought(Parcel parcel) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }

  Outcome buy(Order order, Shipment.Planned shipment, PlannedParcel parcel) {
    List<Attempt> before =
        attempts.of(shipment.id()).stream()
            .filter(each -> each.parcelId().equals(parcel.parcelId()))
            .toList();
    if (before.isEmpty()) {
      return begin(order, shipment, parcel, 1);
    }
    Attempt last = before.getLast();
    return switch (last.state()) {
      case BOUGHT -> new Outcome.Bought(parcel(parcel, last));
      case BEGUN -> settle(order, shipment, parcel, last);
      case NOT_BOUGHT -> ask(order, shipment, parcel, last);
      case REFUSED, VOIDED, ORPHAN -> begin(order, shipment, parcel, last.number() + 1);
    };
  }

  private Outcome begin(Order order, Shipment.Planned shipment, PlannedParcel parcel, int number) {
    Attempt attempt =
        new Attempt(
            parcel.parcelId() + "-a" + number,
            order.id(),
            shipment.id(),
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
    if (!attempts.begin(attempt)) {
      throw new TryAgainLater("somebody else is buying " + attempt.reference());
    }
    return ask(order, shipment, parcel, attempt);
  }

  /** A begun attempt without an end: look before you pay. */
  private Outcome settle(
      Order order, Shipment.Planned shipment, PlannedParcel parcel, Attempt attempt) {
    Carrier carrier = carrier(attempt);
    return switch (purchases.find(carrier, order, shipment, parcel, attempt)) {
      case FindAnswer.Found found -> bought(parcel, attempt, found.label());
      case FindAnswer.NotBought not -> ask(order, shipment, parcel, attempt);
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

  private Outcome ask(
      Order order, Shipment.Planned shipment, PlannedParcel parcel, Attempt attempt) {
    Carrier carrier = carrier(attempt);
    LabelRequest request = purchases.request(order, shipment, parcel, attempt);
    return switch (providers.of(carrier).buy(carrier, request)) {
      case LabelAnswer.Bought label -> bought(parcel, attempt, label);
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

  private Outcome bought(PlannedParcel parcel, Attempt attempt, LabelAnswer.Bought label) {
    return new Outcome.Bought(parcel(parcel, purchases.keep(attempt, label)));
  }

  private static Parcel parcel(PlannedParcel plan, Attempt attempt) {
    return new Parcel(
        plan,
        there(attempt.cost()),
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

  private Carrier carrier(Attempt attempt) {
    Carrier carrier = merchants.current().carriers().get(attempt.carrier());
    if (carrier == null) {
      throw new IllegalStateException("the merchant file lost the carrier " + attempt.carrier());
    }
    return carrier;
  }
}
