package dev.cutoff.local.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime();
  private final List<String> said = new ArrayList<>();

  @Test
  void callersGoOnInTheOrderInWhichTheyAreDue() {
    caller("slow", 30);
    caller("quick", 20);
    time.run();
    assertThat(said)
        .containsExactly("slow 0", "quick 0", "quick 20", "slow 30", "quick 40", "slow 60");
  }

  @Test
  void whoIsDueAtTheSameInstantGoesInTheOrderOfAsking() {
    caller("first", 10);
    caller("second", 10);
    time.run();
    assertThat(said)
        .containsExactly("first 0", "second 0", "first 10", "second 10", "first 20", "second 20");
  }

  @Test
  void callersMayStartOthersAndAnHourTakesNoTime() {
    time.start(() -> {
      time.sleep(Duration.ofHours(1));
      caller("late", 1);
    });
    time.run();
    assertThat(time.passed()).isEqualTo(Duration.ofHours(1).plusMillis(2));
  }

  @Test
  void theFailureOfACallerIsTold() {
    time.start(() -> {
      throw new IllegalStateException("broken");
    });
    assertThatThrownBy(time::run).hasRootCauseMessage("broken");
  }

  @Test
  void nobodyElseMaySleepInIt() {
    assertThatThrownBy(() -> time.sleep(Duration.ofMillis(1))).hasMessageContaining("not a caller");
  }

  private void caller(String name, int millis) {
    time.start(() -> {
      for (int i = 0; i < 3; i++) {
        said.add(name + " " + time.passed().toMillis());
        if (i < 2) {
          time.sleep(Duration.ofMillis(millis));
        }
      }
    });
  }
}
