package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.LastQuotes;
import dev.cutoff.plan.application.LastQuotes.Known;
import dev.cutoff.plan.application.LastQuotes.Lane;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LastQuotes} does. */
public abstract class LastQuotesContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Lane LANE = lane("swift", "EAST", "US-902", "500+1500");

  private LastQuotes last;

  /** One with nothing in it. */
  protected abstract LastQuotes fresh();

  @BeforeEach
  void open() {
    last = fresh();
  }

  @Test
  void what_was_saved_is_there_with_all_that_it_says() {
    Known said = known(900, NOON);
    last.save(LANE, said);
    assertThat(last.find(LANE, NOON.plusSeconds(60))).contains(said);
  }

  @Test
  void the_newest_takes_the_place_of_the_one_before() {
    last.save(LANE, known(900, NOON));
    last.save(LANE, known(950, NOON.plusSeconds(60)));
    assertThat(last.find(LANE, NOON.plusSeconds(61))).contains(known(950, NOON.plusSeconds(60)));
  }

  @Test
  void another_carrier_node_destination_or_weight_knows_nothing_of_it() {
    last.save(LANE, known(900, NOON));
    assertThat(
            List.of(
                lane("parcelway", "EAST", "US-902", "500+1500"),
                lane("swift", "WEST", "US-902", "500+1500"),
                lane("swift", "EAST", "US-903", "500+1500"),
                lane("swift", "EAST", "CA-902", "500+1500"),
                lane("swift", "EAST", "US-902", "500")))
        .allSatisfy(other -> assertThat(last.find(other, NOON)).isEmpty());
  }

  @Test
  void one_that_is_too_old_is_forgotten() {
    last.save(LANE, known(900, NOON));
    Instant lastDay = NOON.plus(LastQuotes.KEPT);
    assertThat(last.find(LANE, lastDay)).isPresent();
    assertThat(last.find(LANE, lastDay.plusSeconds(1))).isEmpty();
  }

  private static Lane lane(String carrier, String node, String destination, String weights) {
    return new Lane(carrier, new NodeId(node), destination, weights);
  }

  private static Known known(long cents, Instant saidAt) {
    Money each = Money.of(cents, "USD");
    LocalDate day = LocalDate.parse("2026-11-24");
    Quote quote =
        new Quote(
            "swift",
            "ground",
            "Swift Ground",
            List.of(each, each),
            each.times(2),
            List.of(new Quote.Component("base", each.times(2))),
            day,
            day.plusDays(3),
            0.97);
    return new Known(List.of(quote), saidAt);
  }
}
