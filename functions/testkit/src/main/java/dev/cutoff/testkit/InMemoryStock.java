package dev.cutoff.testkit;

import dev.cutoff.audit.BookRow;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Correction;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Reservation.State;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shelves, reservations and ledger in memory. */
public final class InMemoryStock implements Stock {
  /** As many as one transaction of DynamoDB takes: shelves, and a row for each shipment. */
  private static final int MOST_ROWS = 100;

  private final SortedMap<Shelf, StockLevel> levels = new TreeMap<>();
  private final Map<Shelf, Instant> observed = new HashMap<>();
  private final SortedMap<String, Reservation> reservations = new TreeMap<>();
  private final Map<String, Movement> ledger = new LinkedHashMap<>();

  @Override
  public synchronized List<StockLevel> levels(Collection<Sku> skus) {
    Set<Sku> wanted = new HashSet<>(skus);
    return levels.values().stream().filter(level -> wanted.contains(level.sku())).toList();
  }

  @Override
  public synchronized List<Reservation> reservations(OrderId orderId) {
    return reservations.values().stream()
        .filter(reservation -> reservation.orderId().equals(orderId))
        .toList();
  }

  @Override
  public synchronized Outcome reserve(List<Reservation> wanted, SafetyStock safety, Cause cause) {
    checked(wanted);
    List<Reservation> missing = wanted.stream().filter(each -> !isThere(each)).toList();
    SortedMap<Shelf, Long> sums = sums(missing);
    long rows = missing.stream().map(Reservation::shipmentId).distinct().count();
    if (sums.size() + rows > MOST_ROWS) {
      throw new IllegalArgumentException(
          "more than " + MOST_ROWS + " rows can't be reserved at once: split the order");
    }
    List<StockLevel> tooLow = new ArrayList<>();
    sums.forEach((shelf, units) -> {
      long keep = shelf.lot() == null ? safety.units(shelf.sku(), shelf.node()) : 0;
      if (level(shelf).available() < units + keep) {
        tooLow.add(level(shelf));
      }
    });
    if (!tooLow.isEmpty()) {
      return new Outcome.Shortage(tooLow);
    }
    missing.forEach(this::begin);
    return new Outcome.Reserved();
  }

  @Override
  public synchronized Moved move(List<Reservation> from, List<Reservation> to, Cause cause) {
    if (!units(from).equals(units(to))) {
      throw new IllegalArgumentException("what is moved is as much before as after: " + from);
    }
    checked(to);
    if (to.stream().allMatch(each -> reservations.containsKey(each.key()))) {
      return new Moved.Done();
    }
    List<Reservation> held = new ArrayList<>();
    List<Reservation> ended = new ArrayList<>();
    for (Reservation each : from) {
      Reservation known = reservations.getOrDefault(each.key(), each.in(State.RELEASED));
      (known.state().holds() ? held : ended).add(known);
    }
    if (!ended.isEmpty()) {
      return new Moved.NotHeld(ended);
    }
    Map<Shelf, Long> given = sums(held);
    List<StockLevel> tooLow = new ArrayList<>();
    sums(to)
        .forEach((shelf, units) -> {
          if (level(shelf).available() + given.getOrDefault(shelf, 0L) < units) {
            tooLow.add(level(shelf));
          }
        });
    if (!tooLow.isEmpty()) {
      return new Moved.Shortage(tooLow);
    }
    held.forEach(each -> become(each, State.MOVED));
    to.forEach(this::begin);
    return new Moved.Done();
  }

  @Override
  public synchronized Ended release(List<Reservation> given, Cause cause) {
    return end(given, State.RELEASED);
  }

  @Override
  public synchronized Ended pick(List<Reservation> given, Cause cause) {
    return end(given, State.PICKED);
  }

  @Override
  public synchronized Ended consume(List<Reservation> given, Cause cause) {
    Ended ended = end(given, State.CONSUMED);
    for (Reservation each : ended.done()) {
      String id = each.key() + "#consumed";
      ledger.put(
          id,
          new Movement(
              id,
              each.shelf(),
              Movement.Kind.CONSUMED,
              -each.quantity(),
              0,
              cause,
              each.orderId()));
    }
    return ended;
  }

  @Override
  public synchronized Booked book(Movement movement) {
    if (ledger.containsKey("booked " + movement.id())) {
      return new Booked.Already();
    }
    StockLevel before = level(movement.shelf());
    StockLevel after = before.plus(movement.onHand(), 0, 0, movement.unavailable());
    boolean less = movement.onHand() < movement.unavailable();
    if (after.unavailable() < 0 || (less && after.available() < 0)) {
      return new Booked.Refused(before);
    }
    levels.put(movement.shelf(), after);
    ledger.put("booked " + movement.id(), movement);
    return new Booked.Done(after);
  }

  @Override
  public synchronized Observed observe(Observation seen, Tolerance tolerance) {
    Shelf shelf = seen.shelf();
    StockLevel level = level(shelf);
    Instant last = observed.get(shelf);
    if (last != null && !seen.observedAt().isAfter(last)) {
      return new Observed.Stale(level);
    }
    boolean first = !levels.containsKey(shelf);
    long onHand =
        seen.count()
            + ledger(shelf, seen.observedAt().plusNanos(1)).stream()
                .mapToLong(Movement::onHand)
                .sum();
    if (onHand < level.onHand() - level.available()) {
      return new Observed.BelowReserved(level, onHand);
    }
    if (!first && !tolerance.allows(level.onHand(), onHand)) {
      return new Observed.Differs(level, onHand);
    }
    long change = onHand - level.onHand();
    StockLevel after = level.plus(change, 0, 0, 0);
    levels.put(shelf, after);
    observed.put(shelf, seen.observedAt());
    ledger.put(
        "count " + shelf + seen.observedAt(),
        new Movement(
            "count " + seen.observedAt(),
            shelf,
            first ? Movement.Kind.OPENED : Movement.Kind.COUNTED,
            change,
            0,
            new Cause(seen.observedAt(), seen.source(), "counted " + seen.count()),
            null));
    return new Observed.Taken(after);
  }

  @Override
  public synchronized List<Movement> ledger(Shelf shelf, Instant from) {
    return ledger.values().stream()
        .filter(each -> each.shelf().equals(shelf) && !each.cause().at().isBefore(from))
        .sorted(Comparator.comparing(each -> each.cause().at()))
        .toList();
  }

  /** Puts a level as a test wants it: with reserved or damaged units. */
  public synchronized InMemoryStock with(StockLevel level) {
    levels.put(level.shelf(), level);
    return this;
  }

  /** So many units on the shelf, none reserved. */
  public InMemoryStock with(String sku, String node, long onHand) {
    return with(StockLevel.of(new Sku(sku), new NodeId(node), onHand));
  }

  /** All rows, as an audit reads them. */
  synchronized List<BookRow> books() {
    List<BookRow> rows = new ArrayList<>();
    levels
        .values()
        .forEach(each -> rows.add(new BookRow.Counters(each, each.available(), List.of())));
    ledger.values().forEach(each -> rows.add(new BookRow.Moved(each)));
    reservations.values().forEach(each -> rows.add(new BookRow.Held(each)));
    return rows;
  }

  /** Sets counters where they are as they were read, and says so in the ledger. */
  synchronized boolean set(Movement entry, Correction.Counters counters) {
    Shelf shelf = counters.byLedger().shelf();
    if (!Objects.equals(levels.get(shelf), counters.asRead())) {
      return false;
    }
    levels.put(shelf, counters.byLedger());
    ledger.put(entry.id() + entry.cause().at(), entry);
    return true;
  }

  private static void checked(List<Reservation> wanted) {
    Set<String> keys = new HashSet<>();
    for (Reservation each : wanted) {
      if (each.quantity() < 1 || each.state() != State.RESERVED || !keys.add(each.key())) {
        throw new IllegalArgumentException("not one reservation of units: " + each.key());
      }
    }
  }

  private static SortedMap<Shelf, Long> sums(List<Reservation> some) {
    SortedMap<Shelf, Long> sums = new TreeMap<>();
    some.forEach(each -> sums.merge(each.shelf(), each.quantity(), Math::addExact));
    return sums;
  }

  private static Map<String, Long> units(List<Reservation> some) {
    Map<String, Long> units = new TreeMap<>();
    some.forEach(each ->
        units.merge(
            each.orderId() + "#" + each.lineId() + "#" + each.sku(), each.quantity(), Long::sum));
    return units;
  }

  private boolean isThere(Reservation wanted) {
    Reservation known = reservations.get(wanted.key());
    if (known == null) {
      return false;
    }
    boolean same =
        known.node().equals(wanted.node())
            && known.quantity() == wanted.quantity()
            && known.sets() == wanted.sets();
    if (!same || known.state() == State.RELEASED || known.state() == State.MOVED) {
      throw new IllegalStateException("used before, for something else or given back: " + known);
    }
    return true;
  }

  private void begin(Reservation each) {
    levels.put(each.shelf(), level(each.shelf()).plus(0, each.quantity(), 0, 0));
    reservations.put(each.key(), each);
  }

  private Ended end(List<Reservation> given, State how) {
    List<Reservation> done = new ArrayList<>();
    List<Reservation> before = new ArrayList<>();
    List<Reservation> unknown = new ArrayList<>();
    Map<String, Reservation> byKey = new LinkedHashMap<>();
    given.forEach(each -> byKey.putIfAbsent(each.key(), each));
    for (Reservation each : byKey.values()) {
      Reservation known = reservations.get(each.key());
      if (known == null) {
        unknown.add(each);
      } else if (!known.state().holds() || known.state() == how) {
        before.add(each);
      } else {
        become(known, how);
        done.add(known);
      }
    }
    return new Ended(done, before, unknown);
  }

  private void become(Reservation known, State how) {
    long units = known.quantity();
    boolean picked = known.state() == State.PICKED;
    StockLevel off = level(known.shelf()).plus(0, picked ? 0 : -units, picked ? -units : 0, 0);
    levels.put(
        known.shelf(),
        switch (how) {
          case PICKED -> off.plus(0, 0, units, 0);
          case CONSUMED -> off.plus(-units, 0, 0, 0);
          case RELEASED, MOVED, RESERVED -> off;
        });
    reservations.put(known.key(), known.in(how));
  }

  private StockLevel level(Shelf shelf) {
    return levels.getOrDefault(shelf, StockLevel.none(shelf));
  }
}
