package dev.cutoff.adapter.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.AskingAll.Answer;
import dev.cutoff.effect.application.TryAgainLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AskingAllTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMillis(50);

  private final CountDownLatch never = new CountDownLatch(1);

  static List<AskingAll> both() {
    return List.of(new VirtualThreadsAsking(), new OneByOneAsking());
  }

  @ParameterizedTest
  @MethodSource("both")
  void answersComeInTheOrderOfTheQuestions(AskingAll asking) {
    assertThat(asking.<String>ask(List.of(() -> "a", () -> "b", () -> "c"), LONG))
        .containsExactly(
            new Answer.Answered<>("a"), new Answer.Answered<>("b"), new Answer.Answered<>("c"));
  }

  @ParameterizedTest
  @MethodSource("both")
  void oneCarriersOutageDoesNotKillTheRatesOfTheOthers(AskingAll asking) {
    IllegalStateException outage = new IllegalStateException("answered 500");

    List<Answer<String>> answers =
        asking.ask(
            List.of(
                () -> {
                  throw outage;
                },
                () -> "9.80"),
            LONG);

    assertThat(answers).containsExactly(new Answer.Failed<>(outage), new Answer.Answered<>("9.80"));
  }

  @ParameterizedTest
  @MethodSource("both")
  void anErrorIsABugAndIsThrownOn(AskingAll asking) {
    List<Callable<String>> questions =
        List.of(
            () -> {
              throw new AssertionError("a bug");
            },
            () -> "9.80");

    assertThatThrownBy(() -> asking.ask(questions, LONG))
        .isInstanceOf(AssertionError.class)
        .hasMessage("a bug");
  }

  @ParameterizedTest
  @MethodSource("both")
  void noQuestionsHaveNoAnswers(AskingAll asking) {
    assertThat(asking.<String>ask(List.of(), LONG)).isEmpty();
  }

  @Test
  void oneSlowCarrierDoesNotHoldUpTheWholeAnswer() {
    CountDownLatch interrupted = new CountDownLatch(1);
    Callable<String> slow =
        () -> {
          try {
            never.await();
            return "too late";
          } catch (InterruptedException told) {
            interrupted.countDown();
            throw told;
          }
        };

    List<Answer<String>> answers =
        new VirtualThreadsAsking().ask(List.of(slow, () -> "9.80"), SHORT);

    assertThat(answers)
        .containsExactly(new Answer.TimedOut<>(SHORT), new Answer.Answered<>("9.80"));
    assertThat(comes(interrupted)).as("the slow one is interrupted").isTrue();
  }

  @Test
  void aQuestionThatIgnoresInterruptsIsNotWaitedFor() {
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger interrupts = new AtomicInteger();
    Callable<String> deaf =
        () -> {
          while (released.getCount() > 0) {
            try {
              released.await();
            } catch (InterruptedException ignored) {
              interrupts.incrementAndGet();
            }
          }
          return "too late";
        };

    long start = System.nanoTime();
    List<Answer<String>> answers = new VirtualThreadsAsking().ask(List.of(deaf, deaf, deaf), SHORT);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    released.countDown();

    assertThat(answers).hasSize(3).allMatch(new Answer.TimedOut<String>(SHORT)::equals);
    assertThat(took).as("one deadline for all").isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void allAreAskedAtOnce() {
    // Each waits for the other four: asked one by one, nobody would ever answer.
    CyclicBarrier five = new CyclicBarrier(5);
    List<Callable<String>> questions = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      questions.add(() -> {
        five.await();
        return "met";
      });
    }

    assertThat(new VirtualThreadsAsking().ask(questions, LONG))
        .hasSize(5)
        .allMatch(new Answer.Answered<>("met")::equals);
  }

  @Test
  void anInterruptedCallerIsToldToTryAgainAndStaysInterrupted() {
    Callable<String> slow =
        () -> {
          never.await();
          return "too late";
        };
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> new VirtualThreadsAsking().ask(List.of(slow), LONG))
        .isInstanceOf(TryAgainLater.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theSimulationAsksOnItsOwnThreadAndKnowsNoDeadline() {
    Thread simulator = Thread.currentThread();
    List<Callable<Thread>> questions = List.of(Thread::currentThread, Thread::currentThread);

    assertThat(new OneByOneAsking().ask(questions, Duration.ZERO))
        .containsExactly(new Answer.Answered<>(simulator), new Answer.Answered<>(simulator));
  }

  private static boolean comes(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
