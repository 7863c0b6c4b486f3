package dev.cutoff.adapter.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.AskingAll.Answer;
import dev.cutoff.effect.application.AskingAll.Read;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class HedgedReadsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static final Duration SOON = Duration.ofMillis(10);

  private final AtomicInteger calls = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void aSlowReadIsAskedAgainAndTheFirstAnswerWins() throws Exception {
    assertThat(new VirtualThreadsAsking().askReads(List.of(hedged(this::onlyTheSecond)), LONG))
        .containsExactly(new Answer.Answered<>("answer 2"));
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).as("the other is given up").isTrue();
    assertThat(calls).hasValue(2);
  }

  @Test
  void aReadThatAnswersInTimeIsAskedOnce() {
    AtomicBoolean asked = new AtomicBoolean();
    Read<String> quick =
        new Read<>(() -> "answer " + calls.incrementAndGet(), LONG, () -> asked.getAndSet(true));
    assertThat(new VirtualThreadsAsking().askReads(List.of(quick), LONG))
        .containsExactly(new Answer.Answered<>("answer 1"));
    assertThat(asked).isFalse();
  }

  @Test
  void whereNothingExtraIsAllowedASlowReadIsWaitedFor() {
    CountDownLatch told = new CountDownLatch(1);
    Read<String> slow =
        new Read<>(
            () -> {
              told.await();
              return "answer " + calls.incrementAndGet();
            },
            SOON,
            () -> {
              told.countDown();
              return false;
            });
    assertThat(new VirtualThreadsAsking().askReads(List.of(slow), LONG))
        .containsExactly(new Answer.Answered<>("answer 1"));
  }

  @Test
  void aFailureIsNotAskedAgainAndComesAtOnce() {
    IllegalStateException outage = new IllegalStateException("answered 500");
    Read<String> failing =
        new Read<>(
            () -> {
              calls.incrementAndGet();
              throw outage;
            },
            LONG,
            () -> true);
    assertThat(new VirtualThreadsAsking().askReads(List.of(failing), LONG))
        .containsExactly(new Answer.Failed<>(outage));
    assertThat(calls).hasValue(1);
  }

  @Test
  void aSecondQuestionThatFailsLeavesTheFirstItsChance() {
    CountDownLatch secondFailed = new CountDownLatch(1);
    Callable<String> question =
        () -> {
          if (calls.incrementAndGet() == 1) {
            secondFailed.await();
            return "answer 1";
          }
          secondFailed.countDown();
          throw new IllegalStateException("answered 429");
        };
    assertThat(new VirtualThreadsAsking().askReads(List.of(hedged(question)), LONG))
        .containsExactly(new Answer.Answered<>("answer 1"));
  }

  @Test
  void atTheDeadlineBothAreGivenUp() {
    Callable<String> hanging =
        () -> {
          calls.incrementAndGet();
          never.await();
          return "too late";
        };
    Duration deadline = Duration.ofMillis(200);
    assertThat(new VirtualThreadsAsking().askReads(List.of(hedged(hanging)), deadline))
        .containsExactly(new Answer.TimedOut<>(deadline));
    assertThat(calls).hasValueBetween(1, 2);
  }

  @Test
  void theSimulationNeverAsksTwice() {
    Read<String> read = hedged(() -> "answer " + calls.incrementAndGet());
    assertThat(new OneByOneAsking().askReads(List.of(read, read), LONG))
        .containsExactly(new Answer.Answered<>("answer 1"), new Answer.Answered<>("answer 2"));
  }

  private static Read<String> hedged(Callable<String> question) {
    return new Read<>(question, SOON, () -> true);
  }

  private String onlyTheSecond() throws InterruptedException {
    int call = calls.incrementAndGet();
    if (call == 1) {
      try {
        never.await();
      } catch (InterruptedException givenUp) {
        interrupted.countDown();
        throw givenUp;
      }
    }
    return "answer " + call;
  }
}
