package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.testkit.ForAll;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No label is paid twice, and none is paid for and lost, whatever the carrier does. */
final class PurchasesTest {
  private static final int AT_ONCE = 100;
  private static final int SEEDS = Integer.getInteger("cutoff.purchases", 10_000) / AT_ONCE;

  @Test
  void tenThousandPurchasesOverAFaultyCarrierAreChargedOnceEach() {
    int[] asked = {0};
    ForAll.seeds(
        SEEDS,
        random -> {
          Purchases purchases = new Purchases(random, AT_ONCE, false);
          purchases.play();
          asked[0] += purchases.carrier.asked();
        });
    assertThat(asked[0]).as("purchases").isGreaterThan(SEEDS * AT_ONCE);
  }

  @Test
  void theSameWithTheProcessKilledBetweenEveryTwoSteps() {
    Set<String> points = new HashSet<>();
    Set<String> diedAt = new HashSet<>();
    ForAll.seeds(
        SEEDS,
        random -> {
          Purchases purchases = new Purchases(random, AT_ONCE, true);
          purchases.play();
          points.addAll(purchases.points);
          diedAt.addAll(purchases.diedAt);
        });
    points.removeIf(
        point -> !point.matches("(before|after) (LabelAttempts|LooseLabels|CarrierProvider).*"));
    assertThat(diedAt).as("where processes died").containsAll(points);
  }
}
