package dev.cutoff.stock.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.exception.application.RaisingStockException;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock.Observation;
import dev.cutoff.stock.application.Stock.Observed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Brings a count that was not taken before a person, and ends that where a count was taken. */
public final class DisputingCount {
  private final RaisingStockException raising;

  @Inject
  public DisputingCount(RaisingStockException raising) {
    this.raising = raising;
  }

  /** The entry of the exception queue; empty where nobody has to look. */
  public Optional<StockException> dispute(Observation seen, Observed result) {
    return switch (result) {
      case Observed.Taken taken -> {
        raising.settle(seen.shelf(), Reason.COUNT_DIFFERS, Action.RECOUNT, seen.source());
        raising.settle(seen.shelf(), Reason.COUNT_BELOW_RESERVED, Action.RECOUNT, seen.source());
        yield Optional.empty();
      }
      case Observed.Stale stale -> Optional.empty();
      case Observed.Differs differs ->
          Optional.of(
              raising.raise(
                  finding(
                      seen,
                      differs.level(),
                      differs.onHand(),
                      Refusal.of(
                          Reason.COUNT_DIFFERS,
                          "%s counted %d of %s, which comes to %d on hand; the books have %d. Count again, or accept the count."
                              .formatted(
                                  seen.source(),
                                  seen.count(),
                                  seen.shelf(),
                                  differs.onHand(),
                                  differs.level().onHand())))));
      case Observed.BelowReserved below ->
          Optional.of(
              raising.raise(
                  finding(
                      seen,
                      below.level(),
                      below.onHand(),
                      Refusal.of(
                          Reason.COUNT_BELOW_RESERVED,
                          "%s counted %d of %s, which comes to %d on hand; %d are reserved, picked or unavailable. Count again, or cancel orders and then accept the count."
                              .formatted(
                                  seen.source(),
                                  seen.count(),
                                  seen.shelf(),
                                  below.onHand(),
                                  below.level().onHand() - below.level().available())))));
    };
  }

  private static Finding finding(Observation seen, StockLevel level, long onHand, Refusal refusal) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("sku", level.sku().value());
    facts.put("node", level.node().value());
    facts.put("counted", Long.toString(seen.count()));
    facts.put("observedAt", seen.observedAt().toString());
    facts.put("source", seen.source());
    facts.put("onHandByCount", Long.toString(onHand));
    facts.put("onHand", Long.toString(level.onHand()));
    facts.put("reserved", Long.toString(level.reserved()));
    facts.put("picked", Long.toString(level.picked()));
    facts.put("unavailable", Long.toString(level.unavailable()));
    return new Finding(
        seen.shelf(),
        Refusal.of(refusal.reason(), refusal.message(), facts),
        List.of(),
        List.of(Action.RECOUNT, Action.ACCEPT_COUNT, Action.DISMISS),
        new StockException.Count(seen.count(), seen.observedAt(), seen.source()),
        List.of());
  }
}
