package dev.cutoff.audit;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One reading of all rows, or of those of some shelves: what every shelf's ledger sums up to, and
 * what its row says. Rows come in any order; sums and what is still held are all that is kept.
 */
public final class Books {
  /** A drift of a shelf that thousands want is told by some of them. */
  private static final int MOST_ORDERS = 50;

  private final Set<Shelf> only;
  private final SortedMap<Shelf, Sum> sums = new TreeMap<>();
  private final SortedMap<Shelf, BookRow.Counters> rows = new TreeMap<>();
  private final SortedMap<OrderId, List<Reservation>> held = new TreeMap<>();
  private final SortedMap<Shelf, Set<OrderId>> moved = new TreeMap<>();

  private Books(Collection<Shelf> only) {
    this.only = Set.copyOf(only);
  }

  public static Books ofAll() {
    return new Books(List.of());
  }

  /** Of these shelves; rows of others are passed over. */
  public static Books of(Collection<Shelf> shelves) {
    return new Books(shelves);
  }

  public void add(BookRow row) {
    if (!only.isEmpty() && !only.contains(row.shelf())) {
      return;
    }
    sums.put(row.shelf(), sum(row.shelf()).plus(row));
    switch (row) {
      case BookRow.Counters counters -> rows.put(counters.shelf(), counters);
      case BookRow.Held taken -> {
        Reservation each = taken.reservation();
        if (each.state().holds()) {
          held.computeIfAbsent(each.orderId(), id -> new ArrayList<>()).add(each);
        }
      }
      case BookRow.Moved entry -> remember(entry.shelf(), entry.movement().orderId());
      case BookRow.Pooled pool -> {}
    }
  }

  private void remember(Shelf shelf, @Nullable OrderId orderId) {
    if (orderId != null && !only.isEmpty()) {
      Set<OrderId> some = moved.computeIfAbsent(shelf, key -> new LinkedHashSet<>());
      if (some.size() < MOST_ORDERS) {
        some.add(orderId);
      }
    }
  }

  /** Shelves whose row is not what their ledger sums up to; it may be that they moved meanwhile. */
  public SortedSet<Shelf> suspects() {
    SortedSet<Shelf> suspects = new TreeSet<>();
    for (Shelf shelf : sums.keySet()) {
      if (Verdict.of(rows.get(shelf), sum(shelf), shelf).isPresent()) {
        suspects.add(shelf);
      }
    }
    return suspects;
  }

  /**
   * Whether the ledger of a shelf is the same in both readings. Entries are added, and reservations
   * go forward through their states, so it then was the same at every instant in between.
   */
  public boolean agreeOn(Shelf shelf, Books later) {
    return sum(shelf).fingerprint() == later.sum(shelf).fingerprint();
  }

  /**
   * What is wrong with a shelf; empty where nothing is.
   *
   * @param row as it was at one instant while the ledger of the shelf was as it is here; null where
   *     there is none
   */
  public Optional<Verdict> verdict(Shelf shelf, BookRow.@Nullable Counters row) {
    return Verdict.of(row, sum(shelf), shelf);
  }

  /** Orders behind a shelf, those that hold units of it first. */
  public List<OrderId> orders(Shelf shelf) {
    Set<OrderId> orders = new LinkedHashSet<>();
    held.forEach((id, some) -> {
      if (some.stream().anyMatch(each -> each.shelf().equals(shelf))) {
        orders.add(id);
      }
    });
    orders.addAll(moved.getOrDefault(shelf, Set.of()));
    return orders.stream().limit(MOST_ORDERS).toList();
  }

  /** Reservations that hold units, by order. */
  public SortedMap<OrderId, List<Reservation>> held() {
    return Collections.unmodifiableSortedMap(held);
  }

  /** The rows that were read, by shelf. */
  public SortedMap<Shelf, BookRow.Counters> rows() {
    return Collections.unmodifiableSortedMap(rows);
  }

  private Sum sum(Shelf shelf) {
    return sums.getOrDefault(shelf, Sum.NOTHING);
  }
}
