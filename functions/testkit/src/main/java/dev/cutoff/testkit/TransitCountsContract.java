package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.TransitCount;
import dev.cutoff.plan.TransitCount.Lane;
import dev.cutoff.plan.application.TransitCounts;
import dev.cutoff.plan.application.TransitCounts.Delivery;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TransitCounts} does. */
public abstract class TransitCountsContract {
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final Lane LANE = lane("ground", "5", "EAST", DayOfWeek.MONDAY);

  private TransitCounts counts;

  /** One with nothing in it. */
  protected abstract TransitCounts fresh();

  @BeforeEach
  void open() {
    counts = fresh();
  }

  @Test
  void shipments_of_a_lane_add_up_by_their_days() {
    counts.count(delivery(1, LANE, MONDAY, 2));
    counts.count(delivery(2, LANE, MONDAY, 2));
    counts.count(delivery(3, LANE, MONDAY.plusWeeks(1), 4));
    assertThat(counts.of("swift", MONDAY)).containsExactly(count(LANE, Map.of(2, 2L, 4, 1L)));
  }

  @Test
  void a_delivery_that_is_told_again_counts_once() {
    counts.count(delivery(1, LANE, MONDAY, 2));
    counts.count(delivery(1, LANE, MONDAY, 2));
    counts.count(delivery(1, LANE, MONDAY, 3));
    assertThat(counts.of("swift", MONDAY)).containsExactly(count(LANE, Map.of(2, 1L)));
  }

  @Test
  void told_by_many_at_once_it_counts_once_and_others_are_not_lost() {
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        Delivery one = delivery(1 + i % 10, LANE, MONDAY, 2);
        var _ = many.submit(() -> counts.count(one));
      }
    }
    assertThat(counts.of("swift", MONDAY)).containsExactly(count(LANE, Map.of(2, 10L)));
  }

  @Test
  void each_service_zone_node_and_weekday_is_a_lane_of_its_own_and_each_carrier_its_own() {
    Lane air = lane("air", "5", "EAST", DayOfWeek.MONDAY);
    Lane far = lane("ground", "8", "EAST", DayOfWeek.MONDAY);
    Lane west = lane("ground", "5", "WEST", DayOfWeek.MONDAY);
    Lane friday = lane("ground", "5", "EAST", DayOfWeek.FRIDAY);
    int number = 0;
    for (Lane lane : java.util.List.of(LANE, air, far, west, friday)) {
      counts.count(delivery(++number, lane, MONDAY, number));
    }
    assertThat(counts.of("swift", MONDAY))
        .containsExactlyInAnyOrder(
            count(LANE, Map.of(1, 1L)),
            count(air, Map.of(2, 1L)),
            count(far, Map.of(3, 1L)),
            count(west, Map.of(4, 1L)),
            count(friday, Map.of(5, 1L)));
    assertThat(counts.of("swif", MONDAY)).isEmpty();
    assertThat(counts.of("parcelway", MONDAY)).isEmpty();
  }

  @Test
  void quarters_before_that_of_the_day_are_left_out() {
    counts.count(delivery(1, LANE, LocalDate.parse("2026-09-30"), 9));
    counts.count(delivery(2, LANE, LocalDate.parse("2026-10-01"), 2));
    counts.count(delivery(3, LANE, LocalDate.parse("2027-01-04"), 2));
    assertThat(counts.of("swift", MONDAY)).containsExactly(count(LANE, Map.of(2, 2L)));
    assertThat(counts.of("swift", LocalDate.parse("2026-07-01")))
        .containsExactly(count(LANE, Map.of(2, 2L, 9, 1L)));
  }

  private static Lane lane(String service, String zone, String node, DayOfWeek handOver) {
    return new Lane(service, zone, new NodeId(node), handOver);
  }

  private static Delivery delivery(int number, Lane lane, LocalDate handedOver, int days) {
    return new Delivery(
        new ShipmentId("SHP-DTC-" + number + "-1"),
        "swift",
        lane,
        handedOver,
        handedOver.plusDays(days).atTime(15, 0).toInstant(ZoneOffset.UTC),
        days);
  }

  private static TransitCount count(Lane lane, Map<Integer, Long> shipments) {
    return new TransitCount(lane, new TreeMap<>(shipments));
  }
}
