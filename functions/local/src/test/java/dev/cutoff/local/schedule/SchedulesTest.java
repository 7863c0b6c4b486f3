package dev.cutoff.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.VirtualScheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SchedulesTest {

  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  private final Journal journal = Journal.inMemory();
  private final List<String> inputs = new ArrayList<>();
  private boolean fails;

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void aFunctionIsInvokedAtItsRateWithTheInstantInItsInput() {
    VirtualScheduler scheduler = started(START);
    scheduler.advance(Duration.ofMinutes(3));
    assertThat(inputs)
        .containsExactly(
            "{\"at\":\"2026-11-23T08:01:00Z\"}",
            "{\"at\":\"2026-11-23T08:02:00Z\"}",
            "{\"at\":\"2026-11-23T08:03:00Z\"}");
  }

  @Test
  void aFailureIsFollowedByTheNextRound() {
    fails = true;
    VirtualScheduler scheduler = started(START);
    scheduler.advance(Duration.ofMinutes(2));
    assertThat(inputs).hasSize(2);
  }

  @Test
  void schedulesNeverKeepASimulationFromBeingIdle() {
    VirtualScheduler scheduler = started(START);
    scheduler.runUntilIdle();
    assertThat(inputs).isEmpty();
  }

  @Test
  void whatWasMissedWhileNothingRanIsRunOnceAndThenOnTheOldGrid() {
    started(START).advance(Duration.ofSeconds(90));
    inputs.clear();
    VirtualScheduler later = started(START.plusSeconds(3610));
    later.advance(Duration.ofSeconds(50));
    assertThat(inputs)
        .containsExactly("{\"at\":\"2026-11-23T08:02:00Z\"}", "{\"at\":\"2026-11-23T09:01:00Z\"}");
  }

  private VirtualScheduler started(Instant at) {
    VirtualScheduler scheduler = new VirtualScheduler(1, at);
    Functions functions = new Functions(scheduler);
    functions.register(
        "sweeper",
        () ->
            (in, out, context) -> {
              inputs.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
              if (fails) {
                throw new IllegalStateException("no");
              }
            });
    new Schedules(
            List.of(
                new Schedule(
                    "sweep",
                    Duration.ofMinutes(1),
                    "sweeper",
                    "{\"at\":\"<aws.scheduler.scheduled-time>\"}")),
            journal,
            functions,
            scheduler,
            Tripwire.NONE)
        .start();
    return scheduler;
  }
}
