package dev.cutoff.testkit;

import dev.cutoff.shipment.application.LooseLabels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The list of loose labels in memory. */
public final class InMemoryLooseLabels implements LooseLabels {
  private final Map<String, Loose> byReference = new TreeMap<>();

  @Override
  public synchronized void list(Loose label) {
    byReference.merge(label.reference(), label, Loose::and);
  }

  @Override
  public synchronized List<Loose> all() {
    return List.copyOf(byReference.values());
  }

  @Override
  public synchronized void later(Loose label, Instant lookAt) {
    byReference.computeIfPresent(
        label.reference(), (reference, known) -> known.equals(label) ? known.at(lookAt) : known);
  }

  @Override
  public synchronized void done(String reference) {
    byReference.remove(reference);
  }
}
