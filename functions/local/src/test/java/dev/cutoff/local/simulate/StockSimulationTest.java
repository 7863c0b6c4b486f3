package dev.cutoff.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.simulate.StockSimulation.Broken;
import dev.cutoff.local.simulate.StockSimulation.Result;
import dev.cutoff.testkit.dynamo.Seam;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./cutoff simulate stock}, and that it finds what is broken. */
final class StockSimulationTest {
  private static final int SEEDS = Integer.getInteger("cutoff.schedules", 20_000);

  @Test
  void no_law_is_broken_by_schedules_of_crashes_duplicates_conflicts_and_turns()
      throws InterruptedException {
    Result result = new StockSimulation(Seam.none(), 2).run(1, SEEDS, ran -> {});
    assertThat(result.broken()).isEmpty();
    assertThat(result.seeds()).isEqualTo(SEEDS);
    assertThat(result.deaths()).isGreaterThan(SEEDS / 10);
    assertThat(result.conflicts()).isGreaterThan(SEEDS / 10);
  }

  @Test
  void units_taken_without_the_condition_are_found() throws InterruptedException {
    assertThat(found(Breaking.withoutTheCondition(), 100)).startsWith("law 1");
  }

  @Test
  void a_conflict_that_is_reported_as_out_of_stock_is_found() throws InterruptedException {
    assertThat(found(Breaking.withConflictsTakenForShortages(), 500)).startsWith("sell-through");
  }

  @Test
  void units_given_back_twice_are_found() throws InterruptedException {
    assertThat(found(Breaking.withReleasesWhateverTheState(), 500)).startsWith("law 2");
  }

  @Test
  void a_count_that_wipes_out_what_moved_since_is_found() throws InterruptedException {
    assertThat(found(Breaking.withCountsThatAreNotRebased(), 1_000)).startsWith("counts");
  }

  @Test
  void two_lines_that_share_a_component_and_are_checked_one_by_one_are_found()
      throws InterruptedException {
    assertThat(found(Breaking.withLinesLookedAtAlone(), 200)).startsWith("law 1");
  }

  @Test
  void equal_seeds_give_equal_histories_and_a_violation_is_told_by_the_smallest_schedule()
      throws InterruptedException {
    StockSimulation simulation = new StockSimulation(Breaking.withoutTheCondition(), 1);
    Broken first = simulation.run(1, 500, ran -> {}).broken().getFirst();
    List<String> told = simulation.told(first.seed());
    assertThat(told).isEqualTo(simulation.told(first.seed()));
    assertThat(told).filteredOn(line -> line.startsWith("client")).hasSizeLessThanOrEqualTo(2);
    assertThat(told).anyMatch(line -> line.contains("BROKEN: law 1"));
  }

  private static String found(Seam broken, int within) throws InterruptedException {
    List<Broken> found = new StockSimulation(broken, 2).run(1, within, ran -> {}).broken();
    assertThat(found).as("found within %d schedules", within).isNotEmpty();
    return found.getFirst().law();
  }
}
