package dev.cutoff.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until told to move. One thread does all the work, in the order of due
 * time and then of asking, so equal seeds give equal runs.
 */
public final class VirtualScheduler implements Scheduler {

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::sequence));
  private final RandomGenerator random;
  private Instant now;
  private long sequence;
  private int pending;
  private @Nullable Thread runner;

  public VirtualScheduler(long seed, Instant start) {
    // The algorithm of java.util.Random is fixed by its specification, so a seed outlives a JDK.
    this.random = new Random(seed);
    this.now = start;
  }

  @Override
  public InstantSource clock() {
    return () -> now;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void at(Instant due, Runnable work) {
    add(due, work, true);
  }

  @Override
  public void guard(Instant due, Runnable work) {
    add(due, work, false);
  }

  @Override
  public boolean interleaves() {
    return true;
  }

  @Override
  public <T> T within(Duration limit, Callable<T> work) throws Exception {
    return work.call();
  }

  /** Runs until nothing is left to do but guards; the clock moves over waits and retries. */
  public void runUntilIdle() {
    run(() -> pending == 0, Instant.MAX);
  }

  /** Runs all that is due until then, guards too, and leaves the clock there. */
  public void advanceTo(Instant instant) {
    run(() -> false, instant);
    if (instant.isAfter(now)) {
      now = instant;
    }
  }

  public void advance(Duration duration) {
    advanceTo(now.plus(duration));
  }

  /**
   * Runs until the condition holds; false where the limit came first, or nothing was left to run.
   */
  public boolean runUntil(BooleanSupplier condition, Instant limit) {
    run(condition, limit);
    return condition.getAsBoolean();
  }

  /** How much is still to be done, guards not counted. */
  public int pending() {
    return pending;
  }

  @Override
  public void close() {
    entries.clear();
    pending = 0;
  }

  private void add(Instant due, Runnable work, boolean counts) {
    if (runner != null && runner != Thread.currentThread()) {
      throw new IllegalStateException(
          "Work was scheduled from " + Thread.currentThread() + ": a simulation has one thread");
    }
    entries.add(new Entry(due, sequence++, work, counts));
    if (counts) {
      pending++;
    }
  }

  private void run(BooleanSupplier done, Instant limit) {
    if (runner != null) {
      throw new IllegalStateException("The simulation is running already");
    }
    runner = Thread.currentThread();
    try {
      while (!done.getAsBoolean()) {
        Entry next = entries.peek();
        if (next == null || next.due().isAfter(limit)) {
          return;
        }
        entries.remove();
        if (next.counts()) {
          pending--;
        }
        if (next.due().isAfter(now)) {
          now = next.due();
        }
        next.work().run();
      }
    } finally {
      runner = null;
    }
  }

  private record Entry(Instant due, long sequence, Runnable work, boolean counts) {}
}
