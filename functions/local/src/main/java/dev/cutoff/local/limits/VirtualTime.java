package dev.cutoff.local.limits;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Many callers that block, and no time that passes: each is a thread, one of them runs at a time,
 * and whoever sleeps hands the baton to the next one due. The same work in the same order, always.
 */
public final class VirtualTime {
  private static final Instant START = Instant.parse("2026-11-27T05:00:00Z");

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::nanos).thenComparingLong(Due::sequence));
  private final Semaphore baton = new Semaphore(0);
  private final Map<Thread, Semaphore> callers = new ConcurrentHashMap<>();
  private volatile @Nullable Throwable failure;
  private volatile long nanos;
  private long sequence;

  private record Due(long nanos, long sequence, Semaphore turn) {}

  /** Adds a caller, who begins when those that are due before have had their turn. */
  public void start(Runnable work) {
    Semaphore turn = new Semaphore(0);
    due.add(new Due(nanos, sequence++, turn));
    Thread.ofVirtual()
        .start(() -> {
          turn.acquireUninterruptibly();
          callers.put(Thread.currentThread(), turn);
          try {
            work.run();
          } catch (RuntimeException | Error failed) {
            failure = failed;
          } finally {
            callers.remove(Thread.currentThread());
            baton.release();
          }
        });
  }

  /** Runs until no caller is left. */
  public void run() {
    while (failure == null) {
      Due next = due.poll();
      if (next == null) {
        return;
      }
      nanos = next.nanos();
      next.turn().release();
      baton.acquireUninterruptibly();
    }
    throw new IllegalStateException("a caller failed", failure);
  }

  /** Lets the others go on until then; to be called by a caller. */
  public void sleep(Duration time) {
    Semaphore turn = callers.get(Thread.currentThread());
    if (turn == null) {
      throw new IllegalStateException("not a caller of this time: " + Thread.currentThread());
    }
    due.add(new Due(Math.addExact(nanos, time.toNanos()), sequence++, turn));
    baton.release();
    turn.acquireUninterruptibly();
  }

  /** Since the beginning. */
  public Duration passed() {
    return Duration.ofNanos(nanos);
  }

  public InstantSource clock() {
    return () -> START.plusNanos(nanos);
  }
}
