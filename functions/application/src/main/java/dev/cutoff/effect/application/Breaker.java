package dev.cutoff.effect.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps questions from one that does not answer. Closed, it lets all through and counts failures in
 * a row; at the limit it opens and lets none through; after a while one goes, the probe, and
 * decides whether it closes or stays open as long again.
 */
public final class Breaker {
  /** In a row; a carrier that fails once in twenty gets here once in three million questions. */
  public static final int FAILURES = 5;

  public static final Duration OPEN = Duration.ofSeconds(30);

  private final int limit;
  private final Duration open;
  private int failures;
  private String why = "";
  private @Nullable Instant openUntil;

  /** A probe that never came back must not keep it open for ever. */
  private @Nullable Instant probeUntil;

  public Breaker() {
    this(FAILURES, OPEN);
  }

  /**
   * One of another temper.
   *
   * @param limit failures in a row that open it
   * @param open how long it then lets none through
   */
  public Breaker(int limit, Duration open) {
    this.limit = limit;
    this.open = open;
  }

  /** May a question go? */
  public sealed interface Permit {
    record Granted() implements Permit {}

    record Probe() implements Permit {}

    /** Not before that time. */
    record Refused(Instant until, String why) implements Permit {}
  }

  public synchronized Permit ask(Instant now) {
    Instant until = openUntil;
    if (until == null) {
      return new Permit.Granted();
    }
    if (now.isBefore(until)) {
      return new Permit.Refused(until, why);
    }
    Instant probing = probeUntil;
    if (probing != null && now.isBefore(probing)) {
      return new Permit.Refused(probing, why);
    }
    probeUntil = now.plus(open);
    return new Permit.Probe();
  }

  /** Why a question would not go now, for who does not want to ask yet; empty where it would. */
  public synchronized Optional<Permit.Refused> waiting(Instant now) {
    Instant until = openUntil;
    return until != null && now.isBefore(until)
        ? Optional.of(new Permit.Refused(until, why))
        : Optional.empty();
  }

  /** An answer. One that was asked for before it opened decides nothing any more. */
  public synchronized void succeeded(Permit asked) {
    if (openUntil == null || asked instanceof Permit.Probe) {
      failures = 0;
      openUntil = null;
      probeUntil = null;
    }
  }

  /**
   * No answer.
   *
   * @param atOnce it is known that the next one would fail as well
   */
  public synchronized void failed(Permit asked, Instant now, String reason, boolean atOnce) {
    if (asked instanceof Permit.Probe) {
      open(now, reason);
    } else if (openUntil == null) {
      failures++;
      if (atOnce || failures >= limit) {
        open(now, reason);
      }
    }
  }

  /** The question was never settled: the next one may probe. */
  public synchronized void gaveUp(Permit asked) {
    if (asked instanceof Permit.Probe) {
      probeUntil = null;
    }
  }

  /** Closed, and the last question was answered. */
  public synchronized boolean healthy() {
    return openUntil == null && failures == 0;
  }

  /** How it stands, for people. */
  public sealed interface State {
    record Closed() implements State {}

    /** None goes before that time. */
    record Open(Instant until, String why) implements State {}

    /** The next question, or one that is on its way, decides. */
    record HalfOpen(String why) implements State {}
  }

  public synchronized State state(Instant now) {
    Instant until = openUntil;
    if (until == null) {
      return new State.Closed();
    }
    return now.isBefore(until) ? new State.Open(until, why) : new State.HalfOpen(why);
  }

  private void open(Instant now, String reason) {
    openUntil = now.plus(open);
    probeUntil = null;
    why = reason;
  }
}
