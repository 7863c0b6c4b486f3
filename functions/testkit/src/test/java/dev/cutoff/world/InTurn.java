package dev.cutoff.world;

import dev.cutoff.effect.application.AskingAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks one after another; who throws {@link Hangs} is one that did not answer in time. */
public final class InTurn implements AskingAll {
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
