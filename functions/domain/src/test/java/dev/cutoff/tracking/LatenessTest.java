package dev.cutoff.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.plan.Promise;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Promised by Friday, and nine of ten have to be in time. */
final class LatenessTest {
  private static final LocalDate WEDNESDAY = LocalDate.parse("2026-11-25");
  private static final LocalDate FRIDAY = WEDNESDAY.plusDays(2);
  private static final LocalDate MONDAY = FRIDAY.plusDays(3);
  private static final double LEAST = 0.9;

  private final Promise promise = new Promise(FRIDAY, ZoneId.of("America/New_York"), 1);

  @Test
  void whatIsLikelyEnoughIsNoNews() {
    assertThat(judge(promise, WEDNESDAY, List.of(arrival(0.9, MONDAY))))
        .isEqualTo(new Lateness.AsTold());
  }

  @Test
  void underTheLimitItIsLateByTheDayThatIsLikelyEnough() {
    assertThat(judge(promise, WEDNESDAY, List.of(arrival(0.5, MONDAY))))
        .isEqualTo(new Lateness.Late(MONDAY, 0.5));
  }

  @Test
  void ofAShipmentTheLastParcelCountsAndShipmentsTravelApart() {
    Arrival likely = arrival(0.94, MONDAY);

    assertThat(judge(promise, WEDNESDAY, List.of(likely, likely))).isEqualTo(new Lateness.AsTold());
    assertThat(Lateness.of(promise, List.of(List.of(likely), List.of(likely)), LEAST, WEDNESDAY))
        .isEqualTo(new Lateness.Late(MONDAY, 0.94 * 0.94));
    assertThat(judge(promise, WEDNESDAY, List.of(likely, arrival(0.2, MONDAY))))
        .isEqualTo(new Lateness.Late(MONDAY, 0.2));
  }

  @Test
  void aDayThatWasToldStaysUntilItIsPast() {
    Promise told = promise.expecting(MONDAY);
    LocalDate later = MONDAY.plusDays(2);

    assertThat(judge(told, FRIDAY, List.of(arrival(0, later)))).isEqualTo(new Lateness.AsTold());
    assertThat(judge(told, MONDAY, List.of(arrival(0, later)))).isEqualTo(new Lateness.AsTold());
    assertThat(judge(told, MONDAY.plusDays(1), List.of(arrival(0, later))))
        .isEqualTo(new Lateness.Late(later, 0));
  }

  @Test
  void whatRecoversIsBackOnTime() {
    assertThat(judge(promise.expecting(MONDAY), FRIDAY, List.of(arrival(0.95, MONDAY))))
        .isEqualTo(new Lateness.BackOnTime(0.95));
    assertThat(judge(promise.expecting(MONDAY).backOnTime(), FRIDAY, List.of(arrival(1, MONDAY))))
        .isEqualTo(new Lateness.AsTold());
  }

  private static Lateness judge(Promise promise, LocalDate today, List<Arrival> parcels) {
    return Lateness.of(promise, List.of(parcels), LEAST, today);
  }

  /** By Friday with that chance, else on the later day. */
  private static Arrival arrival(double chance, LocalDate later) {
    return new Arrival(new TreeMap<>(Map.of(FRIDAY, chance, later, 1 - chance)));
  }
}
