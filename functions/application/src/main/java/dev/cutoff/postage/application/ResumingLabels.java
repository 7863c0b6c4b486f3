package dev.cutoff.postage.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.ResolvingException;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets orders go on that were held for want of a label only as long as something lasted that is
 * over now. Nobody has to decide anything about them.
 */
public final class ResumingLabels {
  private static final String CUTOFF = "cutoff";
  private static final List<Reason> OVER_BY_ITSELF =
      List.of(
          Reason.LABEL_UNSETTLED, Reason.CARRIER_DOWN, Reason.POSTAGE_STOPPED, Reason.SPEND_LIMIT);

  private final Exceptions exceptions;
  private final Orders orders;
  private final LabelAttempts attempts;
  private final PostageStops stops;
  private final ResolvingException resolving;
  private final InstantSource clock;

  @Inject
  public ResumingLabels(
      Exceptions exceptions,
      Orders orders,
      LabelAttempts attempts,
      PostageStops stops,
      ResolvingException resolving,
      InstantSource clock) {
    this.exceptions = exceptions;
    this.orders = orders;
    this.attempts = attempts;
    this.stops = stops;
    this.resolving = resolving;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param failed the orders that could not be helped, and why
   */
  public record Resumed(int orders, List<String> failed) {
    public Resumed {
      failed = List.copyOf(failed);
    }
  }

  public Resumed resume() {
    List<String> failed = new ArrayList<>();
    int resumed = 0;
    for (Reason reason : OVER_BY_ITSELF) {
      for (OpenException held : EveryOpen.of(reason, OpenException.class, exceptions)) {
        try {
          resumed += isOver(held) && retry(held) ? 1 : 0;
        } catch (RuntimeException notThisTime) {
          failed.add(held.id() + ": " + notThisTime.getClass().getSimpleName());
        }
      }
    }
    return new Resumed(resumed, failed);
  }

  private boolean retry(OpenException held) {
    return resolving.resolve(held.id(), Action.RETRY, null, CUTOFF)
        instanceof ResolvingException.Outcome.Resolved;
  }

  private boolean isOver(OpenException held) {
    return switch (held.refusal().reason()) {
      case LABEL_UNSETTLED -> isSettled(held);
      case CARRIER_DOWN, SPEND_LIMIT ->
          at(held).filter(then -> !clock.instant().isBefore(then)).isPresent();
      case POSTAGE_STOPPED -> isLifted(held.refusal().facts());
      default -> false;
    };
  }

  /** Whatever became of it: the next run sees that. One without a row is nothing to wait for. */
  private boolean isSettled(OpenException held) {
    String reference = held.refusal().facts().get("reference");
    return orders.find(held.orderId()).map(Order::shipments).orElse(List.of()).stream()
        .flatMap(shipment -> attempts.of(shipment.id()).stream())
        .noneMatch(each -> each.reference().equals(reference) && each.state() == State.BEGUN);
  }

  private boolean isLifted(Map<String, String> facts) {
    return stops.all().stream()
        .noneMatch(stop ->
            stop.scope().wireName().equals(facts.get("scope"))
                && stop.id().equals(facts.get("id")));
  }

  /** Empty where time alone changes nothing. */
  private static Optional<Instant> at(OpenException held) {
    return Optional.ofNullable(held.refusal().facts().get("askAgainAt")).map(Instant::parse);
  }
}
