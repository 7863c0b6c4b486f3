package dev.cutoff.exception.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry.Resolution;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Carries out what a person decided of a promise at risk. The order is changed first: who dies in
 * between finds the entry open and decides again, which does no harm.
 */
public final class ResolvingPromiseRisk {
  private final Exceptions exceptions;
  private final Upgrading upgrading;
  private final ShippingLate late;
  private final InstantSource clock;

  @Inject
  public ResolvingPromiseRisk(
      Exceptions exceptions, Upgrading upgrading, ShippingLate late, InstantSource clock) {
    this.exceptions = exceptions;
    this.upgrading = upgrading;
    this.late = late;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Resolved(PromiseRisk exception) implements Outcome {}

    /** 409: somebody was faster. */
    record AlreadyResolved() implements Outcome {}

    /** 409, with what is possible. */
    record NotPossible(List<Action> possible) implements Outcome {}

    /** 409, with why. */
    record Refused(String why) implements Outcome {}
  }

  public Outcome resolve(PromiseRisk open, Action action, String by) {
    if (open.resolution() != null) {
      return new Outcome.AlreadyResolved();
    }
    if (!open.actions().contains(action)) {
      return new Outcome.NotPossible(open.actions());
    }
    Optional<String> refused =
        switch (action) {
          case UPGRADE -> upgrading.upgrade(open.orderId(), open.lastSafe(), by);
          case SHIP_LATE -> late.accept(open, by);
          case DISMISS -> Optional.empty();
          case RETRY,
              CORRECT_ADDRESS,
              ACCEPT,
              OVERRIDE,
              CANCEL,
              ACCEPT_COUNT,
              RECOUNT,
              APPLY_CORRECTION,
              VOID ->
              throw new IllegalArgumentException("no action of a promise: " + action);
        };
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    PromiseRisk resolved = open.resolved(new Resolution(action, by, clock.instant()));
    return exceptions.replace(open, resolved) || isClosed(open)
        ? new Outcome.Resolved(resolved)
        : new Outcome.Refused("the entry changed this moment: look at it again");
  }

  private boolean isClosed(PromiseRisk open) {
    return exceptions
        .latestRisk(open.orderId())
        .filter(each -> each.resolution() != null)
        .isPresent();
  }
}
