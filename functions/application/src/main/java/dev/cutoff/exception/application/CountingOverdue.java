package dev.cutoff.exception.application;

import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** Counts the orders that wait for a person longer than their clock allows. */
public final class CountingOverdue {
  private final Exceptions exceptions;
  private final InstantSource clock;

  @Inject
  public CountingOverdue(Exceptions exceptions, InstantSource clock) {
    this.exceptions = exceptions;
    this.clock = clock;
  }

  /** At most a page of them, the nearest clock first: one is enough to call somebody. */
  public long overdue() {
    Instant now = clock.instant();
    return exceptions.open(null, null, null).items().stream()
        .filter(open -> open.dueAt().isBefore(now))
        .count();
  }
}
