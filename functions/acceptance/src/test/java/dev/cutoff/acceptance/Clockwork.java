package dev.cutoff.acceptance;

import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.local.time.Scheduler;
import dev.cutoff.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;

/** What a shop's time runs on, and how a test lets it pass. */
sealed interface Clockwork {
  Scheduler scheduler();

  boolean isReal();

  void pass(Duration time);

  boolean until(BooleanSupplier condition, Duration limit);

  static Clockwork virtual(Instant start) {
    return new Virtual(new VirtualScheduler(90412, start));
  }

  static Clockwork real() {
    return new Real(new LiveScheduler(failure -> {}));
  }

  /** Stands still unless told to move. */
  record Virtual(VirtualScheduler virtual) implements Clockwork {
    private static final Duration LONGEST_STEP = Duration.ofMinutes(5);

    @Override
    public Scheduler scheduler() {
      return virtual;
    }

    @Override
    public boolean isReal() {
      return false;
    }

    @Override
    public void pass(Duration time) {
      virtual.advance(time);
    }

    /**
     * In steps that grow, because the condition may ask the shop, which cannot be while it runs.
     */
    @Override
    public boolean until(BooleanSupplier condition, Duration limit) {
      Instant end = virtual.now().plus(limit);
      Duration step = Duration.ofMillis(1);
      while (!condition.getAsBoolean()) {
        if (!virtual.now().isBefore(end)) {
          return false;
        }
        Instant next = virtual.now().plus(step);
        virtual.advanceTo(next.isAfter(end) ? end : next);
        step = step.multipliedBy(2).compareTo(LONGEST_STEP) < 0 ? step.multipliedBy(2) : step;
      }
      return true;
    }
  }

  /** The machine's own. */
  record Real(LiveScheduler live) implements Clockwork {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = 20_000_000;

    @Override
    public Scheduler scheduler() {
      return live;
    }

    @Override
    public boolean isReal() {
      return true;
    }

    @Override
    public void pass(Duration time) {
      Assumptions.assumeTrue(
          time.compareTo(PATIENCE) <= 0, () -> "nobody can wait " + time + " on the real clock");
      until(() -> false, time);
    }

    @Override
    public boolean until(BooleanSupplier condition, Duration limit) {
      Instant end = Instant.now().plus(limit);
      while (!condition.getAsBoolean()) {
        if (Instant.now().isAfter(end)) {
          return false;
        }
        LockSupport.parkNanos(POLL_NANOS);
      }
      return true;
    }
  }
}
