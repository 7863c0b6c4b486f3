package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.sample.Shop;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShipDayTest {
  private static final String NEW_YORK = "America/New_York";
  private static final Carrier EVERY_DAY =
      new Carrier(
          "daily",
          "Daily",
          "ratecard",
          "secret",
          EnumSet.allOf(DayOfWeek.class),
          EnumSet.allOf(DayOfWeek.class),
          List.of());

  @ParameterizedTest
  @CsvSource({
    // 18:00 in Newark is 23:00 UTC: past the cutoff there, and the next day is the next local day.
    "America/New_York, 2026-11-24T23:00:00Z, 2026-11-25",
    // 20:30 on the 24th in New York is already the 25th in UTC.
    "America/New_York, 2026-11-25T01:30:00Z, 2026-11-25",
    "America/Los_Angeles, 2026-11-25T07:59:00Z, 2026-11-25",
    // 09:00 on the 25th in Sydney is still the 24th in UTC.
    "Australia/Sydney, 2026-11-24T22:00:00Z, 2026-11-25",
    "Australia/Sydney, 2026-11-24T05:00:00Z, 2026-11-24",
    "Europe/London, 2026-11-24T15:59:00Z, 2026-11-24",
    "Pacific/Kiritimati, 2026-11-23T10:30:00Z, 2026-11-24",
  })
  void aCutoffComparedInUtcIsOffByADayNearMidnight(String zone, Instant now, String day) {
    assertThat(next(Shop.node("X", zone, Shop.weekdays("16:00")), now).date()).hasToString(day);
  }

  @Test
  void exactlyAtTheCutoffItStillShipsAndAMomentLaterTheNextDay() {
    Node node = Shop.node("EAST", NEW_YORK, Shop.weekdays("16:00"));
    Instant cutoff = Instant.parse("2026-11-24T21:00:00Z");
    assertThat(next(node, cutoff).cutoff()).isEqualTo(cutoff);
    assertThat(next(node, cutoff.plusNanos(1)).cutoff()).isEqualTo("2026-11-25T21:00:00Z");
  }

  @Test
  void saturdayAndSundayAreNotIgnored() {
    Instant fridayEvening = Instant.parse("2026-11-27T22:00:00Z");
    Node weekdays = Shop.node("EAST", NEW_YORK, Shop.weekdays("16:00"));
    assertThat(next(weekdays, fridayEvening).date()).hasToString("2026-11-30");
  }

  @Test
  void eachWeekdayHasItsOwnCutoff() {
    SortedMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    cutoffs.put(DayOfWeek.FRIDAY, LocalTime.of(12, 0));
    cutoffs.put(DayOfWeek.SATURDAY, LocalTime.of(10, 0));
    cutoffs.put(DayOfWeek.MONDAY, LocalTime.of(16, 0));
    Node node = Shop.node("EAST", NEW_YORK, cutoffs);
    assertThat(next(node, "2026-11-27T16:59:00Z").cutoff()).isEqualTo("2026-11-27T17:00:00Z");
    assertThat(next(node, "2026-11-27T17:01:00Z").cutoff()).isEqualTo("2026-11-28T15:00:00Z");
    assertThat(next(node, "2026-11-28T15:01:00Z").cutoff()).isEqualTo("2026-11-30T21:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    // The Sunday of the change in spring and in autumn, and the days around it.
    "America/New_York, 2026-03-07T12:00:00Z, 2026-03-07T21:00:00Z",
    "America/New_York, 2026-03-08T12:00:00Z, 2026-03-08T20:00:00Z",
    "America/New_York, 2026-10-31T12:00:00Z, 2026-10-31T20:00:00Z",
    "America/New_York, 2026-11-01T12:00:00Z, 2026-11-01T21:00:00Z",
    "Europe/London, 2026-03-28T12:00:00Z, 2026-03-28T16:00:00Z",
    "Europe/London, 2026-03-29T12:00:00Z, 2026-03-29T15:00:00Z",
    "Europe/London, 2026-10-24T12:00:00Z, 2026-10-24T15:00:00Z",
    "Europe/London, 2026-10-25T12:00:00Z, 2026-10-25T16:00:00Z",
    "Australia/Sydney, 2026-04-04T02:00:00Z, 2026-04-04T05:00:00Z",
    "Australia/Sydney, 2026-04-05T02:00:00Z, 2026-04-05T06:00:00Z",
    "Australia/Sydney, 2026-10-03T02:00:00Z, 2026-10-03T06:00:00Z",
    "Australia/Sydney, 2026-10-04T02:00:00Z, 2026-10-04T05:00:00Z",
  })
  void fourInTheAfternoonStaysFourOverBothClockChanges(String zone, Instant now, Instant cutoff) {
    assertThat(next(Shop.node("X", zone, Shop.everyDay("16:00")), now).cutoff()).isEqualTo(cutoff);
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-08T05:30:00Z, 2026-03-08T07:00:00Z, 02:30",
    "Europe/London, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z, 01:30",
    "Australia/Sydney, 2026-10-03T15:30:00Z, 2026-10-03T16:00:00Z, 02:30",
  })
  void aCutoffInsideTheSkippedHourIsTheFirstMomentAfterIt(
      String zone, Instant now, Instant cutoff, String time) {
    assertThat(next(Shop.node("X", zone, Shop.everyDay(time)), now).cutoff()).isEqualTo(cutoff);
  }

  @Test
  void aCutoffInsideTheHourThatComesTwiceIsTheFirstOfTheTwo() {
    Node node = Shop.node("EAST", NEW_YORK, Shop.everyDay("01:30"));
    assertThat(next(node, "2026-11-01T05:00:00Z").cutoff()).isEqualTo("2026-11-01T05:30:00Z");
    assertThat(next(node, "2026-11-01T06:00:00Z").date()).hasToString("2026-11-02");
  }

  @Test
  void aNodeWithoutCutoffsNeverShips() {
    Node node = Shop.node("SHOW", NEW_YORK, new TreeMap<>());
    assertThat(days(node, Instant.parse("2026-11-24T12:00:00Z"))).isEmpty();
  }

  @Test
  void aNodeThatShipsOnceAWeekShipsNextWeekAfterItsCutoff() {
    Node node =
        Shop.node(
            "X", NEW_YORK, new TreeMap<>(java.util.Map.of(DayOfWeek.TUESDAY, LocalTime.NOON)));
    assertThat(next(node, "2026-11-24T17:00:01Z").date()).hasToString("2026-12-01");
  }

  private static ShipDay next(Node node, String now) {
    return next(node, Instant.parse(now));
  }

  private static ShipDay next(Node node, Instant now) {
    return days(node, now).getFirst();
  }

  /** To a carrier that collects every day. */
  private static List<ShipDay> days(Node node, Instant now) {
    return ShipDays.next(node, EVERY_DAY, Holidays.NONE, Workload.NONE, now, 1);
  }
}
