package dev.cutoff.testkit;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Stock and reservations in memory. */
public final class InMemoryStock implements Stock {
  private final Map<Shelf, StockLevel> levels = new TreeMap<>();
  private final Map<Shelf, Instant> observed = new TreeMap<>();
  private final Map<String, Reservation> reservations = new TreeMap<>();

  private record Shelf(Sku sku, NodeId node) implements Comparable<Shelf> {
    private static final Comparator<Shelf> ORDER =
        Comparator.comparing(Shelf::sku).thenComparing(Shelf::node);

    @Override
    public int compareTo(Shelf other) {
      return ORDER.compare(this, other);
    }
  }

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
  public synchronized Outcome reserve(List<Reservation> wanted) {
    List<Reservation> missing = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Reservation each : wanted) {
      if (each.quantity() < 1 || !keys.add(each.key())) {
        throw new IllegalArgumentException("not one reservation of units: " + each.key());
      }
      if (!isThere(each)) {
        missing.add(each);
      }
    }
    Map<Shelf, Long> sums = new TreeMap<>();
    missing.forEach(each -> sums.merge(shelf(each), each.quantity(), Math::addExact));
    List<StockLevel> tooLow = new ArrayList<>();
    sums.forEach((shelf, units) -> {
      StockLevel level = level(shelf);
      if (level.routable() < units) {
        tooLow.add(level);
      }
    });
    if (!tooLow.isEmpty()) {
      return new Outcome.Shortage(tooLow);
    }
    sums.forEach((shelf, units) -> levels.put(shelf, moved(level(shelf), 0, units)));
    missing.forEach(each -> reservations.put(each.key(), each));
    return new Outcome.Reserved();
  }

  @Override
  public synchronized void release(List<Reservation> given) {
    given.forEach(each -> end(each, Reservation.State.RELEASED));
  }

  @Override
  public synchronized void consume(List<Reservation> given) {
    given.forEach(each -> end(each, Reservation.State.CONSUMED));
  }

  @Override
  public synchronized Observed observe(Observation observation) {
    Shelf shelf = new Shelf(observation.sku(), observation.node());
    StockLevel level = level(shelf);
    Instant last = observed.get(shelf);
    if (last != null && !observation.observedAt().isAfter(last)) {
      return new Observed.Stale(level);
    }
    if (observation.count() < level.reserved() + level.picked() + level.unavailable()) {
      return new Observed.BelowReserved(level);
    }
    StockLevel counted = moved(level, observation.count() - level.onHand(), 0);
    levels.put(shelf, counted);
    observed.put(shelf, observation.observedAt());
    return new Observed.Taken(counted);
  }

  /** Puts a level as a test wants it: with safety stock, or with damaged units. */
  public synchronized InMemoryStock with(StockLevel level) {
    levels.put(new Shelf(level.sku(), level.node()), level);
    return this;
  }

  /** So many units on the shelf, none reserved. */
  public InMemoryStock with(String sku, String node, long onHand) {
    return with(new StockLevel(new Sku(sku), new NodeId(node), onHand, 0, 0, 0, 0, 0));
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
    if (!same || known.state() == Reservation.State.RELEASED) {
      throw new IllegalStateException("used before, for something else or given back: " + known);
    }
    return true;
  }

  private void end(Reservation given, Reservation.State how) {
    Reservation known = reservations.get(given.key());
    if (known == null || known.state() != Reservation.State.RESERVED) {
      return;
    }
    reservations.put(known.key(), in(known, how));
    long offTheShelf = how == Reservation.State.CONSUMED ? known.quantity() : 0;
    levels.compute(
        shelf(known), (shelf, level) -> moved(level(shelf), -offTheShelf, -known.quantity()));
  }

  private StockLevel level(Shelf shelf) {
    return levels.getOrDefault(shelf, StockLevel.none(shelf.sku(), shelf.node()));
  }

  private static StockLevel moved(StockLevel level, long onHand, long reserved) {
    return new StockLevel(
        level.sku(),
        level.node(),
        level.onHand() + onHand,
        level.reserved() + reserved,
        level.picked(),
        level.unavailable(),
        level.safety(),
        level.inbound());
  }

  private static Reservation in(Reservation known, Reservation.State state) {
    return new Reservation(
        known.orderId(),
        known.lineId(),
        known.sku(),
        known.node(),
        known.quantity(),
        known.sets(),
        known.shipmentId(),
        state);
  }

  private static Shelf shelf(Reservation reservation) {
    return new Shelf(reservation.sku(), reservation.node());
  }
}
