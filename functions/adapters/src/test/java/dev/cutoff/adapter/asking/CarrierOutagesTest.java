package dev.cutoff.adapter.asking;

import static dev.cutoff.adapter.asking.LiveCarriers.quote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.testkit.InMemoryLastQuotes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What carriers that are down, slow or closed to us do to the answers of the others: nothing. */
final class CarrierOutagesTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch never = new CountDownLatch(1);
  private final LiveCarriers carriers =
      new LiveCarriers(new VirtualThreadsAsking(), new InMemoryLastQuotes());

  /** Reported: one carrier's outage or auth error kills the rates of all of them. */
  @Test
  void oneCarriersOutageOrAuthErrorDoesNotKillTheRatesOfAllOfThem() {
    carriers
        .throwing("down", NoAnswer.status(500))
        .throwing("closed", NoAnswer.status(401))
        .throwing("broken", new IllegalStateException("<script>what a stranger sent</script>"))
        .charges("swift", 900);

    List<Answer> answers = carriers.ask("down", "closed", "broken", "swift");

    assertThat(answers)
        .extracting(Answer::outcome)
        .containsExactly(
            new Outcome.Missing("answered 500"),
            new Outcome.Missing("did not let us in (401)"),
            new Outcome.Missing("failed: IllegalStateException"),
            new Outcome.Quoted(List.of(quote("swift", "ground", 900))));
    assertThat(answers)
        .extracting(Answer::asked)
        .containsExactly(
            new Receipt.Asked("down", false, "answered 500"),
            new Receipt.Asked("closed", false, "did not let us in (401)"),
            new Receipt.Asked("broken", false, "failed: IllegalStateException"),
            new Receipt.Asked("swift", true, "1 rate"));
  }

  /** Reported: one slow carrier holds up the whole answer. */
  @Test
  void oneSlowCarrierDoesNotHoldUpTheWholeAnswer() {
    carriers
        .does(
            "slow",
            request -> {
              never.await();
              throw new AssertionError("never");
            })
        .charges("swift", 900);

    List<Answer> answers = carriers.ask(SHORT, "slow", "swift");

    assertThat(answers.getFirst().outcome())
        .isEqualTo(new Outcome.Missing("no answer within 270 ms"));
    assertThat(answers.getLast().outcome()).isInstanceOf(Outcome.Quoted.class);
  }

  @Test
  void allAreAskedAtOnce() {
    // Each waits for the other two: asked one by one, nobody would ever answer.
    CyclicBarrier three = new CyclicBarrier(3);
    for (String id : List.of("a", "b", "c")) {
      carriers.does(
          id,
          request -> {
            try {
              three.await();
            } catch (java.util.concurrent.BrokenBarrierException broken) {
              throw new IllegalStateException(broken);
            }
            return new dev.cutoff.carrier.application.CarrierProvider.RateAnswer.Rates(
                List.of(quote(id, "ground", 900)));
          });
    }
    assertThat(carriers.ask("a", "b", "c"))
        .extracting(Answer::outcome)
        .allMatch(Outcome.Quoted.class::isInstance);
  }

  @Test
  void aCarrierThatKeepsFailingIsSkippedAndTheReceiptSaysSo() {
    carriers.throwing("down", NoAnswer.status(503));
    for (int i = 0; i < 5; i++) {
      carriers.ask("down");
    }
    assertThat(carriers.ask("down").getFirst().asked())
        .isEqualTo(
            new Receipt.Asked(
                "down", false, "not asked before 2026-11-24T15:00:30Z: answered 503"));
    assertThat(carriers.calls("down")).isEqualTo(5);
  }

  @Test
  void onceTheTimeIsUpOneQuestionProbesAndAnAnswerLetsTheOthersThrough() {
    carriers.throwing("down", NoAnswer.status(503));
    for (int i = 0; i < 5; i++) {
      carriers.ask("down");
    }
    carriers.clock.advance(Duration.ofSeconds(30));
    carriers.charges("down", 900);

    assertThat(carriers.ask("down", "down"))
        .extracting(answer -> answer.outcome() instanceof Outcome.Quoted)
        .containsExactly(true, false);
    assertThat(carriers.ask("down", "down"))
        .extracting(answer -> answer.outcome() instanceof Outcome.Quoted)
        .containsExactly(true, true);
  }

  @Test
  void anAuthErrorOpensItsOwnBreakerAtOnceAndNoOther() {
    carriers.throwing("closed", NoAnswer.status(403)).charges("swift", 900);

    carriers.ask("closed", "swift");
    List<Answer> answers = carriers.ask("closed", "swift");

    assertThat(answers.getFirst().told()).startsWith("not asked before");
    assertThat(answers.getLast().outcome()).isInstanceOf(Outcome.Quoted.class);
    assertThat(carriers.calls("closed")).isEqualTo(1);
    assertThat(carriers.calls("swift")).isEqualTo(2);
  }

  @Test
  void timeoutsOpenTheBreakerAsFailuresDo() {
    carriers.does(
        "slow",
        request -> {
          never.await();
          throw new AssertionError("never");
        });
    String[] five = {"slow", "slow", "slow", "slow", "slow"};
    carriers.ask(Duration.ofMillis(50), five);
    assertThat(carriers.ask("slow").getFirst().told()).contains("no answer within 45 ms");
    assertThat(carriers.calls("slow")).isEqualTo(5);
  }

  @Test
  void oneSlowAnswerIsAskedForAgainOnceTwentyQuestionsHaveEarnedIt() {
    carriers.charges("swift", 900);
    for (int i = 0; i < 20; i++) {
      carriers.ask("swift");
    }
    java.util.concurrent.atomic.AtomicBoolean first =
        new java.util.concurrent.atomic.AtomicBoolean(true);
    carriers.does(
        "swift",
        request -> {
          if (first.getAndSet(false)) {
            never.await();
          }
          return new dev.cutoff.carrier.application.CarrierProvider.RateAnswer.Rates(
              List.of(quote("swift", "ground", 900)));
        });

    Answer answer = carriers.ask(Duration.ofSeconds(30), "swift").getFirst();

    assertThat(answer.outcome()).isInstanceOf(Outcome.Quoted.class);
    assertThat(carriers.calls("swift")).isEqualTo(22);
  }

  @Test
  void noQuestionsHaveNoAnswers() {
    assertThat(carriers.ask()).isEmpty();
  }
}
