package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageBalance;
import dev.cutoff.postage.application.PostageBalances;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PostageBalances} does. */
public abstract class BalancesContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private PostageBalances balances;

  /** One with nothing in it. */
  protected abstract PostageBalances fresh();

  @BeforeEach
  void open() {
    balances = fresh();
  }

  @Test
  void the_newest_of_each_account_is_there_by_account() {
    PostageBalance silent = PostageBalance.unknown("usps", NOON);
    PostageBalance swift = PostageBalance.unknown("swift", NOON).read(dollars(40), NOON);
    balances.save(silent);
    balances.save(swift);
    assertThat(balances.all()).containsExactly(swift, silent);

    PostageBalance later = swift.told().read(dollars(30), NOON.plus(Duration.ofHours(1)));
    balances.save(later);
    assertThat(balances.all()).containsExactly(later, silent);
  }

  @Test
  void a_day_of_readings_fits() {
    PostageBalance day = PostageBalance.unknown("usps", NOON);
    for (int hour = 0; hour < 30; hour++) {
      day = day.read(dollars(1_000 - hour), NOON.plus(Duration.ofHours(hour)));
    }
    balances.save(day);
    assertThat(balances.all()).containsExactly(day);
    assertThat(day.readings()).hasSize(25);
  }

  private static Money dollars(long amount) {
    return Money.of(amount * 100, "USD");
  }
}
