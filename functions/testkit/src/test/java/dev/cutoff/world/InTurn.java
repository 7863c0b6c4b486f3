package dev.cutoff.world;

import dev.cutoff.effect.application.AskingAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks one after another; who throws {@link Hangs} is one that did not answer in time. */
public final class InTurn implements AskingAll {
  private boolean everyReadTwice;

  /** No answer within the deadline. */
  public static final class Hangs extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public <T> List<Answer<T>> ask(List<Callable<T>> questions, Duration deadline) {
    List<Answer<T>> answers = new ArrayList<>();
    for (Callable<T> question : questions) {
      answers.add(one(question, deadline));
    }
    return answers;
  }

  /** From now on every read that may be hedged is: the worst that a slow carrier can do. */
  public void hedgeEveryRead() {
    everyReadTwice = true;
  }

  @Override
  public <T> List<Answer<T>> askReads(List<Read<T>> reads, Duration deadline) {
    if (everyReadTwice) {
      reads.stream()
          .filter(read -> read.hedgeAfter() != null)
          .forEach(read -> one(read.question(), deadline));
    }
    return AskingAll.super.askReads(reads, deadline);
  }

  private static <T> Answer<T> one(Callable<T> question, Duration deadline) {
    try {
      return new Answer.Answered<>(question.call());
    } catch (Hangs hangs) {
      return new Answer.TimedOut<>(deadline);
    } catch (Exception failed) {
      return new Answer.Failed<>(failed);
    }
  }
}
