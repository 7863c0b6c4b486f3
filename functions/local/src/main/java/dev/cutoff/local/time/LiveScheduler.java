package dev.cutoff.local.time;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The real clock: a bounded number of works at once, and timers that survive a sleeping laptop. */
public final class LiveScheduler implements Scheduler {

  private static final long TICK_MILLIS = 1000;
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::sequence));
  private final Object lock = new Object();
  private final ExecutorService pool;
  private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
  private final InstantSource clock;
  private final RandomGenerator random = new SecureRandom();
  private final Consumer<Throwable> failures;
  private long sequence;
  private long inWork;
  private boolean closed;

  /** What a work throws goes to {@code failures}, and the next work runs. */
  public LiveScheduler(int worksAtOnce, Consumer<Throwable> failures) {
    this(worksAtOnce, InstantSource.system(), failures);
  }

  /** By another clock than the machine's, which goes on as that does but may be set. */
  public LiveScheduler(int worksAtOnce, InstantSource clock, Consumer<Throwable> failures) {
    this.clock = clock;
    this.failures = failures;
    this.pool =
        Executors.newFixedThreadPool(
            worksAtOnce, Thread.ofPlatform().daemon().name("work-", 1).factory());
    Thread.ofPlatform().daemon().name("timer").start(this::tick);
  }

  /** As many works at once as let others wait for the disk, and as few as leave room for calls. */
  public LiveScheduler(Consumer<Throwable> failures) {
    this(4 * Runtime.getRuntime().availableProcessors(), failures);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void at(Instant due, Runnable work) {
    synchronized (lock) {
      if (!closed) {
        entries.add(new Entry(due, sequence++, work));
        lock.notifyAll();
      }
    }
  }

  @Override
  public void guard(Instant due, Runnable work) {
    at(due, work);
  }

  @Override
  public boolean interleaves() {
    return false;
  }

  @Override
  public <T> T within(Duration limit, Callable<T> work) throws Exception {
    Future<T> future = calls.submit(work);
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    } catch (TimeoutException | InterruptedException e) {
      future.cancel(true);
      throw e;
    }
  }

  /** Starts no new work, waits a little for what runs, then interrupts it. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      entries.clear();
      lock.notifyAll();
    }
    pool.shutdown();
    try {
      if (!pool.awaitTermination(GRACE.toSeconds(), TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
    calls.shutdownNow();
  }

  private void tick() {
    synchronized (lock) {
      while (!closed) {
        try {
          Entry next = entries.peek();
          if (next == null) {
            lock.wait(TICK_MILLIS);
          } else if (next.due().isAfter(clock.instant())) {
            // Never longer than a tick: the machine may sleep, and the wall clock may be set.
            lock.wait(
                Math.clamp(
                    Duration.between(clock.instant(), next.due()).toMillis() + 1, 1, TICK_MILLIS));
          } else {
            entries.remove();
            inWork++;
            pool.execute(() -> run(next.work()));
          }
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  // Whatever it is, it must not end the thread that the next work needs.
  private void run(Runnable work) {
    try {
      work.run();
    } catch (Throwable e) {
      if (!isClosed()) {
        failures.accept(e);
      }
    } finally {
      synchronized (lock) {
        inWork--;
      }
    }
  }

  /** Whether nothing runs and nothing is due; what is put off for later may still come. */
  public boolean isIdle() {
    synchronized (lock) {
      Entry next = entries.peek();
      return inWork == 0 && (next == null || next.due().isAfter(clock.instant()));
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  private record Entry(Instant due, long sequence, Runnable work) {}
}
