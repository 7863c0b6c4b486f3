package dev.cutoff.exception.application;

import dev.cutoff.audit.application.CorrectingStock;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.QueueEntry.Resolution;
import dev.cutoff.exception.StockException;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Observed;
import dev.cutoff.stock.application.Stock.Tolerance;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Carries out what a person decided of a shelf. The shelf is changed first, and again is the same:
 * who dies in between, or is slower, finds it done.
 */
public final class ResolvingStockException {
  private final Exceptions exceptions;
  private final Stock stock;
  private final StockChanges changes;
  private final CorrectingStock correcting;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public ResolvingStockException(
      Exceptions exceptions,
      Stock stock,
      StockChanges changes,
      CorrectingStock correcting,
      Merchants merchants,
      InstantSource clock) {
    this.exceptions = exceptions;
    this.stock = stock;
    this.changes = changes;
    this.correcting = correcting;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    /** Done; it stays open where the shelf is to be counted again. */
    record Resolved(StockException exception) implements Outcome {}

    /** 409: somebody was faster. */
    record AlreadyResolved() implements Outcome {}

    /** 409, with what is possible. */
    record NotPossible(List<Action> possible) implements Outcome {}

    /** 409, with why. */
    record Refused(String why) implements Outcome {}
  }

  public Outcome resolve(StockException open, Action action, String by) {
    if (open.resolution() != null) {
      return new Outcome.AlreadyResolved();
    }
    if (!open.actions().contains(action)) {
      return new Outcome.NotPossible(open.actions());
    }
    return switch (action) {
      case ACCEPT_COUNT -> accept(open, by);
      case APPLY_CORRECTION -> apply(open, by);
      case RECOUNT -> recount(open);
      case DISMISS -> closed(open, action, by);
      case RETRY, CORRECT_ADDRESS, ACCEPT, OVERRIDE, SHIP_LATE, UPGRADE, VOID, CANCEL ->
          throw new IllegalArgumentException("no action of a shelf: " + action);
    };
  }

  /** By its own time: what moved after the count was taken is not overwritten. */
  private Outcome accept(StockException open, String by) {
    StockException.Count count = open.count();
    if (count == null) {
      return new Outcome.NotPossible(
          open.actions().stream().filter(each -> each != Action.ACCEPT_COUNT).toList());
    }
    Observation observation =
        new Observation(open.shelf(), count.units(), count.observedAt(), count.source());
    return switch (stock.observe(observation, Tolerance.ANY)) {
      case Observed.Taken taken -> {
        changes.changed(List.of(open.shelf().sku()));
        yield closed(open, Action.ACCEPT_COUNT, by);
      }
      // This very count, taken by a call before, or a newer one, which says more than this.
      case Observed.Stale stale -> closed(open, Action.ACCEPT_COUNT, by);
      case Observed.BelowReserved below ->
          new Outcome.Refused(
              "%d would be on hand, and %d are reserved, picked or unavailable: count again, or cancel orders first"
                  .formatted(below.onHand(), below.level().onHand() - below.level().available()));
      case Observed.Differs differs ->
          throw new IllegalStateException("any count is within any tolerance: " + open.id());
    };
  }

  private Outcome apply(StockException open, String by) {
    List<Correction> left = correcting.correct(open, by);
    changes.changed(List.of(open.shelf().sku()));
    return left.isEmpty()
        ? closed(open, Action.APPLY_CORRECTION, by)
        : new Outcome.Refused(
            "it has changed since it was read at %s, so that this was not done: %s. The next audit says how it is now"
                .formatted(
                    open.foundAt(),
                    left.stream().map(Correction::text).collect(Collectors.joining("; "))));
  }

  /** The next count ends it; until then it is first in the list of what is to be counted. */
  private Outcome recount(StockException open) {
    Instant due = clock.instant().plus(merchants.current().rules().exceptionDue());
    StockException asked = open.escalated(open.owner(), due, open.escalation());
    return exceptions.replace(open, asked)
        ? new Outcome.Resolved(asked)
        : new Outcome.AlreadyResolved();
  }

  private Outcome closed(StockException open, Action action, String by) {
    StockException resolved = open.resolved(new Resolution(action, by, clock.instant()));
    return exceptions.replace(open, resolved)
        ? new Outcome.Resolved(resolved)
        : new Outcome.AlreadyResolved();
  }
}
