package dev.cutoff.local.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.local.Options;
import dev.cutoff.local.time.VirtualScheduler;
import dev.cutoff.testkit.AMerchant;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of outages: what is understood, and what is said aloud. */
final class OutagesTest {
  @Test
  void it_lasts_from_its_first_minute_to_the_one_before_its_last() {
    Outage outage = Outage.parse("ups=14:00-16:00");
    assertThat(outage.kind()).isEqualTo(Outage.Kind.DOWN);
    assertThat(outage.isAt(LocalTime.parse("13:59:59"))).isFalse();
    assertThat(outage.isAt(LocalTime.parse("14:00"))).isTrue();
    assertThat(outage.isAt(LocalTime.parse("15:59:59"))).isTrue();
    assertThat(outage.isAt(LocalTime.parse("16:00"))).isFalse();
  }

  @Test
  void it_may_last_over_midnight() {
    Outage outage = Outage.parse("ups=22:00-02:00/hang");
    assertThat(outage.kind()).isEqualTo(Outage.Kind.HANG);
    assertThat(outage.isAt(LocalTime.parse("21:59"))).isFalse();
    assertThat(outage.isAt(LocalTime.parse("23:30"))).isTrue();
    assertThat(outage.isAt(LocalTime.parse("01:59"))).isTrue();
    assertThat(outage.isAt(LocalTime.parse("02:00"))).isFalse();
  }

  @Test
  void what_whoever_asks_sees_is_said_in_words_of_ours() {
    assertThat(Outage.parse("ups=14:00-16:00/500").fails().told()).isEqualTo("answered 500");
    assertThat(Outage.parse("ups=14:00-16:00").fails().told()).isEqualTo("can't be reached");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ups",
        "ups=14-16",
        "ups=14:00",
        "ups=25:00-26:00",
        "ups=14:00-14:00",
        "=14:00-16:00",
        "ups=14:00-16:00/slow",
        "ups=14:00-16:00/"
      })
  void what_makes_no_sense_is_told(String text) {
    assertThatThrownBy(() -> Outage.parse(text))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("ups=14:00-16:00");
  }

  @Test
  void a_carrier_that_the_merchant_file_does_not_have_is_told() {
    assertThatThrownBy(() -> outages(List.of("dhl=14:00-16:00"), new ArrayList<>()))
        .isInstanceOf(Options.Wrong.class)
        .hasMessageContaining("dhl")
        .hasMessageContaining("swift");
  }

  @Test
  void every_beginning_and_every_end_is_said_aloud_day_after_day() {
    List<String> said = new ArrayList<>();
    VirtualScheduler scheduler =
        outages(List.of("swift=14:00-16:00", "swift=16:00-16:30/500"), said);

    scheduler.advance(Duration.ofDays(2));

    assertThat(said)
        .hasSize(10)
        .startsWith(
            "OUTAGE BY SCRIPT: swift can't be reached from 14:00 to 16:00, America/Chicago time, every day",
            "OUTAGE BY SCRIPT: swift answers 500 from 16:00 to 16:30, America/Chicago time, every day",
            "OUTAGE BEGINS: swift can't be reached from 14:00 to 16:00");
    assertThat(said.subList(3, 5))
        .containsExactlyInAnyOrder(
            "OUTAGE OVER: swift answers again",
            "OUTAGE BEGINS: swift answers 500 from 16:00 to 16:30");
  }

  private static VirtualScheduler outages(List<String> scripts, List<String> said) {
    VirtualScheduler scheduler = new VirtualScheduler(1, Instant.parse("2026-11-23T17:00:00Z"));
    Outages.of(scripts, AMerchant.standard().build(), scheduler, said::add).start();
    return scheduler;
  }
}
