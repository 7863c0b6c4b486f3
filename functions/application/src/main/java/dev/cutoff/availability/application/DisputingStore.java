package dev.cutoff.availability.application;

import dev.cutoff.availability.Figure;
import dev.cutoff.availability.Sellable;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.exception.application.RaisingStockException;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings before a person that a store showed what nothing of ours explains, before it is set right:
 * somebody, or some program, writes stock into the store.
 */
public final class DisputingStore {
  private final RaisingStockException raising;

  @Inject
  public DisputingStore(RaisingStockException raising) {
    this.raising = raising;
  }

  void dispute(ComparingStore.Job job, Sku sku, List<Figure> figures, long units) {
    for (Figure each : figures) {
      if (each.inStore() != each.ours()) {
        raising.raise(finding(job, sku, each, units));
      }
    }
  }

  private static Finding finding(ComparingStore.Job job, Sku sku, Figure figure, long units) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("store", job.store().id().value());
    facts.put("location", figure.location());
    facts.put("sku", sku.value());
    facts.put("inStore", Long.toString(figure.inStore()));
    facts.put("ours", Long.toString(figure.ours()));
    facts.put("unexplained", Long.toString(units));
    String message =
        "%s shows %d of %s%s and may sell %d; nothing here explains %d of them. It is set to %d: find out who writes stock into the store."
            .formatted(
                job.store().id(),
                figure.inStore(),
                sku,
                figure.location().isEmpty() ? "" : " at its location " + figure.location(),
                figure.ours(),
                units,
                figure.ours());
    return new Finding(
        Shelf.of(sku, node(job, figure)),
        Refusal.of(Reason.STORE_DIFFERS, message, facts),
        List.of(),
        List.of(Action.RECOUNT, Action.DISMISS),
        null,
        List.of());
  }

  /** An entry is of a shelf: for one figure of all nodes, that of the first. */
  private static NodeId node(ComparingStore.Job job, Figure figure) {
    return Sellable.places(job.merchant(), job.store(), job.inventory().located())
        .getOrDefault(figure.location(), List.of())
        .stream()
        .findFirst()
        .orElseGet(() -> job.merchant().nodes().keySet().iterator().next());
  }
}
