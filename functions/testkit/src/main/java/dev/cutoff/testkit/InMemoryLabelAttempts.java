package dev.cutoff.testkit;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Label attempts in memory. */
public final class InMemoryLabelAttempts implements LabelAttempts {
  private static final Comparator<Attempt> BY_PARCEL_AND_NUMBER =
      Comparator.<Attempt>comparingInt(attempt -> attempt.parcelId().length())
          .thenComparing(Attempt::parcelId)
          .thenComparingInt(Attempt::number);

  private final Map<String, Attempt> byReference = new LinkedHashMap<>();
  private final Map<ShipmentId, Set<String>> references = new HashMap<>();

  @Override
  public synchronized List<Attempt> of(ShipmentId shipmentId) {
    return references.getOrDefault(shipmentId, Set.of()).stream()
        .map(reference -> Objects.requireNonNull(byReference.get(reference)))
        .sorted(BY_PARCEL_AND_NUMBER)
        .toList();
  }

  @Override
  public synchronized boolean begin(Attempt attempt) {
    if (!attempt.state().mayBegin()) {
      throw new IllegalArgumentException(
          "an attempt begins as BEGUN, REFUSED or ORPHAN: " + attempt.reference());
    }
    references
        .computeIfAbsent(attempt.shipmentId(), id -> new LinkedHashSet<>())
        .add(attempt.reference());
    return byReference.putIfAbsent(attempt.reference(), attempt) == null;
  }

  @Override
  public synchronized void record(Attempt attempt) {
    Attempt known = byReference.get(attempt.reference());
    if (known == null) {
      throw new IllegalStateException("no attempt was begun as " + attempt.reference());
    }
    if (known.tells(attempt)) {
      return;
    }
    if (!known.state().mayBecome(attempt.state())) {
      throw new WentAnotherWay(attempt.reference(), known.state(), attempt.state());
    }
    byReference.put(attempt.reference(), attempt);
  }

  @Override
  public synchronized boolean askAgain(Attempt known, Instant now) {
    Attempt row = byReference.get(known.reference());
    if (row == null
        || row.state() != State.NOT_BOUGHT
        || !Objects.equals(row.againAt(), known.againAt())) {
      return false;
    }
    byReference.put(known.reference(), known.again(now));
    return true;
  }

  /** Every attempt there is, in the order they began. */
  public synchronized List<Attempt> all() {
    return List.copyOf(byReference.values());
  }
}
