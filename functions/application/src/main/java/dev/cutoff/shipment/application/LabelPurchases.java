package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.CarrierProvider.Sold;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.ObjectStore;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.LabelAttempts.WentAnotherWay;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a carrier sold and what becomes of it, the same for who buys, who undoes and who looks after
 * what is loose. Nothing here buys.
 */
public final class LabelPurchases {
  private final LabelAttempts attempts;
  private final LooseLabels loose;
  private final Providers providers;
  private final ObjectStore objects;
  private final Merchants merchants;
  private final LabelRequests requests;
  private final InstantSource clock;

  @Inject
  public LabelPurchases(
      LabelAttempts attempts,
      LooseLabels loose,
      Providers providers,
      ObjectStore objects,
      Merchants merchants,
      LabelRequests requests,
      InstantSource clock) {
    this.attempts = attempts;
    this.loose = loose;
    this.providers = providers;
    this.objects = objects;
    this.merchants = merchants;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * What became of an attempt. "Not bought" is only said once the carrier's settle time is over,
   * for until then it may know nothing of what it is about to sell.
   */
  public FindAnswer find(Carrier carrier, Order order, Attempt attempt) {
    FindAnswer answer =
        heard(carrier, () -> providers.of(carrier).find(carrier, requests.of(order, attempt)));
    Instant settled = attempt.lastAskedAt().plus(carrier.settle());
    return answer instanceof FindAnswer.NotBought && clock.instant().isBefore(settled)
        ? new FindAnswer.NotYetKnown(settled)
        : answer;
  }

  /** Everything the carrier sold under the attempt's reference, as far as it can say. */
  public List<Sold> sold(Carrier carrier, Order order, Attempt attempt) {
    return heard(carrier, () -> providers.of(carrier).sold(carrier, requests.of(order, attempt)));
  }

  /** The files first, then the row that names them. */
  public Attempt keep(Attempt attempt, LabelAnswer.Bought label) {
    byte[] drawn = label.files().pdf();
    String pdf = drawn.length == 0 ? "" : objects.put("labels", "pdf", drawn);
    String zpl = objects.put("labels", "zpl", label.files().zpl().getBytes(StandardCharsets.UTF_8));
    Attempt bought =
        voidable(attempt).bought(label.labelId(), label.trackingNumber(), label.cost(), pdf, zpl);
    try {
      attempts.record(bought);
      return bought;
    } catch (WentAnotherWay taken) {
      // Somebody settled it meanwhile with another label: this one is paid as well.
      var _ = stray(attempt, new Sold(label.labelId(), label.trackingNumber(), label.cost()));
      return attempts.of(attempt.shipmentId()).stream()
          .filter(each -> each.reference().equals(attempt.reference()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Paid and of no use: it is on the list until its money is back. */
  public Attempt orphan(Attempt attempt, LabelAnswer.Unprintable label) {
    list(attempt, clock.instant(), false);
    Attempt orphan =
        voidable(attempt).orphaned(label.labelId(), label.trackingNumber(), label.cost());
    attempts.record(orphan);
    return orphan;
  }

  /** The carrier sold one more under the same reference: it gets a row of its own. */
  public Attempt stray(Attempt attempt, Sold label) {
    Attempt stray = voidable(attempt).stray(label.labelId(), label.trackingNumber(), label.cost());
    list(stray, clock.instant(), false);
    // Where the row is there already, somebody else found it this moment.
    var _ = attempts.begin(stray);
    return stray;
  }

  /** Nobody can say whether it was paid: somebody must look into the carrier's portal. */
  public Attempt inDoubt(Attempt attempt) {
    list(attempt, clock.instant(), false);
    Attempt doubtful = voidable(attempt).in(State.ORPHAN);
    attempts.record(doubtful);
    return doubtful;
  }

  /** The carrier knows nothing of it; it is watched all the same until it could not be voided. */
  public Attempt notBought(Attempt attempt) {
    list(attempt, clock.instant(), true);
    Attempt not = attempt.in(State.NOT_BOUGHT);
    if (attempt.state() != State.NOT_BOUGHT) {
      attempts.record(not);
    }
    return not;
  }

  /**
   * Gives a paid label back. What the carrier refuses, or does not answer to, is an orphan on the
   * list: nobody waits for it here.
   */
  public Attempt giveBack(Attempt attempt) {
    Carrier carrier = merchants.current().carriers().get(attempt.carrier());
    String labelId = attempt.labelId();
    if (carrier == null || labelId == null) {
      return orphan(attempt);
    }
    try {
      return switch (heard(carrier, () -> providers.of(carrier).voidLabel(carrier, labelId))) {
        case VoidAnswer.Voided voided -> {
          Attempt back = attempt.in(State.VOIDED);
          attempts.record(back);
          yield back;
        }
        case VoidAnswer.Refused refused -> orphan(attempt);
      };
    } catch (TryAgainLater down) {
      return orphan(attempt);
    }
  }

  private Attempt orphan(Attempt attempt) {
    if (attempt.state() == State.ORPHAN) {
      return attempt;
    }
    list(attempt, clock.instant(), false);
    Attempt orphan = voidable(attempt).in(State.ORPHAN);
    attempts.record(orphan);
    return orphan;
  }

  /** Somebody looks after it from then on. */
  public void list(Attempt attempt, Instant lookAt, boolean mayTurnUp) {
    loose.list(
        new Loose(
            attempt.reference(),
            attempt.orderId(),
            attempt.shipmentId(),
            attempt.begunAt(),
            deadline(attempt),
            lookAt,
            mayTurnUp));
  }

  private Attempt voidable(Attempt attempt) {
    return attempt.voidableUntil(deadline(attempt));
  }

  /** Counted from when it was asked for, for nobody knows better when it was sold. */
  private Instant deadline(Attempt attempt) {
    return attempt
        .lastAskedAt()
        .plus(
            Optional.ofNullable(merchants.current().carriers().get(attempt.carrier()))
                .map(Carrier::voidWithin)
                .orElse(Carrier.VOID_WITHIN));
  }

  /** What the carrier is asked about the price of the shipment as it is planned. */
  RateRequest rateRequest(Order order, Shipment.Planned shipment) {
    return requests.rates(order, shipment);
  }

  Carrier carrier(String id) {
    Carrier carrier = merchants.current().carriers().get(id);
    if (carrier == null) {
      throw new IllegalStateException("the merchant file lost the carrier " + id);
    }
    return carrier;
  }

  private static <T> T heard(Carrier carrier, Supplier<T> question) {
    try {
      return question.get();
    } catch (NoAnswer none) {
      throw new TryAgainLater(carrier.name() + " " + none.told(), none);
    }
  }
}
