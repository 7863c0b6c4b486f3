package dev.cutoff.audit;

import dev.cutoff.merchant.CountRules;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** When each shelf was counted last, and how much of it went out lately, from the ledger's rows. */
public final class CountHistory {
  private final Instant since;
  private final Map<Shelf, Instant> counted = new HashMap<>();
  private final Map<NodeId, SortedMap<Sku, Long>> gone = new HashMap<>();
  private final SortedMap<Shelf, Long> onHand = new TreeMap<>();

  /** Remembers what went out from that instant on. */
  public CountHistory(Instant since) {
    this.since = since;
  }

  public void add(BookRow row) {
    switch (row) {
      case BookRow.Counters counters -> {
        onHand.put(counters.shelf(), counters.level().onHand());
        counters.inTheRow().forEach(this::add);
      }
      case BookRow.Moved moved -> add(moved.movement());
      case BookRow.Held held -> {}
      case BookRow.Pooled pool -> {}
    }
  }

  private void add(Movement movement) {
    Instant at = movement.cause().at();
    switch (movement.kind()) {
      case OPENED, COUNTED -> {
        // What a file says the shelves open with is nobody's count, and of no time.
        if (at.isAfter(Instant.EPOCH)) {
          counted.merge(movement.shelf(), at, (one, other) -> one.isAfter(other) ? one : other);
        }
      }
      case CONSUMED -> {
        if (!at.isBefore(since)) {
          gone.computeIfAbsent(movement.shelf().node(), node -> new TreeMap<>())
              .merge(movement.shelf().sku(), -movement.onHand(), Long::sum);
        }
      }
      case RECEIVED, RETURNED, DAMAGED, QUARANTINED, EXPIRED, CLEARED, WRITTEN_OFF, CORRECTED -> {}
    }
  }

  /**
   * Shelves that are to be counted by an instant, each node classed by itself. A lot that is used
   * up is not counted again.
   *
   * @param value of one unit, where the rules weigh by value
   */
  public List<DueCount> dueBy(Instant by, CountRules rules, ToLongFunction<Sku> value) {
    Map<NodeId, SortedMap<Sku, Long>> weights = new HashMap<>();
    onHand
        .keySet()
        .forEach(shelf ->
            weights
                .computeIfAbsent(shelf.node(), node -> new TreeMap<>())
                .put(shelf.sku(), weight(shelf, rules, value)));
    Map<NodeId, SortedMap<Sku, AbcClass>> classes = new HashMap<>();
    weights.forEach(
        (node, some) -> classes.put(node, AbcClass.of(some, rules.shareA(), rules.shareB())));
    List<DueCount> due = new ArrayList<>();
    onHand.forEach((shelf, units) -> {
      AbcClass abcClass =
          classes
              .getOrDefault(shelf.node(), Collections.emptySortedMap())
              .getOrDefault(shelf.sku(), AbcClass.C);
      Instant last = counted.get(shelf);
      Instant dueAt =
          last == null ? Instant.EPOCH : last.plus(Duration.ofDays(days(abcClass, rules)));
      boolean usedUp = shelf.lot() != null && units == 0;
      if (!usedUp && !dueAt.isAfter(by)) {
        due.add(new DueCount(shelf, abcClass, last, dueAt, null));
      }
    });
    due.sort(DueCount.MOST_OVERDUE_FIRST);
    return List.copyOf(due);
  }

  private static int days(AbcClass abcClass, CountRules rules) {
    return switch (abcClass) {
      case A -> rules.daysA();
      case B -> rules.daysB();
      case C -> rules.daysC();
    };
  }

  private long weight(Shelf shelf, CountRules rules, ToLongFunction<Sku> value) {
    long units =
        gone.getOrDefault(shelf.node(), Collections.emptySortedMap()).getOrDefault(shelf.sku(), 0L);
    return rules.byValue() ? units * value.applyAsLong(shelf.sku()) : units;
  }
}
