package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Node;
import dev.cutoff.sample.Calendars;
import dev.cutoff.sample.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every day of five years, over ten clock changes, against a reckoning that knows no local times:
 * it walks the time line in steps of a quarter of an hour and reads the clock on the wall.
 */
final class CutoffsInZonesTest {
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final List<String> TIMES =
      List.of("00:00", "00:30", "01:30", "02:00", "02:15", "02:30", "03:00", "16:00", "23:45");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Chicago",
        "America/Phoenix",
        "America/Los_Angeles",
        "America/St_Johns",
        "Europe/London",
        "Europe/Berlin",
        "Asia/Kolkata",
        // Half past two comes after two: its clocks change by half an hour.
        "Australia/Lord_Howe",
        "Australia/Sydney",
        // Its clocks change at midnight: some days begin at one.
        "Africa/Cairo",
        "Pacific/Kiritimati",
        "Pacific/Honolulu",
      })
  void aCutoffIsThatTimeOnTheWallOfTheNodeOnEveryDay(String zone) {
    for (String time : TIMES) {
      Node node = Shop.node("X", zone, Shop.everyDay(time));
      for (LocalDate day : days()) {
        assertThat(cutoff(node, day)).as("%s %s", day, time).isEqualTo(onTheWall(day, time, zone));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Chicago",
        "America/Phoenix",
        "America/Los_Angeles",
        "Europe/London",
        "Europe/Berlin",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "Australia/Sydney",
      })
  void threeHoursOfProcessingAreThreeHoursOnEveryDayOverBothClockChanges(String zone) {
    Duration work = Duration.ofHours(3);
    Node node =
        Calendars.with(Shop.node("X", zone, Shop.everyDay("04:30")), Calendars.processing(work));
    for (LocalDate day : days()) {
      Instant cutoff = onTheWall(day, "04:30", zone);
      Instant last = cutoff.minus(work);
      assertThat(first(node, last)).as("%s", day).isEqualTo(new ShipDay(day, cutoff, last));
      assertThat(first(node, last.plusNanos(1)).date()).isEqualTo(day.plusDays(1));
    }
  }

  /** Seeded: equal runs ask equal questions. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "America/Los_Angeles",
        "America/Chicago",
        "Europe/London",
        "Europe/Berlin",
        "Australia/Sydney",
        "Asia/Kolkata",
        "Australia/Lord_Howe",
        "America/Phoenix",
      })
  void atAnyMomentTheNextThreeHandOversAreTheNextThreeCutoffsToCome(String zone) {
    Node node = Shop.node("X", zone, Shop.weekdays("02:15"));
    Random random = new Random(6);
    long from = FIRST.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    long until = LAST.minusDays(40).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    for (int i = 0; i < 2_000; i++) {
      Instant now = Instant.ofEpochSecond(random.nextLong(from, until));
      LocalDate yesterday = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
      List<Instant> toCome =
          Stream.iterate(yesterday, day -> day.plusDays(1))
              .filter(day -> day.getDayOfWeek().getValue() <= 5)
              .map(day -> onTheWall(day, "02:15", zone))
              .filter(cutoff -> !cutoff.isBefore(now))
              .limit(3)
              .toList();
      assertThat(next(node, now, 3).stream().map(ShipDay::cutoff)).isEqualTo(toCome);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The half hour that is skipped in October and the one that comes twice in April.
    "2026-10-04, 02:15, 2026-10-03T15:30:00Z",
    "2026-04-05, 01:45, 2026-04-04T14:45:00Z",
  })
  void onLordHoweTheClockChangesByHalfAnHour(LocalDate day, String time, Instant cutoff) {
    Node node = Shop.node("X", "Australia/Lord_Howe", Shop.everyDay(time));
    assertThat(cutoff(node, day)).isEqualTo(cutoff);
  }

  @Test
  void theTwentyNinthOfFebruaryIsADay() {
    Node node = Shop.node("X", "America/New_York", Shop.everyDay("16:00"));
    assertThat(next(node, Instant.parse("2028-02-28T21:00:01Z"), 2))
        .extracting(ShipDay::date)
        .containsExactly(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 1));
    assertThat(first(node, Instant.parse("2026-02-28T21:00:01Z")).date()).isEqualTo("2026-03-01");
  }

  @Test
  void atTheEndOfTheYearTheNextDayIsInTheNextOne() {
    Node node = Shop.node("X", "Australia/Sydney", Shop.everyDay("16:00"));
    // Still the 31st in UTC, and the first day of the year in Sydney.
    assertThat(first(node, Instant.parse("2026-12-31T05:00:01Z")).date()).isEqualTo("2027-01-01");
    assertThat(first(node, Instant.parse("2026-12-31T23:00:00Z")).date()).isEqualTo("2027-01-01");
  }

  @Test
  void aDayThatTheZoneLeftOutHasNoHandOver() {
    // Samoa went over the date line: after the 29th of December 2011 came the 31st.
    Node node = Shop.node("X", "Pacific/Apia", Shop.everyDay("16:00"));
    assertThat(next(node, Instant.parse("2011-12-29T20:00:00Z"), 3))
        .extracting(ShipDay::date)
        .containsExactly(
            LocalDate.of(2011, 12, 29), LocalDate.of(2011, 12, 31), LocalDate.of(2012, 1, 1));
  }

  private static List<LocalDate> days() {
    return FIRST.datesUntil(LAST.plusDays(1)).toList();
  }

  /** The first moment at which the clock on the wall shows that day and time, or later. */
  private static Instant onTheWall(LocalDate day, String time, String zone) {
    LocalDateTime wanted = LocalDateTime.of(day, LocalTime.parse(time));
    Instant moment = wanted.toInstant(ZoneOffset.UTC).minus(Duration.ofHours(15));
    while (LocalDateTime.ofInstant(moment, ZoneId.of(zone)).isBefore(wanted)) {
      moment = moment.plus(STEP);
    }
    return moment;
  }

  private static Instant cutoff(Node node, LocalDate day) {
    Optional<ShipDay> found = ShipDays.on(node, Calendars.DAILY, Holidays.NONE, Workload.NONE, day);
    return found.orElseThrow().cutoff();
  }

  private static ShipDay first(Node node, Instant now) {
    return next(node, now, 1).getFirst();
  }

  private static List<ShipDay> next(Node node, Instant now, int most) {
    return ShipDays.next(node, Calendars.DAILY, Holidays.NONE, Workload.NONE, now, most);
  }
}
