package dev.cutoff.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RepeatingTest {

  @Test
  void equalSeedsGiveEqualHistories() {
    assertThat(histories(11)).isEqualTo(histories(11));
  }

  @Test
  void otherSeedsGiveOtherHistories() {
    assertThat(histories(11)).isNotEqualTo(histories(12));
  }

  private static List<String> histories(long seed) {
    Steps steps = new Steps();
    for (int i = 0; i < 20; i++) {
      steps.fails("Label", new Steps.TryAgain()).fails("RateShop", new Steps.TryAgain());
    }
    List<String> told = new ArrayList<>();
    try (Rig rig = steps.at(new Rig(seed))) {
      for (int i = 0; i < 20; i++) {
        rig.start("o-" + i, "{\"orderId\":\"o\",\"attempt\":1}");
      }
      rig.scheduler.runUntilIdle();
      for (int i = 0; i < 20; i++) {
        // Of stack traces only that they are there: a JVM numbers its lambdas as it likes.
        rig.history("o-" + i).forEach(e -> told.add(e.timestamp() + " " + e.typeAsString()));
      }
      told.addAll(steps.calls);
    }
    return told;
  }
}
