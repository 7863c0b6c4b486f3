package dev.cutoff.acceptance.histories;

import dev.cutoff.local.time.Scheduler;
import dev.cutoff.local.time.VirtualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/** The virtual clock, on which a call takes no time unless it says how long it would have taken. */
final class FunctionsThatTakeTime implements Scheduler {
  private final VirtualScheduler clock;
  private Duration taken = Duration.ZERO;

  FunctionsThatTakeTime(VirtualScheduler clock) {
    this.clock = clock;
  }

  void takes(Duration time) {
    taken = time;
  }

  @Override
  public <T> T within(Duration limit, Callable<T> work) throws Exception {
    taken = Duration.ZERO;
    T done = work.call();
    if (taken.compareTo(limit) > 0) {
      throw new TimeoutException();
    }
    return done;
  }

  @Override
  public InstantSource clock() {
    return clock.clock();
  }

  @Override
  public void at(Instant due, Runnable work) {
    clock.at(due, work);
  }

  @Override
  public void guard(Instant due, Runnable work) {
    clock.guard(due, work);
  }

  @Override
  public RandomGenerator random() {
    return clock.random();
  }

  @Override
  public boolean interleaves() {
    return clock.interleaves();
  }

  @Override
  public void close() {
    clock.close();
  }
}
