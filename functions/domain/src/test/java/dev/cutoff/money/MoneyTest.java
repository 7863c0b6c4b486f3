package dev.cutoff.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "12.50, USD, 1250",
    "'  7 ', USD, 700",
    "-0.01, USD, -1",
    "1.5e3, USD, 150000",
    "100, JPY, 100",
    "1.234, BHD, 1234",
    "12.5000, USD, 1250",
  })
  void aDecimalIsReadInTheMinorUnitsOfItsCurrency(String decimal, String currency, long minor) {
    assertThat(Money.parse(decimal, currency)).contains(Money.of(minor, currency));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "abc",
        "NaN",
        "Infinity",
        "1,50",
        "$5",
        "0x10",
        "1.005",
        "12.5.0",
        "--1",
        "1e19",
        "999999999999999999",
        "0.0000000000000000000000001"
      })
  void whatIsNoAmountOrFinerThanACentIsNotReadAsOne(String decimal) {
    assertThat(Money.parse(decimal, "USD")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e999999999", "1e2147483647", "12e2147483646", "1e-2147483647", "-1e2147483645"})
  void anAbsurdExponentIsRefusedAtOnce(String decimal) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          assertThat(Money.parse(decimal, "USD")).isEmpty();
          assertThat(Money.parse(decimal, "JPY")).isEmpty();
        });
  }

  @Test
  void aPriceOfAMillionDigitsDoesNotKeepTheIntakeBusyForHalfAMinute() {
    String digits = "9".repeat(1_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(2), () -> assertThat(Money.parse(digits, "USD")).isEmpty());
  }

  @Test
  void aCurrencyThatDoesNotExistOrHasNoMinorUnitHasNoAmounts() {
    assertThat(Money.parse("1", "DOLLAR")).isEmpty();
    assertThat(Money.parse("10", "XXX")).isEmpty();
    assertThatThrownBy(() -> Money.zero("DOLLAR")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sumsThatOverflowAreErrorsAndNeverWrapAround() {
    Money most = Money.of(Long.MAX_VALUE, "USD");
    Money one = Money.of(1, "USD");
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(Long.MIN_VALUE, "USD").minus(one))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.basisPoints(1)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void twoCurrenciesAreNeverAddedOrCompared() {
    Money dollars = Money.of(1, "USD");
    Money euros = Money.of(1, "EUR");
    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.compareTo(euros)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 750, 75",
    "1, 5000, 1",
    "1, 4999, 0",
    "333, 1000, 33",
    "-1, 5000, 0",
    "-3, 5000, -1"
  })
  void aShareIsRoundedHalfUp(long amount, long points, long share) {
    assertThat(Money.of(amount, "USD").basisPoints(points)).isEqualTo(Money.of(share, "USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "1250, USD, USD 12.50",
    "5, USD, USD 0.05",
    "-5, USD, USD -0.05",
    "100, JPY, JPY 100"
  })
  void peopleSeeTheCurrencyAndAllItsDigits(long amount, String currency, String shown) {
    assertThat(Money.of(amount, currency).display()).isEqualTo(shown);
  }

  @Test
  void whatIsShownIsReadBackAsTheSame() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      Money money = Money.of(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), "USD");
      String decimal = money.display().substring("USD ".length());
      assertThat(Money.parse(decimal, "USD")).isEqualTo(Optional.of(money));
    }
  }
}
