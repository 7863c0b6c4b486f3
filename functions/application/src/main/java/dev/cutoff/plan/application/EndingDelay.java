package dev.cutoff.plan.application;

import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.application.CancellingOrder;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** Cancels orders whose customers did not agree to a later day in time: no wait is without end. */
public final class EndingDelay {
  private final NotingDelay noting;
  private final CancellingOrder cancelling;
  private final InstantSource clock;

  @Inject
  public EndingDelay(NotingDelay noting, CancellingOrder cancelling, InstantSource clock) {
    this.noting = noting;
    this.cancelling = cancelling;
    this.clock = clock;
  }

  /** Whether there is anything to do. */
  boolean concerns(Order order) {
    return noting.isNew(order) || isOver(order);
  }

  /** Notes what is told, and cancels where the time to answer is over. */
  void tend(Order order) {
    Order noted = noting.note(order);
    Optional<Delay> over = over(noted);
    if (over.isPresent()) {
      // Decided again on the row as it is then: an answer that came meanwhile counts.
      var _ =
          cancelling.cancel(
              noted.id(),
              "cutoff",
              "told to come by %s instead of %s, and the customer did not agree by %s"
                  .formatted(over.get().told(), over.get().promised(), over.get().answerBy()),
              this::isOver);
    }
  }

  private boolean isOver(Order order) {
    return over(order).isPresent();
  }

  private Optional<Delay> over(Order order) {
    return Delay.offer(order)
        .flatMap(offer ->
            Optional.ofNullable(order.delay())
                .filter(delay -> delay.isOver(offer, clock.instant())))
        .filter(delay -> noting.asks(order));
  }
}
