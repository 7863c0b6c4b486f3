package dev.cutoff.adapter.asking;

import dev.cutoff.effect.application.AskingAll.Read;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One read and, where its answer is slow to come, the same once more. The first answer wins and the
 * other is interrupted; a failure counts only where nobody is left who might still answer.
 */
final class Race<T> {
  private final Read<T> read;
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private final List<Thread> threads = new ArrayList<>();
  private int running = 1;
  private boolean over;

  private Race(Read<T> read) {
    this.read = read;
  }

  static <T> Race<T> begin(Read<T> read) {
    Race<T> race = new Race<>(read);
    race.start(race::attempt);
    Duration patience = read.hedgeAfter();
    if (patience != null) {
      race.start(() -> race.hedge(patience));
    }
    return race;
  }

  T answer(long nanos) throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(nanos, TimeUnit.NANOSECONDS);
  }

  /** Nobody is waited for: one that ignores the interrupt is left behind. */
  synchronized void end() {
    over = true;
    for (Thread thread : threads) {
      if (thread != Thread.currentThread()) {
        thread.interrupt();
      }
    }
  }

  private synchronized void start(Runnable what) {
    Thread thread = Thread.ofVirtual().name("asking").unstarted(what);
    threads.add(thread);
    thread.start();
  }

  private void hedge(Duration patience) {
    try {
      answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException slow) {
      if (joins()) {
        attempt();
      }
    } catch (InterruptedException | ExecutionException settled) {
      // Answered, failed or given up: nothing is left to hedge.
    }
  }

  private synchronized boolean joins() {
    if (over || answer.isDone() || !read.mayHedge().getAsBoolean()) {
      return false;
    }
    running++;
    return true;
  }

  private void attempt() {
    try {
      T value = read.question().call();
      if (answer.complete(value)) {
        end();
      }
    } catch (Exception failed) {
      fail(failed);
    } catch (Error bug) {
      answer.completeExceptionally(bug);
      end();
    }
  }

  private synchronized void fail(@Nullable Throwable failed) {
    running--;
    if (running == 0) {
      answer.completeExceptionally(failed);
    }
  }
}
