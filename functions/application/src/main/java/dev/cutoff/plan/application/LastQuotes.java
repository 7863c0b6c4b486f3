package dev.cutoff.plan.application;

import dev.cutoff.plan.Quote;
import dev.cutoff.stock.NodeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What carriers said last, for when they say nothing. */
public interface LastQuotes {
  /** Older ones are of no use, and are forgotten. */
  Duration KEPT = Duration.ofDays(14);

  /** The last one that is not older than {@link #KEPT}. */
  Optional<Known> find(Lane lane, Instant now);

  /** In the place of the one before. */
  void save(Lane lane, Known known);

  /**
   * Where a price holds.
   *
   * @param destination country and the begin of the postcode: "US-902"
   * @param weights weight steps of the parcels in their order: "500+1500"
   */
  record Lane(String carrier, NodeId node, String destination, String weights) {}

  /**
   * One answer.
   *
   * @param quotes of all services, with the dates of then
   */
  record Known(List<Quote> quotes, Instant saidAt) {
    public Known {
      quotes = List.copyOf(quotes);
    }
  }
}
