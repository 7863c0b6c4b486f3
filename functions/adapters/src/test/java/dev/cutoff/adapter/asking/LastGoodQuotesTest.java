package dev.cutoff.adapter.asking;

import static dev.cutoff.adapter.asking.LiveCarriers.DAY;
import static dev.cutoff.adapter.asking.LiveCarriers.quote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.money.Money;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.plan.application.LastQuotes;
import dev.cutoff.testkit.InMemoryLastQuotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What takes the place of a price that does not come. */
final class LastGoodQuotesTest {
  private final InMemoryLastQuotes last = new InMemoryLastQuotes();
  private final LiveCarriers carriers = new LiveCarriers(new OneByOneAsking(), last);

  /** Reported: no rate, no checkout; no fallback when the rate server itself is down. */
  @Test
  void whenTheRateServerItselfIsDownThePricesItSaidLastTakeTheirPlace() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.clock.advance(Duration.ofHours(5));
    carriers.throwing("swift", NoAnswer.unreachable());

    Answer answer = carriers.ask("swift").getFirst();

    assertThat(answer.outcome())
        .isEqualTo(
            new Outcome.LastGood(
                List.of(quote("swift", "ground", 900)), Duration.ofHours(5), "can't be reached"));
    assertThat(answer.told()).isEqualTo("can't be reached; 1 last good rates, 5 h old");
    assertThat(answer.asked().answered()).isFalse();
  }

  @Test
  void garbageIsReplacedByWhatWasGoodBefore() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.charges("swift", -900);
    assertThat(carriers.ask("swift").getFirst().outcome()).isInstanceOf(Outcome.LastGood.class);
  }

  @Test
  void aCarrierThatIsNotAskedAtAllIsAnsweredForAsWell() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.throwing("swift", NoAnswer.status(401));
    carriers.ask("swift");
    Answer answer = carriers.ask("swift").getFirst();
    assertThat(answer.outcome()).isInstanceOf(Outcome.LastGood.class);
    assertThat(answer.told()).startsWith("not asked before");
  }

  @Test
  void anotherDayOfHandOverArrivesAfterAsManyDaysOfDelivery() {
    // Tuesday to Thursday: two days of delivery. From Friday on that is Tuesday.
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.throwing("swift", NoAnswer.unreachable());

    Answer answer =
        carriers
            .ask(LiveCarriers.DEADLINE, LiveCarriers.oneParcel(DAY.plusDays(3)), "swift")
            .getFirst();

    assertThat(answer.outcome())
        .isEqualTo(
            new Outcome.LastGood(
                List.of(
                    quote(
                        "swift",
                        "ground",
                        List.of(Money.of(900, "USD")),
                        DAY.plusDays(3),
                        DAY.plusDays(7))),
                Duration.ZERO,
                "can't be reached"));
  }

  @Test
  void anotherPlaceOrWeightKnowsNothingOfIt() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.throwing("swift", NoAnswer.unreachable());
    assertThat(
            List.of(
                carriers.ask(
                    LiveCarriers.DEADLINE, LiveCarriers.request("10001", DAY, 540), "swift"),
                carriers.ask(
                    LiveCarriers.DEADLINE, LiveCarriers.request("90012", DAY, 1_540), "swift"),
                carriers.ask(
                    LiveCarriers.DEADLINE, LiveCarriers.request("90012", DAY, 540, 540), "swift")))
        .allSatisfy(answers ->
            assertThat(answers.getFirst().outcome())
                .isEqualTo(new Outcome.Missing("can't be reached")));
    assertThat(
            carriers
                .ask(LiveCarriers.DEADLINE, LiveCarriers.request("90099", DAY, 990), "swift")
                .getFirst()
                .outcome())
        .as("the same three digits, the same half kilogram")
        .isInstanceOf(Outcome.LastGood.class);
  }

  @Test
  void afterTwoWeeksWhatWasGoodIsForgotten() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    carriers.throwing("swift", NoAnswer.unreachable());
    carriers.clock.advance(LastQuotes.KEPT.plusSeconds(1));
    assertThat(carriers.ask("swift").getFirst().outcome()).isInstanceOf(Outcome.Missing.class);
  }

  @Test
  void theSamePriceIsWrittenOnceADayAndAChangedOneAtOnce() {
    carriers.charges("swift", 900);
    for (int i = 0; i < 50; i++) {
      carriers.ask("swift");
      carriers.clock.advance(Duration.ofMinutes(10));
    }
    assertThat(last.writes()).isEqualTo(1);
    assertThat(last.reads()).isEqualTo(1);

    carriers.charges("swift", 910);
    carriers.ask("swift");
    assertThat(last.writes()).isEqualTo(2);

    carriers.clock.advance(Duration.ofDays(1));
    carriers.ask("swift");
    assertThat(last.writes()).isEqualTo(3);
  }

  @Test
  void anotherProcessReadsBeforeItWrites() {
    carriers.charges("swift", 900);
    carriers.ask("swift");
    LiveCarriers another = new LiveCarriers(new OneByOneAsking(), last).charges("swift", 900);
    another.ask("swift");
    assertThat(last.writes()).isEqualTo(1);
  }

  @Test
  void aTableThatDoesNotAnswerCostsNobodyAnAnswer() {
    LastQuotes broken =
        new LastQuotes() {
          @Override
          public Optional<Known> find(Lane lane, Instant now) {
            throw new IllegalStateException("throttled");
          }

          @Override
          public void save(Lane lane, Known known) {
            throw new IllegalStateException("throttled");
          }
        };
    LiveCarriers without =
        new LiveCarriers(new OneByOneAsking(), broken)
            .charges("swift", 900)
            .throwing("down", NoAnswer.garbled());
    assertThat(without.ask("swift", "down"))
        .extracting(Answer::outcome)
        .containsExactly(
            new Outcome.Quoted(List.of(quote("swift", "ground", 900))),
            new Outcome.Missing("answered what nobody can read"));
  }
}
