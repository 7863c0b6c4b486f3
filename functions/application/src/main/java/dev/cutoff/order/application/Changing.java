package dev.cutoff.order.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Refusal;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.TimelineEntry;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads an order, decides, writes on condition that nobody else wrote meanwhile, and where somebody
 * did reads and decides again. Every change of an order goes through here.
 */
public final class Changing {
  private static final int MOST_TRIES = 8;

  private final Orders orders;
  private final InstantSource clock;

  @Inject
  public Changing(Orders orders, InstantSource clock) {
    this.orders = orders;
    this.clock = clock;
  }

  /** A change and the line of the timeline that tells it; empty where nothing is to change. */
  public record Decision(UnaryOperator<Order.Change> change, String who, String what, String why) {}

  /**
   * Changes an order.
   *
   * @return the order as it is now; empty where there is none
   */
  public Optional<Order> change(OrderId id, Function<Order, Optional<Decision>> decide) {
    return orders.find(id).map(found -> change(found, decide));
  }

  /**
   * Changes an order that was just read. It is read again only where somebody wrote meanwhile.
   *
   * @return the order as it is now
   */
  public Order change(Order known, Function<Order, Optional<Decision>> decide) {
    OrderId id = known.id();
    Order before = known;
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Decision> decision = decide.apply(before);
      if (decision.isEmpty()) {
        return before;
      }
      Order after = before.changed(decision.get().change());
      TimelineEntry entry =
          new TimelineEntry(
              clock.instant(), decision.get().who(), decision.get().what(), decision.get().why());
      switch (orders.save(before, after, List.of(entry))) {
        case SAVED -> {
          return after;
        }
        case CONFLICT -> before = orders.find(id).orElseThrow();
      }
    }
    throw new TryAgainLater("order " + id + " is being changed by others all the time");
  }

  /** Puts the order on hold; the execution is told by the result. */
  public StepResult hold(OrderId id, String step, Refusal refusal) {
    Instant now = clock.instant();
    change(
        id,
        order ->
            Optional.of(
                new Decision(
                    change -> change.hold(new Order.Hold(refusal, step, now)),
                    "cutoff",
                    "put on hold in " + step,
                    refusal.message())));
    return new StepResult.Held(refusal);
  }
}
