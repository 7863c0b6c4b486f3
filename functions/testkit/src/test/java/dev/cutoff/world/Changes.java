package dev.cutoff.world;

import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.RecordingStockChanges;
import java.util.List;
import java.util.TreeSet;

/** The queue of stock changes: what nobody followed yet. */
public final class Changes {
  private final RecordingStockChanges said;
  private int followed;

  Changes(RecordingStockChanges said) {
    this.said = said;
  }

  /** What changed since the last time. */
  public synchronized List<Sku> take() {
    List<List<Sku>> calls = said.calls();
    TreeSet<Sku> changed = new TreeSet<>();
    calls.subList(followed, calls.size()).forEach(changed::addAll);
    followed = calls.size();
    return List.copyOf(changed);
  }
}
