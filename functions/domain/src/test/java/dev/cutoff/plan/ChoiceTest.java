package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChoiceTest {
  private static final LocalDate PROMISED = LocalDate.parse("2026-11-27");
  private static final Quote AIR = quote("swift", "air", 2_900, 25);
  private static final Quote GROUND = quote("swift", "ground", 1_145, 27);
  private static final Quote PARCEL = quote("parcelway", "parcel", 1_200, 26);
  private static final Quote SLOW = quote("parcelway", "slow", 400, 30);

  @Test
  void theCheapestThatKeepsThePromiseWinsAndNotTheCheapestOfAll() {
    assertThat(choice(false, AIR, SLOW, PARCEL, GROUND).chosen()).contains(GROUND);
  }

  @Test
  void everyCandidateIsInTheReceiptWithItsReasonTheCheapestFirst() {
    List<Receipt.Candidate> candidates = choice(false, AIR, SLOW, PARCEL, GROUND).candidates();
    assertThat(candidates)
        .extracting(Receipt.Candidate::service)
        .containsExactly("slow", "ground", "parcel", "air");
    assertThat(candidates)
        .extracting(Receipt.Candidate::why)
        .containsExactly(
            "too late: arrives 2026-11-30, promised 2026-11-27",
            "cheapest that arrives by 2026-11-27",
            "dearer by USD 0.55",
            "dearer by USD 17.55");
    assertThat(candidates)
        .filteredOn(Receipt.Candidate::chosen)
        .extracting(Receipt.Candidate::service)
        .containsExactly("ground");
  }

  @Test
  void atTheSamePriceTheEarlierAndThenTheNameDecides() {
    Quote later = quote("a", "x", 500, 27);
    Quote earlier = quote("b", "x", 500, 26);
    Quote sameDay = quote("a", "y", 500, 26);
    assertThat(choice(false, later, earlier, sameDay).chosen()).contains(sameDay);
    assertThat(choice(false, sameDay, earlier, later).chosen()).contains(sameDay);
  }

  @Test
  void whereNoneKeepsThePromiseNothingIsChosenUntilAPersonAcceptsItsLoss() {
    Quote slower = quote("swift", "slower", 300, 31);
    Choice strict = choice(false, slower, SLOW);
    assertThat(strict.chosen()).isEmpty();
    assertThat(strict.candidates())
        .hasSize(2)
        .allMatch(candidate -> candidate.why().startsWith("too late"));
    Choice late = choice(true, slower, SLOW);
    assertThat(late.chosen()).as("the earliest, though it is dearer").contains(SLOW);
    assertThat(late.candidates())
        .filteredOn(Receipt.Candidate::chosen)
        .extracting(Receipt.Candidate::why)
        .containsExactly("earliest; late was accepted");
  }

  @Test
  void acceptedLateStillTakesTheCheapestThatIsInTime() {
    assertThat(choice(true, AIR, SLOW, GROUND).chosen()).contains(GROUND);
  }

  @Test
  void onTheVeryDayIsInTime() {
    assertThat(choice(false, quote("a", "x", 1, 27)).chosen()).isPresent();
    assertThat(choice(false, quote("a", "x", 1, 28)).chosen()).isEmpty();
  }

  @Test
  void noQuotesNoChoice() {
    assertThat(choice(true)).isEqualTo(new Choice(Optional.empty(), List.of()));
  }

  private static Choice choice(boolean late, Quote... quotes) {
    return Choice.among(List.of(quotes), PROMISED, late);
  }

  private static Quote quote(String carrier, String service, long cents, int day) {
    Money price = Money.of(cents, "USD");
    return new Quote(
        carrier,
        service,
        service,
        List.of(price),
        price,
        List.of(),
        LocalDate.parse("2026-11-24"),
        LocalDate.of(2026, 11, 1).plusDays(day - 1L),
        0.97);
  }
}
