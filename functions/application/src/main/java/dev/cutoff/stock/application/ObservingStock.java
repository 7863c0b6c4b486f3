package dev.cutoff.stock.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Stock.Observation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Takes counts of the shelves, from people and scanners; the merchant file's opening stock comes
 * the same way.
 */
public final class ObservingStock {
  private static final long MOST_UNITS = 1_000_000_000;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Stock stock;
  private final StockChanges changes;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public ObservingStock(
      Stock stock, StockChanges changes, Merchants merchants, InstantSource clock) {
    this.stock = stock;
    this.changes = changes;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** How a count ended. */
  public sealed interface Outcome {
    record Observed(Stock.Observed result) implements Outcome {}

    /** 400: what is wrong with the count. */
    record Refused(String why) implements Outcome {}
  }

  public Outcome observe(Sku sku, NodeId node, long count, Instant observedAt, String source) {
    Merchant merchant = merchants.current();
    if (merchant.item(sku).isEmpty()) {
      return new Outcome.Refused(
          "the merchant file has no stocked item " + sku + "; kits are counted by component");
    }
    if (!merchant.nodes().containsKey(node)) {
      return new Outcome.Refused("the merchant file has no node " + node);
    }
    if (count < 0 || count > MOST_UNITS) {
      return new Outcome.Refused("a count is 0 to " + MOST_UNITS + ", not " + count);
    }
    if (observedAt.isAfter(clock.instant().plus(CLOCK_SKEW))) {
      return new Outcome.Refused("the count is from the future: " + observedAt);
    }
    Stock.Observed result = stock.observe(new Observation(sku, node, count, observedAt, source));
    if (result instanceof Stock.Observed.Taken) {
      changes.changed(List.of(sku));
    }
    return new Outcome.Observed(result);
  }
}
