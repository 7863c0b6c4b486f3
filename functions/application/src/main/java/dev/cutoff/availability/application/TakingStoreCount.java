package dev.cutoff.availability.application;

import dev.cutoff.availability.Figure;
import dev.cutoff.availability.Sellable;
import dev.cutoff.availability.Shown;
import dev.cutoff.merchant.Store;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.ObservingStock;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes what a store shows as a count of the shelf, where the store is the one that is right: what
 * it shows, and what orders and damage keep from it here.
 */
public final class TakingStoreCount {
  private final ObservingStock observing;
  private final InstantSource clock;

  @Inject
  public TakingStoreCount(ObservingStock observing, InstantSource clock) {
    this.observing = observing;
    this.clock = clock;
  }

  Shown.What take(ComparingStore.Job job, Sku sku, List<Figure> figures) {
    Store store = job.store();
    Sellable sellable = new Sellable(job.merchant(), job.levels(), clock.instant());
    Map<String, List<NodeId>> places =
        Sellable.places(job.merchant(), store, job.inventory().located());
    boolean all = true;
    for (Figure each : figures) {
      List<NodeId> nodes = places.getOrDefault(each.location(), List.of());
      if (each.inStore() != each.ours()) {
        all &= nodes.size() == 1 && isTaken(count(sellable, store, sku, nodes.getFirst(), each));
      }
    }
    return all ? Shown.What.COUNTED : Shown.What.NOT_COUNTED;
  }

  private ObservingStock.Outcome count(
      Sellable sellable, Store store, Sku sku, NodeId node, Figure figure) {
    long count = Math.max(0, figure.inStore()) + sellable.keptBack(sku, node, store);
    return observing.observe(Shelf.of(sku, node), count, clock.instant(), "store " + store.id());
  }

  private static boolean isTaken(ObservingStock.Outcome outcome) {
    return outcome instanceof ObservingStock.Outcome.Observed observed
        && observed.result() instanceof Stock.Observed.Taken;
  }
}
