package dev.cutoff.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class VirtualSchedulerTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final VirtualScheduler scheduler = new VirtualScheduler(1, START);
  private final List<String> done = new ArrayList<>();

  @Test
  void worksRunByDueTimeAndThenInTheOrderTheyWereAskedFor() {
    work("c", 2);
    work("a", 1);
    work("b", 1);
    scheduler.runUntilIdle();
    assertThat(done).containsExactly("a@1", "b@1", "c@2");
  }

  @Test
  void idlenessDoesNotWaitForGuardsButTimePassesOverThem() {
    scheduler.guard(START.plusSeconds(5), () -> done.add("guard"));
    work("a", 1);
    scheduler.runUntilIdle();
    assertThat(done).containsExactly("a@1");
    assertThat(scheduler.now()).isEqualTo(START.plusSeconds(1));
    work("b", 10);
    scheduler.runUntilIdle();
    assertThat(done).containsExactly("a@1", "guard", "b@10");
  }

  @Test
  void advancingRunsWhatIsDueAndStopsAtTheInstant() {
    work("a", 1);
    work("b", 61);
    scheduler.advance(Duration.ofMinutes(1));
    assertThat(done).containsExactly("a@1");
    assertThat(scheduler.now()).isEqualTo(START.plusSeconds(60));
  }

  @Test
  void whatIsDueInThePastRunsNow() {
    scheduler.advance(Duration.ofSeconds(10));
    work("late", 1);
    scheduler.runUntilIdle();
    assertThat(done).containsExactly("late@10");
  }

  @Test
  void runningUntilAConditionSaysWhetherItCame() {
    work("a", 1);
    work("b", 2);
    assertThat(scheduler.runUntil(() -> done.contains("a@1"), START.plusSeconds(9))).isTrue();
    assertThat(scheduler.now()).isEqualTo(START.plusSeconds(1));
    assertThat(scheduler.runUntil(() -> done.contains("z"), START.plusSeconds(1))).isFalse();
    assertThat(done).hasSize(1);
  }

  @Test
  void equalSeedsDrawEqualNumbers() {
    assertThat(new VirtualScheduler(9, START).random().longs(5).toArray())
        .isEqualTo(new VirtualScheduler(9, START).random().longs(5).toArray());
  }

  @Test
  void anotherThreadThatSchedulesIntoARunningSimulationIsRefused() {
    scheduler.at(
        START,
        () ->
            assertThatThrownBy(() -> CompletableFuture.runAsync(() -> work("x", 1)).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("one thread"));
    scheduler.runUntilIdle();
    assertThat(done).isEmpty();
  }

  private void work(String name, int second) {
    scheduler.at(
        START.plusSeconds(second),
        () -> done.add(name + "@" + Duration.between(START, scheduler.now()).toSeconds()));
  }
}
