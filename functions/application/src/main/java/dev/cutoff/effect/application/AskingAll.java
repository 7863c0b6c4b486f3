package dev.cutoff.effect.application;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Several questions at once under one deadline: virtual threads in production, one after another in
 * the simulation.
 */
public interface AskingAll {
  /** One answer for each question, in their order. */
  <T> List<Answer<T>> ask(List<Callable<T>> questions, Duration deadline);

  /**
   * The same for reads that may be asked a second time where the first answer is slow to come; the
   * first answer counts and the other question is given up. Who has one order of events only asks
   * once.
   */
  default <T> List<Answer<T>> askReads(List<Read<T>> reads, Duration deadline) {
    return ask(reads.stream().<Callable<T>>map(Read::question).toList(), deadline);
  }

  /**
   * A question that changes nothing where it is asked.
   *
   * @param hedgeAfter how long its answer is waited for before it is asked again; null where it is
   *     asked once only
   * @param mayHedge asked in that moment; it may cost something to be told yes
   */
  record Read<T>(Callable<T> question, @Nullable Duration hedgeAfter, BooleanSupplier mayHedge) {
    /** One that is asked once only. */
    public static <T> Read<T> once(Callable<T> question) {
      return new Read<>(question, null, () -> false);
    }
  }

  /** How one question ended. */
  sealed interface Answer<T> {
    record Answered<T>(T value) implements Answer<T> {}

    record TimedOut<T>(Duration deadline) implements Answer<T> {}

    record Failed<T>(Exception cause) implements Answer<T> {}
  }
}
