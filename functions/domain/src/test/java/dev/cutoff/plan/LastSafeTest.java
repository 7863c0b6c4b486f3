package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.sample.Calendars;
import dev.cutoff.sample.Shop;
import dev.cutoff.stock.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LastSafeTest {
  private static final Node EAST = Shop.node("EAST", "America/New_York", Shop.weekdays("16:00"));
  private static final Node WEST =
      Calendars.with(
          Shop.node("WEST", "America/Los_Angeles", Shop.weekdays("14:00")),
          Calendars.processing(Duration.ofHours(1)));
  private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

  @Test
  void theFastestServiceOfANodeDecidesAndEachNodeHasItsOwnMoment() {
    assertThat(
            of(
                MONDAY,
                FRIDAY,
                lane(EAST, Calendars.SWIFT, 4, 2),
                lane(EAST, Calendars.DAILY, 3),
                lane(WEST, Calendars.SWIFT, 1)))
        .isEqualTo(
            Map.of(
                new NodeId("EAST"),
                Instant.parse("2026-11-25T21:00:00Z"),
                new NodeId("WEST"),
                Instant.parse("2026-11-26T21:00:00Z")));
  }

  @Test
  void aNodeThatCannotKeepItAnyMoreIsMissing() {
    Instant wednesdayEvening = Instant.parse("2026-11-25T21:00:00.000000001Z");
    assertThat(of(wednesdayEvening, FRIDAY, lane(EAST, Calendars.SWIFT, 2))).isEmpty();
    assertThat(of(wednesdayEvening, FRIDAY, lane(EAST, Calendars.SWIFT))).isEmpty();
    assertThat(of(wednesdayEvening, FRIDAY)).isEmpty();
  }

  @Test
  void toTheVeryMomentItCanStillBeKept() {
    Instant last = Instant.parse("2026-11-25T21:00:00Z");
    assertThat(of(last, FRIDAY, lane(EAST, Calendars.SWIFT, 2)))
        .containsEntry(new NodeId("EAST"), last);
  }

  @Test
  void aHolidayOnTheWayMakesTheLastMomentEarlier() {
    Carrier carrier = Calendars.weekdays("swift", Calendars.rests("US"));
    assertThat(
            LastSafe.of(
                List.of(lane(EAST, carrier, 2)),
                Calendars.holidays("US", "2026-11-26"),
                Workload.NONE,
                MONDAY,
                FRIDAY))
        .containsEntry(new NodeId("EAST"), Instant.parse("2026-11-24T21:00:00Z"));
  }

  @Test
  void workBeforeItMakesTheLastMomentEarlier() {
    Node node = Calendars.with(EAST, Calendars.counted(null, 10));
    assertThat(
            LastSafe.of(
                List.of(lane(node, Calendars.SWIFT, 2)),
                Holidays.NONE,
                Calendars.everyDay(Map.of("swift", 45)),
                MONDAY,
                FRIDAY))
        .containsEntry(new NodeId("EAST"), Instant.parse("2026-11-25T16:30:00Z"));
  }

  @Test
  void aDayThatLooksFarOffIsSafeUntilShortlyBeforeIt() {
    assertThat(of(MONDAY, LocalDate.of(2027, 2, 26), lane(EAST, Calendars.SWIFT, 2)))
        .containsEntry(new NodeId("EAST"), Instant.parse("2027-02-24T21:00:00Z"));
  }

  /** What one moment earlier is a hand-over in time is one of the hand-overs that are named. */
  @Test
  void theLastMomentIsTheLastOfTheHandOversThatArriveInTime() {
    for (int hours = 0; hours < 24 * 14; hours++) {
      Instant now = MONDAY.plus(Duration.ofHours(hours));
      LocalDate by = now.atZone(EAST.zone()).toLocalDate().plusDays(6);
      Instant last =
          ShipDays.next(EAST, Calendars.SWIFT, Holidays.NONE, Workload.NONE, now, 30).stream()
              .filter(day ->
                  !DeliveryDays.after(Calendars.SWIFT, Holidays.NONE, day.date(), 2).isAfter(by))
              .map(ShipDay::releaseBy)
              .reduce((one, other) -> other)
              .orElseThrow();
      assertThat(of(now, by, lane(EAST, Calendars.SWIFT, 2)))
          .containsEntry(new NodeId("EAST"), last);
    }
  }

  private static LastSafe.Lane lane(Node node, Carrier carrier, Integer... transitDays) {
    return new LastSafe.Lane(node, carrier, Arrays.asList(transitDays));
  }

  private static Map<NodeId, Instant> of(Instant now, LocalDate by, LastSafe.Lane... lanes) {
    return LastSafe.of(Arrays.asList(lanes), Holidays.NONE, Workload.NONE, now, by);
  }
}
