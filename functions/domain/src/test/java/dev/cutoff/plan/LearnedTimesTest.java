package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.money.Money;
import dev.cutoff.plan.TransitCount.Lane;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LearnedTimesTest {
  private static final Offset<Double> EXACTLY = Offset.offset(1e-9);
  private static final Zone NEAR = zone("2", 1);
  private static final Zone FAR = zone("8", 4);
  private static final Service GROUND =
      new Service(
          "ground",
          "Ground",
          Set.of("US"),
          5_000,
          20_000,
          1_500,
          0.9,
          List.of(
              new RateCard(LocalDate.parse("2026-01-01"), null, List.of(NEAR, FAR), List.of())));
  private static final Lane LANE = lane("8", "EAST", DayOfWeek.MONDAY);

  @Test
  void whereNothingWasSeenTheFileCounts() {
    assertThat(times()).isEqualTo(TransitTimes.ofFile(GROUND, FAR));
  }

  @Test
  void aFewMoveLittleAndManyDecide() {
    assertThat(times(count(LANE, 6, 5)).within(4)).isEqualTo(0.9 * 50 / 55, EXACTLY);
    assertThat(times(count(LANE, 6, 5_000)).within(4)).isLessThan(0.01);
    assertThat(times(count(LANE, 4, 5_000)).within(4)).isGreaterThan(0.999);
  }

  @Test
  void theLaneOnItsWeekdayOutweighsOtherWeekdaysNodesAndZones() {
    TransitCount otherDay = count(lane("8", "EAST", DayOfWeek.FRIDAY), 6, 100);
    TransitCount otherNode = count(lane("8", "WEST", DayOfWeek.MONDAY), 6, 100);
    TransitCount otherZone = count(lane("2", "EAST", DayOfWeek.MONDAY), 3, 100);
    for (TransitCount other : List.of(otherDay, otherNode, otherZone)) {
      assertThat(times(other).within(4)).isEqualTo(0.9 / 3, EXACTLY);
      double known = 0.9 / 3;
      assertThat(times(other, count(LANE, 4, 100)).within(4))
          .isEqualTo((known * 50 + 100) / 150, EXACTLY);
    }
  }

  @Test
  void aLaneThatNeverWentLearnsFromItsZoneAndThatFromItsService() {
    TransitCount zone = count(lane("8", "WEST", DayOfWeek.MONDAY), 4, 200);
    TransitCount service = count(lane("2", "WEST", DayOfWeek.MONDAY), 3, 200);
    assertThat(times(service).within(4)).isEqualTo(0.9 * 50 / 250, EXACTLY);
    assertThat(times(service, zone).within(4))
        .isEqualTo((0.9 * 50 / 250 * 50 + 200) / 250, EXACTLY);
  }

  @Test
  void anotherZoneTellsHowLateItWasAndNotHowFar() {
    // One day to the near zone as said is four days to the far one as said.
    assertThat(times(count(lane("2", "EAST", DayOfWeek.MONDAY), 1, 5_000)).within(4))
        .isGreaterThan(0.999);
  }

  @Test
  void aZoneThatNoCardKnowsAnyMoreTeachesNothing() {
    assertThat(times(count(lane("old", "EAST", DayOfWeek.MONDAY), 9, 5_000)))
        .isEqualTo(TransitTimes.ofFile(GROUND, FAR));
  }

  @Test
  void sharesStayShares() {
    TransitTimes times =
        times(
            count(LANE, 6, 7),
            count(lane("2", "WEST", DayOfWeek.FRIDAY), 0, 3),
            count(lane("8", "WEST", DayOfWeek.FRIDAY), 30, 11));
    assertThat(times.shares().values().stream().mapToDouble(Double::doubleValue).sum())
        .isEqualTo(1, EXACTLY);
  }

  private static TransitTimes times(TransitCount... seen) {
    return LearnedTimes.of(GROUND, FAR, LANE, List.of(seen));
  }

  private static TransitCount count(Lane lane, int days, long many) {
    return new TransitCount(lane, new TreeMap<>(Map.of(days, many)));
  }

  private static Lane lane(String zone, String node, DayOfWeek handOver) {
    return new Lane("ground", zone, new NodeId(node), handOver);
  }

  private static Zone zone(String id, int days) {
    return new Zone(id, 1_000, Set.of(), days, new TreeMap<>(Map.of(1_000L, Money.of(900, "USD"))));
  }
}
