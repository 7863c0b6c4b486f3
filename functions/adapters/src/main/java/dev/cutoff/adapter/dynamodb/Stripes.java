package dev.cutoff.adapter.dynamodb;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Which row of each shelf a batch takes its units from, the shelf's own or a pool, and how many
 * units it knows to be there. Whoever works on a pool does not get in the way of others.
 */
final class Stripes {
  private static final int OWN = 0;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final StockRows shelves;
  private final Pools pools;
  private final Turns turns;
  private final SafetyStock safety;
  private final InstantSource clock;
  private final SortedMap<Shelf, Integer> chosen = new TreeMap<>();
  private final SortedMap<Shelf, Long> left = new TreeMap<>();
  private final Set<Key> mine = new LinkedHashSet<>();
  private final Set<Key> low = new HashSet<>();

  Stripes(StockRows shelves, Pools pools, Turns turns, SafetyStock safety, InstantSource clock) {
    this.shelves = shelves;
    this.pools = pools;
    this.turns = turns;
    this.safety = safety;
    this.clock = clock;
  }

  /** Waits for its turn at each shelf, always in the same order, and looks what is there. */
  void open(SortedSet<Shelf> all, Map<Shelf, Integer> spread) {
    for (Shelf shelf : all) {
      int number = Pools.number(row(shelf));
      Integer wanted = spread.get(shelf);
      if (wanted != null && wanted > 1 && number == 0) {
        turn(shelf, OWN, OWN);
        number = pools.spread(shelf, wanted, safety);
        give(key(shelf, OWN));
      } else if (wanted != null && wanted == 0 && number > 0) {
        gather(shelf, number);
        number = 0;
      }
      chosen.put(shelf, number == 0 ? turn(shelf, OWN, OWN) : turn(shelf, 1, number));
      Map<String, AttributeValue> row = row(shelf);
      left.put(shelf, row.isEmpty() ? 0 : pools.level(row).available() - keep(shelf));
    }
  }

  /**
   * The number of the row whose turn it got; without one, after a while, it goes on all the same.
   */
  private int turn(Shelf shelf, int first, int last) {
    Instant end = clock.instant().plus(PATIENCE);
    do {
      for (int row = first; row <= last; row++) {
        if (isMine(shelf, row)) {
          return row;
        }
      }
      turns.glance();
    } while (clock.instant().isBefore(end));
    return first;
  }

  private boolean isMine(Shelf shelf, int row) {
    Key key = key(shelf, row);
    return mine.contains(key) || (turns.take(key) && mine.add(key));
  }

  /** Takes back what was put aside, when nobody is at work on it. */
  private void gather(Shelf shelf, int number) {
    turn(shelf, OWN, OWN);
    for (int pool = 1; pool <= number; pool++) {
      turn(shelf, pool, pool);
    }
    pools.gather(shelf);
    for (int pool = 1; pool <= number; pool++) {
      give(key(shelf, pool));
    }
  }

  /** What this batch knows to be left, until it is told otherwise. */
  long left(Shelf shelf) {
    return left.getOrDefault(shelf, 0L);
  }

  void took(Shelf shelf, long units) {
    left.merge(shelf, -units, Long::sum);
  }

  TransactWriteItem take(Shelf shelf, long units) {
    int pool = chosen.getOrDefault(shelf, OWN);
    return pool == OWN ? shelves.take(shelf, units, safety) : pools.take(shelf, pool, units);
  }

  /**
   * A row was too low: goes to the next one, and to the shelf's own with all that was put aside
   * where no other is free; or remembers what the shelf has left.
   *
   * @return whether another try is worth it
   */
  boolean another(Shelf shelf, Map<String, AttributeValue> row) {
    int pool = chosen.getOrDefault(shelf, OWN);
    if (pool == OWN) {
      if (Pools.number(row) > 0) {
        gather(shelf, Pools.number(row));
        return true;
      }
      left.put(shelf, row.isEmpty() ? 0 : Item.number(row, "available") - keep(shelf));
      return false;
    }
    low.add(key(shelf, pool));
    give(key(shelf, pool));
    int number = Pools.number(row(shelf));
    for (int next = 1; next <= number; next++) {
      if (!low.contains(key(shelf, next)) && isMine(shelf, next)) {
        chosen.put(shelf, next);
        return true;
      }
    }
    gather(shelf, number);
    chosen.put(shelf, OWN);
    return true;
  }

  /** A turn that can't be given back ends by itself. */
  void close() {
    try {
      Set.copyOf(mine).forEach(this::give);
    } catch (TryAgainLater busy) {
      System.err.println("a turn was not given back: " + busy.getMessage());
    }
  }

  private void give(Key row) {
    if (mine.remove(row)) {
      turns.give(row);
    }
  }

  private long keep(Shelf shelf) {
    return shelf.lot() == null ? Math.max(0, safety.units(shelf.sku(), shelf.node())) : 0;
  }

  private Map<String, AttributeValue> row(Shelf shelf) {
    return pools.row(Key.shelf(shelf));
  }

  private static Key key(Shelf shelf, int pool) {
    return pool == OWN ? Key.shelf(shelf) : Key.pool(shelf, pool);
  }
}
