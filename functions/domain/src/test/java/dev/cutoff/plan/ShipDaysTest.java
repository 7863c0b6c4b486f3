package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.NodeHours;
import dev.cutoff.sample.Calendars;
import dev.cutoff.sample.Shop;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShipDaysTest {
  /** Four in the afternoon from Monday to Friday. */
  private static final Node EAST = Shop.node("EAST", "America/New_York", Shop.weekdays("16:00"));

  /** Tuesday, seven in the morning in New York; Thursday is Thanksgiving. */
  private static final Instant TUESDAY = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void theHandOversToComeTheSoonestFirstAndNoMoreThanWereAskedFor() {
    assertThat(days(EAST, Calendars.SWIFT, 5))
        .containsExactly("2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30");
    assertThat(days(EAST, Calendars.SWIFT, 1)).containsExactly("2026-11-24");
  }

  @Test
  void thirtyDaysAheadAreLookedAt() {
    assertThat(days(EAST, Calendars.DAILY, 100)).hasSize(23).endsWith("2026-12-24");
  }

  @Test
  void saturdayAndSundayOfACarrierAreNotIgnored() {
    Node everyDay = Shop.node("EAST", "America/New_York", Shop.everyDay("16:00"));
    Carrier sixDays =
        Calendars.carrier(
            "six", EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY), CarrierLimits.NONE);
    assertThat(days(everyDay, Calendars.SWIFT, 5)).endsWith("2026-11-27", "2026-11-30");
    assertThat(days(everyDay, sixDays, 6)).endsWith("2026-11-28", "2026-11-30");
    assertThat(days(everyDay, Calendars.DAILY, 6)).endsWith("2026-11-28", "2026-11-29");
  }

  @Test
  void oneCutoffForAllCarriersIsNotEnough() {
    Node node =
        Calendars.with(
            EAST,
            Calendars.changing(
                Map.of(
                    "swift",
                    new TreeMap<>(
                        Map.of(
                            DayOfWeek.TUESDAY, LocalTime.of(6, 30),
                            DayOfWeek.WEDNESDAY, LocalTime.of(18, 0))))));
    // Past on Tuesday, and on every weekday that is not named it does not come.
    assertThat(next(node, Calendars.SWIFT, 2))
        .extracting(ShipDay::cutoff)
        .containsExactly(
            Instant.parse("2026-11-25T23:00:00Z"), Instant.parse("2026-12-01T11:30:00Z"));
    assertThat(next(node, Calendars.DAILY, 1))
        .extracting(ShipDay::cutoff)
        .containsExactly(Instant.parse("2026-11-24T21:00:00Z"));
  }

  @Test
  void cutoffsByEffectiveDateBeginAndEndWithTheirDays() {
    NodeHours.Change peak = change("2026-11-25", "2026-11-27", "20:00");
    assertThat(cutoffs(peak))
        .containsExactly(
            "2026-11-24T21:00:00Z",
            "2026-11-26T01:00:00Z",
            "2026-11-27T01:00:00Z",
            "2026-11-28T01:00:00Z",
            "2026-11-30T21:00:00Z");
  }

  @Test
  void ofTwoChangesTheOneThatBeganLastIsInForce() {
    NodeHours.Change season = change("2026-11-01", null, "18:00");
    NodeHours.Change friday = change("2026-11-27", "2026-11-27", "12:00");
    List<String> expected =
        List.of(
            "2026-11-24T23:00:00Z",
            "2026-11-25T23:00:00Z",
            "2026-11-26T23:00:00Z",
            "2026-11-27T17:00:00Z",
            "2026-11-30T23:00:00Z");
    assertThat(cutoffs(season, friday)).isEqualTo(expected);
    assertThat(cutoffs(friday, season)).isEqualTo(expected);
  }

  @Test
  void aChangeTakesThePlaceOfACarriersOwnCutoffsToo() {
    Node node =
        Calendars.with(
            EAST,
            Calendars.changing(
                Map.of("swift", Shop.weekdays("10:00")), change("2026-11-25", null, "20:00")));
    assertThat(next(node, Calendars.SWIFT, 2))
        .extracting(ShipDay::cutoff)
        .containsExactly(
            Instant.parse("2026-11-24T15:00:00Z"), Instant.parse("2026-11-26T01:00:00Z"));
  }

  @Test
  void aClosedDayAndAPublicHolidayOfTheNodeShipNothing() {
    Node node = Calendars.with(EAST, Calendars.closed("US", "2026-11-25"));
    assertThat(
            ShipDays.next(
                node,
                Calendars.SWIFT,
                Calendars.holidays("US", "2026-11-26"),
                Workload.NONE,
                TUESDAY,
                3))
        .extracting(day -> day.date().toString())
        .containsExactly("2026-11-24", "2026-11-27", "2026-11-30");
  }

  @Test
  void aCarrierDoesNotCollectOnItsOwnHolidaysThoughTheNodeIsOpen() {
    Carrier carrier = Calendars.weekdays("swift", Calendars.rests("US", "2026-11-24"));
    assertThat(
            ShipDays.next(
                EAST, carrier, Calendars.holidays("US", "2026-11-26"), Workload.NONE, TUESDAY, 2))
        .extracting(day -> day.date().toString())
        .containsExactly("2026-11-25", "2026-11-27");
  }

  @Test
  void anotherCountrysHolidayClosesNothing() {
    Node node = Calendars.with(EAST, Calendars.closed("US"));
    assertThat(
            ShipDays.next(
                node,
                Calendars.SWIFT,
                Calendars.holidays("DE", "2026-11-24"),
                Workload.NONE,
                TUESDAY,
                1))
        .extracting(day -> day.date().toString())
        .containsExactly("2026-11-24");
  }

  @Test
  void whatTakesLongerThanIsLeftUntilTheCutoffShipsTheNextDay() {
    Node node = Calendars.with(EAST, Calendars.processing(Duration.ofMinutes(90)));
    Instant last = Instant.parse("2026-11-24T19:30:00Z");
    assertThat(first(node, Workload.NONE, last).date()).isEqualTo("2026-11-24");
    assertThat(first(node, Workload.NONE, last).releaseBy()).isEqualTo(last);
    assertThat(first(node, Workload.NONE, last.plusNanos(1)).date()).isEqualTo("2026-11-25");
  }

  @Test
  void aNodeWithADaysWorkBeforeItIsNotJudgedByTheClockAlone() {
    Node node = Calendars.with(EAST, Calendars.counted(null, 40));
    Workload work = Calendars.everyDay(Map.of("swift", 70, "daily", 30));
    Instant last = Instant.parse("2026-11-24T18:30:00Z");
    assertThat(first(node, work, last).releaseBy()).isEqualTo(last);
    assertThat(first(node, work, last).cutoff()).isEqualTo("2026-11-24T21:00:00Z");
    assertThat(first(node, work, last.plusNanos(1)).date()).isEqualTo("2026-11-25");
  }

  @Test
  void aNodeThatIsFullTodayShipsTomorrow() {
    Node node = Calendars.with(EAST, Calendars.counted(100, null));
    Workload full = new OnlyOn(LocalDate.of(2026, 11, 24), Map.of("swift", 60, "daily", 40));
    Workload almost = new OnlyOn(LocalDate.of(2026, 11, 24), Map.of("swift", 60, "daily", 39));
    assertThat(first(node, full, TUESDAY).date()).isEqualTo("2026-11-25");
    assertThat(first(node, almost, TUESDAY).date()).isEqualTo("2026-11-24");
  }

  @Test
  void aCarrierAtItsShareOfTheDayTakesNoMore() {
    Carrier half = Calendars.weekdays("swift", Calendars.atMost(50, null));
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(first(half, new OnlyOn(today, Map.of()))).isEqualTo("2026-11-24");
    assertThat(first(half, new OnlyOn(today, Map.of("swift", 1)))).isEqualTo("2026-11-25");
    assertThat(first(half, new OnlyOn(today, Map.of("swift", 5, "daily", 5))))
        .isEqualTo("2026-11-24");
    assertThat(first(half, new OnlyOn(today, Map.of("swift", 6, "daily", 5))))
        .isEqualTo("2026-11-25");
  }

  @Test
  void aCarriersDailyVolumeCountsOverAllNodes() {
    Carrier small = Calendars.weekdays("swift", Calendars.atMost(null, 10));
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(first(small, new OnlyOn(today, Map.of("swift", 9)))).isEqualTo("2026-11-24");
    assertThat(first(small, new OnlyOn(today, Map.of("swift", 10)))).isEqualTo("2026-11-25");
  }

  @Test
  void whereNobodyCountsNobodyIsAsked() {
    Workload neverAsked =
        new Workload() {
          @Override
          public Map<String, Integer> byCarrier(NodeId node, LocalDate day) {
            throw new AssertionError("asked for " + node);
          }

          @Override
          public int overAllNodes(String carrier, LocalDate day) {
            throw new AssertionError("asked for " + carrier);
          }
        };
    assertThat(ShipDays.next(EAST, Calendars.SWIFT, Holidays.NONE, neverAsked, TUESDAY, 9))
        .hasSize(9);
  }

  @Test
  void aNodeWithoutCutoffsNeverShips() {
    Node node = Shop.node("SHOW", "America/New_York", new TreeMap<>());
    assertThat(next(node, Calendars.SWIFT, 9)).isEmpty();
  }

  /** Parcels of one day. */
  private record OnlyOn(LocalDate only, Map<String, Integer> parcels) implements Workload {
    @Override
    public Map<String, Integer> byCarrier(NodeId node, LocalDate day) {
      return day.equals(only) ? parcels : Map.of();
    }

    @Override
    public int overAllNodes(String carrier, LocalDate day) {
      return day.equals(only) ? parcels.getOrDefault(carrier, 0) : 0;
    }
  }

  private static NodeHours.Change change(String from, @Nullable String until, String time) {
    return new NodeHours.Change(
        LocalDate.parse(from),
        until == null ? null : LocalDate.parse(until),
        Shop.weekdays(time),
        Map.of());
  }

  private static List<String> cutoffs(NodeHours.Change... changes) {
    Node node = Calendars.with(EAST, Calendars.changing(Map.of(), changes));
    return next(node, Calendars.SWIFT, 5).stream().map(day -> day.cutoff().toString()).toList();
  }

  private static List<String> days(Node node, Carrier carrier, int most) {
    return next(node, carrier, most).stream().map(day -> day.date().toString()).toList();
  }

  private static List<ShipDay> next(Node node, Carrier carrier, int most) {
    return ShipDays.next(node, carrier, Holidays.NONE, Workload.NONE, TUESDAY, most);
  }

  private static ShipDay first(Node node, Workload workload, Instant now) {
    return ShipDays.next(node, Calendars.SWIFT, Holidays.NONE, workload, now, 1).getFirst();
  }

  private static LocalDate first(Carrier carrier, Workload workload) {
    return ShipDays.next(EAST, carrier, Holidays.NONE, workload, TUESDAY, 1).getFirst().date();
  }
}
