package dev.cutoff.testkit;

import dev.cutoff.effect.application.TryAgainLater;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Many threads that start in the same instant. */
public final class Together {
  private static final int PATIENCE = 200;

  private Together() {}

  /** Runs the task once for each number from 0, all at once, and waits for all. */
  public static <T> List<T> run(int threads, IntFunction<T> task) throws Exception {
    CyclicBarrier gun = new CyclicBarrier(threads);
    try (ExecutorService runners = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> running = new ArrayList<>();
      for (int number = 0; number < threads; number++) {
        int mine = number;
        Callable<T> run =
            () -> {
              gun.await();
              return task.apply(mine);
            };
        running.add(runners.submit(run));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    }
  }

  /** Asks again where the answer is "try again later", as every caller of a port does. */
  public static <T> T patiently(Supplier<T> call) {
    for (int tries = 1; tries < PATIENCE; tries++) {
      try {
        return call.get();
      } catch (TryAgainLater busy) {
        Thread.onSpinWait();
      }
    }
    return call.get();
  }

  /** The same for what answers nothing. */
  public static void patiently(Runnable call) {
    Together.<Boolean>patiently(() -> {
      call.run();
      return true;
    });
  }
}
