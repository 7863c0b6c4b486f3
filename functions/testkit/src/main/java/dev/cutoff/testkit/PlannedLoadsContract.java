package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.application.PlannedLoads;
import dev.cutoff.plan.application.PlannedLoads.Load;
import dev.cutoff.plan.application.PlannedLoads.State;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link PlannedLoads} does. */
public abstract class PlannedLoadsContract {
  private static final NodeId EAST = new NodeId("EAST");
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final Load FIRST = load("SHP-DTC-1-1", MONDAY, "p1");

  private PlannedLoads loads;

  /** One with nothing in it. */
  protected abstract PlannedLoads fresh();

  @BeforeEach
  void open() {
    loads = fresh();
  }

  @Test
  void what_was_planned_twice_counts_once_with_all_that_it_says() {
    loads.record(FIRST);
    loads.record(FIRST);
    assertThat(loads.from(EAST, MONDAY)).containsExactly(FIRST);
  }

  @Test
  void a_node_knows_its_own_from_the_day_on_by_day() {
    Load later = load("SHP-DTC-1-2", MONDAY.plusDays(2), "p1");
    Load next = load("SHP-DTC-2-1", MONDAY.plusDays(1), "p2");
    loads.record(later);
    loads.record(FIRST);
    loads.record(next);
    assertThat(loads.from(EAST, MONDAY)).containsExactly(FIRST, next, later);
    assertThat(loads.from(EAST, MONDAY.plusDays(1))).containsExactly(next, later);
    assertThat(loads.from(EAST, MONDAY.plusDays(3))).isEmpty();
    assertThat(loads.from(new NodeId("EAST2"), MONDAY)).isEmpty();
    assertThat(loads.from(new NodeId("EAS"), MONDAY)).isEmpty();
  }

  @Test
  void another_plan_takes_the_place_of_the_one_before() {
    loads.record(FIRST);
    loads.record(done(FIRST));
    Load again = load("SHP-DTC-1-1", MONDAY, "p2");
    loads.record(again);
    assertThat(loads.from(EAST, MONDAY)).containsExactly(again);
  }

  @Test
  void what_is_called_off_counts_no_more_however_late_its_own_plan_is_recorded() {
    loads.record(FIRST);
    loads.record(off(FIRST));
    loads.record(off(FIRST));
    assertThat(loads.from(EAST, MONDAY)).isEmpty();
    loads.record(FIRST);
    loads.record(done(FIRST));
    assertThat(loads.from(EAST, MONDAY)).isEmpty();

    Load second = load("SHP-DTC-1-2", MONDAY, "p1");
    loads.record(off(second));
    loads.record(second);
    assertThat(loads.from(EAST, MONDAY)).isEmpty();
  }

  @Test
  void what_is_done_stays_done_however_late_its_own_plan_is_recorded() {
    loads.record(done(FIRST));
    loads.record(FIRST);
    assertThat(loads.from(EAST, MONDAY)).containsExactly(done(FIRST));
    loads.record(off(FIRST));
    assertThat(loads.from(EAST, MONDAY)).isEmpty();
  }

  @Test
  void the_end_of_an_older_plan_changes_nothing_of_the_newer() {
    Load newer = load("SHP-DTC-1-1", MONDAY, "p2");
    loads.record(newer);
    loads.record(off(FIRST));
    loads.record(done(FIRST));
    assertThat(loads.from(EAST, MONDAY)).containsExactly(newer);
  }

  private static Load load(String shipment, LocalDate day, String plan) {
    return new Load(EAST, day, new ShipmentId(shipment), "swift", 2, State.PLANNED, plan);
  }

  private static Load done(Load load) {
    return in(load, State.DONE);
  }

  private static Load off(Load load) {
    return in(load, State.CALLED_OFF);
  }

  private static Load in(Load load, State state) {
    return new Load(
        load.node(),
        load.day(),
        load.shipment(),
        load.carrier(),
        load.parcels(),
        state,
        load.plan());
  }
}
