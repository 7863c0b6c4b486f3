package dev.cutoff.exception.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.QueueEntry.Resolution;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Shelf;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Puts a finding of a shelf into the exception queue: with the first owner and a new clock, or, as
 * long as one of the same shelf and reason is open, into that one.
 */
public final class RaisingStockException {
  private static final int MOST_TRIES = 8;

  private final Exceptions exceptions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public RaisingStockException(Exceptions exceptions, Merchants merchants, InstantSource clock) {
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.clock = clock;
  }

  public StockException raise(Finding found) {
    Reason reason = found.refusal().reason();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Instant now = clock.instant();
      Optional<StockException> latest = exceptions.latest(found.shelf(), reason);
      if (latest.filter(each -> each.resolution() == null).isPresent()) {
        StockException again = latest.get().foundAgain(found, now);
        if (exceptions.replace(latest.get(), again)) {
          return again;
        }
      } else {
        Rules rules = merchants.current().rules();
        StockException opened =
            StockException.opened(
                found,
                latest.map(StockException::number).orElse(0) + 1,
                rules.owners().getFirst(),
                now,
                now.plus(rules.exceptionDue()));
        if (exceptions.create(opened)) {
          return opened;
        }
      }
    }
    throw new TryAgainLater("the exception of " + found.shelf() + " changes all the time");
  }

  /** What was open is no longer so; an entry that somebody else changes this moment stays. */
  public void settle(Shelf shelf, Reason reason, Action how, String by) {
    exceptions
        .latest(shelf, reason)
        .filter(each -> each.resolution() == null)
        .ifPresent(open ->
            exceptions.replace(open, open.resolved(new Resolution(how, by, clock.instant()))));
  }
}
