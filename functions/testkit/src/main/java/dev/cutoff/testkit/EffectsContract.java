package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.effect.application.Effects.Claim;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Effects} does. */
public abstract class EffectsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String KEY = "DTC-90412#SHP-DTC-90412-1-1#shipped#email";

  private Effects effects;

  /** One with nothing in it. */
  protected abstract Effects fresh();

  @BeforeEach
  void open() {
    effects = fresh();
  }

  @Test
  void the_first_goes_ahead_and_the_second_is_in_doubt() {
    assertThat(effects.claim(KEY, NOON)).isEqualTo(Claim.FIRST);
    assertThat(effects.claim(KEY, NOON.plusSeconds(1))).isEqualTo(Claim.IN_DOUBT);
    assertThat(effects.claim(KEY + "x", NOON)).isEqualTo(Claim.FIRST);
  }

  @Test
  void what_is_done_is_done_for_ever() {
    effects.claim(KEY, NOON);
    effects.done(KEY, "message 17", NOON.plusSeconds(1));
    assertThat(effects.claim(KEY, NOON.plusSeconds(2))).isEqualTo(Claim.DONE);
    effects.release(KEY);
    assertThat(effects.claim(KEY, NOON.plusSeconds(3))).isEqualTo(Claim.DONE);
  }

  @Test
  void what_surely_did_not_happen_may_be_tried_again() {
    effects.claim(KEY, NOON);
    effects.release(KEY);
    effects.release(KEY);
    assertThat(effects.claim(KEY, NOON.plusSeconds(1))).isEqualTo(Claim.FIRST);
  }

  @Test
  void done_is_kept_even_where_nobody_claimed_it() {
    effects.done(KEY, "found in the store", NOON);
    assertThat(effects.claim(KEY, NOON)).isEqualTo(Claim.DONE);
  }

  @Test
  void only_what_is_done_is_known_as_done() {
    assertThat(effects.isDone(KEY)).isFalse();
    effects.claim(KEY, NOON);
    assertThat(effects.isDone(KEY)).isFalse();
    effects.done(KEY, "message 17", NOON.plusSeconds(1));
    assertThat(effects.isDone(KEY)).isTrue();
  }

  @Test
  void the_last_try_in_vain_is_kept_with_its_reason_and_claims_nothing() {
    assertThat(effects.failure(KEY)).isEmpty();
    effects.failed(KEY, "answered 503", NOON);
    effects.failed(KEY, "the store has cancelled this order", NOON.plusSeconds(45));
    assertThat(effects.failure(KEY))
        .contains(new Effects.Failure("the store has cancelled this order", NOON.plusSeconds(45)));
    assertThat(effects.isDone(KEY)).isFalse();
    assertThat(effects.claim(KEY, NOON)).isEqualTo(Claim.FIRST);
    effects.done(KEY, "message 17", NOON.plusSeconds(60));
    assertThat(effects.failure(KEY)).isPresent();
    assertThat(effects.failure(KEY + "x")).isEmpty();
  }

  @Test
  void of_many_in_one_instant_exactly_one_goes_ahead() throws Exception {
    assertThat(Together.run(20, number -> effects.claim(KEY, NOON)))
        .filteredOn(claim -> claim == Claim.FIRST)
        .hasSize(1);
  }
}
