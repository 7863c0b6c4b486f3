package dev.cutoff.adapter.asking;

import dev.cutoff.effect.application.AskingAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * One question after the other on the calling thread and without a deadline, so that a simulated
 * run has one order of events only.
 */
public final class OneByOneAsking implements AskingAll {

  @Override
  public <T> List<Answer<T>> ask(List<Callable<T>> questions, Duration deadline) {
    List<Answer<T>> answers = new ArrayList<>(questions.size());
    for (Callable<T> question : questions) {
      answers.add(answerOf(question));
    }
    return List.copyOf(answers);
  }

  private static <T> Answer<T> answerOf(Callable<T> question) {
    try {
      return new Answer.Answered<>(question.call());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Answer.Failed<>(stopped);
    } catch (Exception failed) {
      return new Answer.Failed<>(failed);
    }
  }
}
