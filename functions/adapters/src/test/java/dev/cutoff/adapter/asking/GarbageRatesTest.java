package dev.cutoff.adapter.asking;

import static dev.cutoff.adapter.asking.LiveCarriers.DAY;
import static dev.cutoff.adapter.asking.LiveCarriers.quote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.testkit.InMemoryLastQuotes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes no sense is a reason in words, and costs nobody else an answer. */
final class GarbageRatesTest {
  private final InMemoryLastQuotes last = new InMemoryLastQuotes();
  private final LiveCarriers carriers = new LiveCarriers(new OneByOneAsking(), last);

  static Stream<Arguments> garbage() {
    List<Money> usd = List.of(Money.of(900, "USD"));
    return Stream.of(
        Arguments.of(
            quote("odd", "ground", List.of(Money.of(900, "EUR")), DAY, DAY),
            "ground: priced in EUR, not in USD"),
        Arguments.of(quote("odd", "ground", -1), "ground: a price below zero"),
        Arguments.of(
            quote("odd", "teleport", 900), "'teleport': no such service in the merchant file"),
        Arguments.of(quote("odd", "<b>\n", 900), "'?b??': no such service in the merchant file"),
        Arguments.of(
            quote("odd", "ground", usd, DAY.minusDays(1), DAY), "ground: a date in the past"),
        Arguments.of(
            quote("odd", "ground", usd, DAY, DAY.minusDays(1)), "ground: a date in the past"),
        Arguments.of(
            quote("odd", "ground", usd, DAY, DAY.plusYears(9_000)),
            "ground: delivered after more than 366 days"),
        Arguments.of(quote("odd", "ground", List.of(), DAY, DAY), "ground: 0 prices for 1 parcels"),
        Arguments.of(quote("swift", "ground", 900), "ground: a price of another carrier"),
        Arguments.of(
            new Quote("odd", "ground", "", usd, usd.getFirst(), List.of(), DAY, DAY, Double.NaN),
            "ground: a chance that is none"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void whatMakesNoSenseIsAReasonInWordsAndTheOthersKeepTheirAnswers(Quote odd, String words) {
    carriers.says("odd", odd).charges("swift", 900);

    List<Answer> answers = carriers.ask("odd", "swift");

    assertThat(answers.getFirst().outcome())
        .isEqualTo(new Outcome.Missing("nothing usable: " + words));
    assertThat(answers.getLast().outcome())
        .isEqualTo(new Outcome.Quoted(List.of(quote("swift", "ground", 900))));
  }

  @Test
  void onePriceThatMakesNoSenseLeavesTheOtherPricesOfTheSameCarrier() {
    carriers.says("odd", quote("odd", "teleport", 1), quote("odd", "ground", 900));

    Answer answer = carriers.ask("odd").getFirst();

    assertThat(answer.outcome())
        .isEqualTo(new Outcome.Quoted(List.of(quote("odd", "ground", 900))));
    assertThat(answer.told())
        .isEqualTo("1 rate; left out: 'teleport': no such service in the merchant file");
  }

  /** Reported: an empty rate list with status 200 for an overweight or foreign parcel. */
  @Test
  void anEmptyRateListWithStatus200ForAnOverweightOrForeignParcelIsAnAnswerWithAReason() {
    carriers.charges("strict", 900);
    carriers.ask("strict");
    carriers.says("strict");

    Answer answer =
        carriers
            .ask(LiveCarriers.DEADLINE, LiveCarriers.request("90012", DAY, 31_250), "strict")
            .getFirst();

    assertThat(answer.outcome())
        .isEqualTo(new Outcome.NoRates("has no price for a parcel of 31.2 kg to US"));
    assertThat(answer.asked().answered()).isTrue();
  }

  @Test
  void aCarrierThatSaysNoIsNotAnsweredForWithItsPricesOfYesterday() {
    carriers.charges("strict", 900);
    carriers.ask("strict");
    carriers.does("strict", request -> new RateAnswer.NoRates("too heavy"));

    assertThat(carriers.ask("strict").getFirst().outcome())
        .isEqualTo(new Outcome.NoRates("too heavy"));
  }

  @Test
  void aProviderThatBreaksItsOwnRecordsIsOneThatDidNotAnswer() {
    carriers.does(
        "odd",
        request ->
            new RateAnswer.Rates(java.util.Arrays.asList(quote("odd", "ground", 1), nothing())));
    assertThat(carriers.ask("odd").getFirst().outcome())
        .isEqualTo(new Outcome.Missing("failed: NullPointerException"));
  }

  @SuppressWarnings("NullAway") // What a careless provider would do.
  private static Quote nothing() {
    return null;
  }
}
