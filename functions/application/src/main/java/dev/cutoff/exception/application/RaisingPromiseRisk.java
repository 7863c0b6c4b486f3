package dev.cutoff.exception.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry.Resolution;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.OrderId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Puts an order whose promise is at risk into the exception queue, or, as long as one of the order
 * is open, brings that one up to date. What a person looked at and dismissed is not said again.
 */
public final class RaisingPromiseRisk {
  /** Who settles what is over by itself. */
  private static final String CUTOFF = "cutoff";

  /** What somebody just decided gets this long to be carried out. */
  private static final Duration QUIET = Duration.ofMinutes(5);

  private static final int MOST_TRIES = 8;

  private final Exceptions exceptions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public RaisingPromiseRisk(Exceptions exceptions, Merchants merchants, InstantSource clock) {
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** The entry that is open now; empty where a person decided it already. */
  public Optional<PromiseRisk> raise(PromiseRisk.Finding found) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Instant now = clock.instant();
      Optional<PromiseRisk> latest = exceptions.latestRisk(found.orderId());
      if (latest.filter(each -> each.resolution() == null).isPresent()) {
        PromiseRisk open = latest.get();
        if (open.tells(found)) {
          return latest;
        }
        PromiseRisk again = open.foundAgain(found, now);
        if (exceptions.replace(open, again)) {
          return Optional.of(again);
        }
      } else if (latest.filter(each -> isDecided(each, found, now)).isPresent()) {
        return Optional.empty();
      } else {
        String owner = merchants.current().rules().owners().getFirst();
        int number = latest.map(PromiseRisk::number).orElse(0) + 1;
        PromiseRisk opened = PromiseRisk.opened(found, number, owner, now);
        if (exceptions.create(opened)) {
          return Optional.of(opened);
        }
      }
    }
    throw new TryAgainLater("the risk of " + found.orderId() + " changes all the time");
  }

  private static boolean isDecided(PromiseRisk closed, PromiseRisk.Finding found, Instant now) {
    Resolution how = closed.resolution();
    if (how == null || how.by().equals(CUTOFF)) {
      return false;
    }
    return how.action() == Action.DISMISS
        ? closed.lastSafe().equals(found.lastSafe())
        : now.isBefore(how.at().plus(QUIET));
  }

  /**
   * It is over by itself; where somebody else changes it this moment it stays for the next time.
   */
  public boolean settle(OrderId orderId, String why) {
    return exceptions
        .latestRisk(orderId)
        .filter(each -> each.resolution() == null)
        .filter(open ->
            exceptions.replace(
                open, open.resolved(new Resolution(Action.DISMISS, CUTOFF, clock.instant(), why))))
        .isPresent();
  }
}
