package dev.cutoff.exception.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry.Resolution;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.application.Merchants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Puts what was found of a parcel, a truck or a balance into the exception queue: with the first
 * owner and a new clock, or, as long as one of the same subject and reason is open, into that one.
 */
public final class RaisingDockException {
  /** Who settles what is over by itself. */
  private static final String CUTOFF = "cutoff";

  private static final int MOST_TRIES = 8;

  private final Exceptions exceptions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public RaisingDockException(Exceptions exceptions, Merchants merchants, InstantSource clock) {
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.clock = clock;
  }

  public DockException raise(DockException.Finding found) {
    Reason reason = found.refusal().reason();
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Instant now = clock.instant();
      Optional<DockException> latest = exceptions.latestAtDock(found.subject(), reason);
      if (latest.filter(each -> each.resolution() == null).isPresent()) {
        DockException again = latest.get().foundAgain(found, now);
        if (latest.get().tells(found) || exceptions.replace(latest.get(), again)) {
          return again;
        }
      } else {
        Rules rules = merchants.current().rules();
        DockException opened =
            DockException.opened(
                found,
                latest.map(DockException::number).orElse(0) + 1,
                rules.owners().getFirst(),
                now,
                now.plus(rules.exceptionDue()));
        if (exceptions.create(opened)) {
          return opened;
        }
      }
    }
    throw new TryAgainLater("the exception of " + found.subject() + " changes all the time");
  }

  /** The same, once: what was said and resolved is not said again. */
  public void raiseOnce(DockException.Finding found) {
    if (exceptions
        .latestAtDock(found.subject(), found.refusal().reason())
        .filter(each -> each.resolution() != null)
        .isEmpty()) {
      raise(found);
    }
  }

  /** What is open tells the newest; what somebody resolved stays so. */
  public void update(DockException.Finding found) {
    exceptions
        .latestAtDock(found.subject(), found.refusal().reason())
        .filter(each -> each.resolution() == null && !each.tells(found))
        .ifPresent(open -> exceptions.replace(open, open.foundAgain(found, clock.instant())));
  }

  /** It is over by itself; an entry that somebody else changes this moment stays. */
  public void settle(String subject, Reason reason, String why) {
    exceptions
        .latestAtDock(subject, reason)
        .filter(each -> each.resolution() == null)
        .ifPresent(open ->
            exceptions.replace(
                open, open.resolved(new Resolution(Action.DISMISS, CUTOFF, clock.instant(), why))));
  }
}
