package dev.cutoff.effect.application;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Several questions at once under one deadline: virtual threads in production, one after another in
 * the simulation.
 */
public interface AskingAll {
  /** One answer for each question, in their order. */
  <T> List<Answer<T>> ask(List<Callable<T>> questions, Duration deadline);

  /** How one question ended. */
  sealed interface Answer<T> {
    record Answered<T>(T value) implements Answer<T> {}

    record TimedOut<T>(Duration deadline) implements Answer<T> {}

    record Failed<T>(Exception cause) implements Answer<T> {}
  }
}
