package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.Providers;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.postage.application.AllowingPostage;
import dev.cutoff.shipment.application.BuyingLabel.Wanted;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * The one place where a carrier is asked to sell a label: whether it may be asked now, and what is
 * left behind where its answer is lost. One that failed several times in a row is left alone for a
 * while.
 */
public final class AskingForLabels {
  private final Providers providers;
  private final LabelPurchases purchases;
  private final LabelRequests requests;
  private final AllowingPostage allowing;
  private final CarrierHealth health;
  private final InstantSource clock;

  @Inject
  public AskingForLabels(
      Providers providers,
      LabelPurchases purchases,
      LabelRequests requests,
      AllowingPostage allowing,
      CarrierHealth health,
      InstantSource clock) {
    this.providers = providers;
    this.purchases = purchases;
    this.requests = requests;
    this.allowing = allowing;
    this.health = health;
    this.clock = clock;
  }

  /** Why the carrier is not asked now; empty where it may be. */
  Optional<Refusal> whyNot(Wanted wanted, Attempt attempt) {
    Carrier carrier = purchases.carrier(attempt.carrier());
    return down(carrier)
        .or(() -> allowing.whyNot(wanted.order(), wanted.shipment(), wanted.parcel()));
  }

  private Optional<Refusal> down(Carrier carrier) {
    return breaker(carrier)
        .waiting(clock.instant())
        .map(refused ->
            Refusal.of(
                Reason.CARRIER_DOWN,
                "%s failed %d times in a row when it was asked for labels (%s); it is not asked before %s. Cutoff tries again by itself."
                    .formatted(carrier.name(), Breaker.FAILURES, refused.why(), refused.until()),
                Map.of("carrier", carrier.id(), "askAgainAt", refused.until().toString())));
  }

  /** Asks; where no answer comes, the attempt is on the list of what somebody looks after. */
  LabelAnswer ask(Carrier carrier, Wanted wanted, Attempt attempt) {
    LabelRequest request = requests.of(wanted.order(), wanted.shipment(), wanted.parcel(), attempt);
    Breaker breaker = breaker(carrier);
    Breaker.Permit permit = breaker.ask(clock.instant());
    try {
      LabelAnswer answer = providers.of(carrier).buy(carrier, request);
      breaker.succeeded(permit);
      return answer;
    } catch (RuntimeException lost) {
      String why = lost instanceof NoAnswer none ? none.told() : "gave no answer";
      boolean atOnce = lost instanceof NoAnswer none && none.notLetIn();
      Instant now = clock.instant();
      breaker.failed(permit, now, why, atOnce);
      purchases.list(attempt, now.plus(carrier.settle()), false);
      throw new TryAgainLater(
          "%s was asked for label %s: %s".formatted(carrier.name(), attempt.reference(), why),
          lost);
    }
  }

  private Breaker breaker(Carrier carrier) {
    return health.of(carrier.id(), Operation.PURCHASE).breaker();
  }
}
