package dev.cutoff.local.meter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;

/** The processor time of one instance of a function, without that of what it calls. */
final class Clock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double NANOS = 1e6;

  private long elsewhere;
  private int depth;

  /** Processor time of this thread, which other load does not lengthen; virtual ones have none. */
  private static long now() {
    return Thread.currentThread().isVirtual()
        ? System.nanoTime()
        : THREADS.getCurrentThreadCpuTime();
  }

  /** Runs something whose time is not the function's. */
  <T> T outside(Callable<T> call) throws Exception {
    long start = now();
    depth++;
    try {
      return call.call();
    } finally {
      depth--;
      if (depth == 0) {
        elsewhere += now() - start;
      }
    }
  }

  long started() {
    elsewhere = 0;
    return now();
  }

  double ownMillis(long started) {
    return (now() - started - elsewhere) / NANOS;
  }
}
