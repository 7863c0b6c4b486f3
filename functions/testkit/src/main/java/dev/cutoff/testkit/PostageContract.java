package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.postage.application.PostageStops;
import dev.cutoff.postage.application.SpentPostage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PostageStops} and {@link SpentPostage} does.
 *
 * @param <P> both in one
 */
public abstract class PostageContract<P extends PostageStops & SpentPostage> {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Money TEN = Money.of(1_000, "USD");
  private static final Money THREE = Money.of(300, "USD");

  private P postage;

  /** One with nothing in it. */
  protected abstract P fresh();

  @BeforeEach
  void open() {
    postage = fresh();
  }

  @Test
  void a_switch_is_off_until_it_is_lifted() {
    PostageStop carrier = stop(Scope.CARRIER, "swift", "prices are wrong");
    PostageStop node = stop(Scope.NODE, "EAST", "fire drill");
    postage.stop(stop(Scope.CARRIER, "swift", "?"));
    postage.stop(carrier);
    postage.stop(node);
    assertThat(postage.all()).containsExactly(carrier, node);
    postage.lift(Scope.CARRIER, "swift");
    postage.lift(Scope.CARRIER, "swift");
    postage.lift(Scope.STORE, "EAST");
    assertThat(postage.all()).containsExactly(node);
  }

  @Test
  void an_hour_takes_what_its_limit_allows_and_not_a_cent_more() throws Exception {
    assertThat(Together.run(12, number -> postage.spend("all", NOON, THREE, TEN)))
        .filteredOn(spent -> spent)
        .hasSize(3);
    assertThat(postage.spend("all", NOON, Money.of(101, "USD"), TEN)).isFalse();
    assertThat(postage.spend("all", NOON, Money.of(100, "USD"), TEN)).isTrue();
    assertThat(postage.spend("swift", NOON, TEN, TEN)).isTrue();
    assertThat(postage.spend("all", NOON.plus(Duration.ofHours(1)), TEN, TEN)).isTrue();
    assertThat(postage.spend("first", NOON, Money.of(1_001, "USD"), TEN)).isFalse();
    assertThat(postage.spend("first", NOON, Money.of(1, "EUR"), TEN)).isFalse();
  }

  private static PostageStop stop(Scope scope, String id, String why) {
    return new PostageStop(scope, id, why, "ops-lead", NOON);
  }
}
