package dev.cutoff.plan.application;

import dev.cutoff.merchant.PromiseRules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Keeps on the order which later days its customer was told, and by when an answer is needed. */
public final class NotingDelay {
  private final Changing changing;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public NotingDelay(Changing changing, Merchants merchants, InstantSource clock) {
    this.changing = changing;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** The order as it is then; the same where there is nothing new to note. */
  public Order note(Order order) {
    return changing.change(order, this::noted);
  }

  /** Whether the customer is told a day that the order does not say yet. */
  public boolean isNew(Order order) {
    return Delay.offer(order).filter(offer -> !now(order, offer).equals(order.delay())).isPresent();
  }

  /** The delay with what is offered now. */
  public Delay now(Order order, Delay.Offer offer) {
    return Delay.told(
        order.delay(), offer, clock.instant(), asks(order) ? rules().consentWithin() : null);
  }

  /** Whether the law of the place that it goes to asks for consent, by the merchant's rules. */
  public boolean asks(Order order) {
    return order.shipTo().filter(to -> rules().consentIn().contains(to.country())).isPresent();
  }

  private Optional<Decision> noted(Order order) {
    return Delay.offer(order).filter(offer -> isNew(order)).map(offer -> decision(order, offer));
  }

  private Decision decision(Order order, Delay.Offer offer) {
    Delay delay = now(order, offer);
    Instant answerBy = delay.answerBy();
    return new Decision(
        change -> change.delay(delay),
        "cutoff",
        "a later day is told",
        "promised by %s, now %s".formatted(delay.promised(), delay.told())
            + (answerBy == null || !delay.needsConsent()
                ? ""
                : "; cancelled unless the customer agrees by " + answerBy));
  }

  private PromiseRules rules() {
    return merchants.current().rules().promise();
  }
}
