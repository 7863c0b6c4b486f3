package dev.cutoff.stock.application;

import dev.cutoff.exception.StockException;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.StockRules.CountTolerance;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Tolerance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes counts of the shelves, from people and scanners; the merchant file's opening stock comes
 * the same way.
 */
public final class ObservingStock {
  private static final long MOST_UNITS = 1_000_000_000;
  private static final int LONGEST_SOURCE = 128;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Stock stock;
  private final StockChanges changes;
  private final Merchants merchants;
  private final DisputingCount disputing;
  private final InstantSource clock;

  @Inject
  public ObservingStock(
      Stock stock,
      StockChanges changes,
      Merchants merchants,
      DisputingCount disputing,
      InstantSource clock) {
    this.stock = stock;
    this.changes = changes;
    this.merchants = merchants;
    this.disputing = disputing;
    this.clock = clock;
  }

  /** How a count ended. */
  public sealed interface Outcome {
    /**
     * What the count did.
     *
     * @param exception where a person must look; else null
     */
    record Observed(Stock.Observed result, @Nullable StockException exception) implements Outcome {}

    /** 400: what is wrong with the count. */
    record Refused(String why) implements Outcome {}
  }

  public Outcome observe(Shelf shelf, long count, Instant observedAt, String source) {
    Merchant merchant = merchants.current();
    Sku sku = shelf.sku();
    NodeId node = shelf.node();
    Optional<Item> item = merchant.item(sku);
    if (item.isEmpty()) {
      return new Outcome.Refused(
          "the merchant file has no stocked item " + sku + "; kits are counted by component");
    }
    if (!merchant.nodes().containsKey(node)) {
      return new Outcome.Refused("the merchant file has no node " + node);
    }
    if (item.get().stock().hasLots() != (shelf.lot() != null)) {
      return new Outcome.Refused(
          shelf.lot() == null
              ? sku + " has lots: say lot and expiresOn"
              : sku + " has no lots in the merchant file");
    }
    if (source.length() > LONGEST_SOURCE) {
      return new Outcome.Refused("a source has " + LONGEST_SOURCE + " characters at most");
    }
    if (count < 0 || count > MOST_UNITS) {
      return new Outcome.Refused("a count is 0 to " + MOST_UNITS + ", not " + count);
    }
    if (observedAt.isAfter(clock.instant().plus(CLOCK_SKEW))) {
      return new Outcome.Refused("the count is from the future: " + observedAt);
    }
    Observation seen = new Observation(shelf, count, observedAt, source);
    Stock.Observed result =
        stock.observe(seen, tolerance(merchant.rules().stock().countTolerance()));
    if (result instanceof Stock.Observed.Taken) {
      changes.changed(List.of(sku));
    }
    return new Outcome.Observed(result, disputing.dispute(seen, result).orElse(null));
  }

  private static Tolerance tolerance(@Nullable CountTolerance rule) {
    return rule == null ? Tolerance.ANY : new Tolerance(rule.units(), rule.percent());
  }
}
