package dev.cutoff.testkit;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Label attempts in memory. */
public final class InMemoryLabelAttempts implements LabelAttempts {
  private static final Comparator<Attempt> BY_PARCEL_AND_NUMBER =
      Comparator.<Attempt>comparingInt(attempt -> attempt.parcelId().length())
          .thenComparing(Attempt::parcelId)
          .thenComparingInt(Attempt::number);

  private final Map<String, Attempt> byReference = new LinkedHashMap<>();

  @Override
  public synchronized List<Attempt> of(ShipmentId shipmentId) {
    return byReference.values().stream()
        .filter(attempt -> attempt.shipmentId().equals(shipmentId))
        .sorted(BY_PARCEL_AND_NUMBER)
        .toList();
  }

  @Override
  public synchronized boolean begin(Attempt attempt) {
    if (attempt.state() != State.BEGUN && attempt.state() != State.REFUSED) {
      throw new IllegalArgumentException(
          "an attempt begins as BEGUN or REFUSED: " + attempt.reference());
    }
    return byReference.putIfAbsent(attempt.reference(), attempt) == null;
  }

  @Override
  public synchronized void record(Attempt attempt) {
    Attempt known = byReference.get(attempt.reference());
    if (known == null) {
      throw new IllegalStateException("no attempt was begun as " + attempt.reference());
    }
    if (known.equals(attempt)) {
      return;
    }
    if (!known.state().mayBecome(attempt.state())) {
      throw new IllegalStateException(
          attempt.reference() + " is " + known.state() + " and can't become " + attempt.state());
    }
    byReference.put(attempt.reference(), attempt);
  }

  /** Every attempt there is, in the order they began. */
  public synchronized List<Attempt> all() {
    return List.copyOf(byReference.values());
  }
}
