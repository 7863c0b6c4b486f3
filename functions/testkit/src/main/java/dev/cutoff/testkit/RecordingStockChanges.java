package dev.cutoff.testkit;

import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Rechecks;
import dev.cutoff.stock.application.StockChanges;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps which SKUs were said to have changed, call by call. */
public final class RecordingStockChanges implements StockChanges, Rechecks {
  private final List<List<Sku>> calls = new CopyOnWriteArrayList<>();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public void changed(Collection<Sku> skus) {
    calls.add(List.copyOf(new TreeSet<>(skus)));
  }

  @Override
  public void after(Duration wait, Collection<Sku> skus) {
    waits.add(wait);
  }

  /** The SKUs of each call, in order. */
  public List<List<Sku>> calls() {
    return List.copyOf(calls);
  }

  /** For how long a look was put off, call by call. */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }
}
