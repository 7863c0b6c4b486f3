package dev.cutoff.audit;

import static dev.cutoff.audit.AbcClass.A;
import static dev.cutoff.audit.AbcClass.B;
import static dev.cutoff.audit.AbcClass.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.merchant.CountRules;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AbcClassTest {
  @Test
  void theFewThatMakeUpEightyPercentAreAAndTheNextFifteenAreB() {
    Map<String, Long> moved =
        Map.of("tee", 500L, "mug", 250L, "cap", 100L, "wax", 80L, "pin", 50L, "bag", 20L);
    // Reached before each: tee 0, mug 50, cap 75, wax 85, pin 93, bag 98 percent.
    assertThat(AbcClass.of(moved, 80, 95))
        .isEqualTo(
            new TreeMap<>(Map.of("tee", A, "mug", A, "cap", A, "wax", B, "pin", B, "bag", C)));
  }

  @Test
  void theOneThatCrossesTheLineIsStillInside() {
    assertThat(AbcClass.of(Map.of("only", 1L), 80, 95)).isEqualTo(Map.of("only", A));
    assertThat(AbcClass.of(Map.of("x", 80L, "y", 20L), 80, 95)).isEqualTo(Map.of("x", A, "y", B));
  }

  @Test
  void whatNeverMovesIsC() {
    assertThat(AbcClass.of(Map.of("x", 10L, "y", 0L), 80, 95)).isEqualTo(Map.of("x", A, "y", C));
    assertThat(AbcClass.of(Map.of("x", 0L, "y", 0L), 80, 95)).isEqualTo(Map.of("x", C, "y", C));
    assertThat(AbcClass.of(Map.<String, Long>of(), 80, 95)).isEmpty();
  }

  @Test
  void equalWeightsAreClassedByNameSoThatEveryRunSaysTheSame() {
    assertThat(AbcClass.of(Map.of("a", 50L, "b", 50L), 50, 95)).isEqualTo(Map.of("a", A, "b", B));
  }

  @Test
  void weightsThatOverflowALongTogetherAreStillClassed() {
    assertThat(AbcClass.of(Map.of("x", Long.MAX_VALUE, "y", Long.MAX_VALUE), 40, 95))
        .isEqualTo(Map.of("x", A, "y", B));
  }

  @Test
  void sharesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> AbcClass.of(Map.of("x", 1L), 90, 80))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountRules(true, 90, 80, 101, 30, 91, 182))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CountRules(true, 0, 80, 95, 30, 91, 182))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
