package dev.cutoff.adapter.asking;

import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.TryAgainLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * All questions at once, each on a virtual thread of its own. At the deadline those without an
 * answer are interrupted and left behind: nobody waits for one that ignores the interrupt. An
 * {@link Error} in a question is a bug and is thrown on.
 */
public final class VirtualThreadsAsking implements AskingAll {

  @Override
  public <T> List<Answer<T>> ask(List<Callable<T>> questions, Duration deadline) {
    return askReads(questions.stream().<Read<T>>map(Read::once).toList(), deadline);
  }

  @Override
  public <T> List<Answer<T>> askReads(List<Read<T>> reads, Duration deadline) {
    long patience = TimeUnit.NANOSECONDS.convert(deadline);
    long start = System.nanoTime();
    List<Race<T>> asked = reads.stream().<Race<T>>map(Race::begin).toList();
    try {
      List<Answer<T>> answers = new ArrayList<>(asked.size());
      for (Race<T> question : asked) {
        long left = Math.max(0, patience - (System.nanoTime() - start));
        answers.add(answerOf(question, left, deadline));
      }
      return List.copyOf(answers);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new TryAgainLater("interrupted while waiting for answers", stopped);
    } finally {
      asked.forEach(Race::end);
    }
  }

  private static <T> Answer<T> answerOf(Race<T> question, long nanos, Duration deadline)
      throws InterruptedException {
    try {
      return new Answer.Answered<>(question.answer(nanos));
    } catch (TimeoutException late) {
      // At once and not only when all are collected: it may hold a connection.
      question.end();
      return new Answer.TimedOut<>(deadline);
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case Exception cause -> new Answer.Failed<>(cause);
        case Error bug -> throw bug;
        case null, default -> new Answer.Failed<>(failed);
      };
    }
  }
}
