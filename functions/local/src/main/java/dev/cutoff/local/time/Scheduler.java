package dev.cutoff.local.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;

/**
 * Where everything that happens later is put; engine, queues and schedules are written once over
 * it.
 */
public interface Scheduler extends AutoCloseable {

  InstantSource clock();

  /** Runs the work when it is due, or as soon as possible after. */
  void at(Instant due, Runnable work);

  /** As {@link #at}, for what only watches over something else: idleness does not wait for it. */
  void guard(Instant due, Runnable work);

  RandomGenerator random();

  /**
   * Whether work is to be handed back after each step, so that many chains interleave in one order.
   */
  boolean interleaves();

  /** Calls the work and gives up on it after the limit, where real time passes. */
  <T> T within(Duration limit, Callable<T> work) throws Exception, TimeoutException;

  default Instant now() {
    return clock().instant();
  }

  @Override
  void close();
}
