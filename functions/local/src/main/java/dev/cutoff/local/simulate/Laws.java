package dev.cutoff.local.simulate;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Reservation.State;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What holds of shelves, reservations and the ledger when all calls have come to their end. */
final class Laws {
  private final Run run;
  private final List<Reservation> reservations = new ArrayList<>();

  Laws(Run run) {
    this.run = run;
  }

  void check() {
    Map<OrderId, Deed.Reserve> orders = new TreeMap<>();
    run.plan.clients().stream()
        .flatMap(List::stream)
        .forEach(call -> {
          if (call.deed() instanceof Deed.Reserve reserve) {
            orders.put(reserve.order(), reserve);
          }
        });
    run.tally.orders += orders.size();
    orders.values().forEach(this::unitsOfOrder);
    Set<Sku> skus = new TreeSet<>();
    run.plan.opening().keySet().forEach(shelf -> skus.add(shelf.sku()));
    Set<Shelf> known = new HashSet<>();
    for (StockLevel level : run.place.looking.levels(skus)) {
      known.add(level.shelf());
      shelf(level);
    }
    reservations.stream()
        .filter(each -> each.state().holds() && !known.contains(each.shelf()))
        .forEach(each -> run.broken("law 2, reserved where no shelf is: " + each));
  }

  /** What an order was given is there once: held, gone, or given back. */
  private void unitsOfOrder(Deed.Reserve order) {
    List<Reservation> own = run.place.looking.reservations(order.order());
    reservations.addAll(own);
    if (own.isEmpty()) {
      if (run.reserved.contains(order.order().value())) {
        run.broken("law 2, lost: " + order);
      }
      return;
    }
    Map<String, Long> wanted = new HashMap<>();
    order.wanted().forEach(each -> wanted.merge(each.lineId(), each.quantity(), Long::sum));
    Map<String, Long> there = new HashMap<>();
    own.stream()
        .filter(each -> each.state() != State.MOVED)
        .forEach(each -> there.merge(each.lineId(), each.quantity(), Long::sum));
    if (!there.equals(wanted)) {
      run.broken("law 2, %s wanted %s and has %s".formatted(order.order(), wanted, own));
    }
  }

  private void shelf(StockLevel level) {
    List<Movement> ledger = run.place.looking.ledger(level.shelf(), Instant.EPOCH);
    long onHand = ledger.stream().mapToLong(Movement::onHand).sum();
    long unavailable = ledger.stream().mapToLong(Movement::unavailable).sum();
    same("law 1, on hand by the ledger", level, level.onHand(), onHand);
    same("law 1, unavailable by the ledger", level, level.unavailable(), unavailable);
    same("law 2, reserved", level, level.reserved(), units(level, State.RESERVED));
    same("law 2, picked", level, level.picked(), units(level, State.PICKED));
    long gone =
        ledger.stream()
            .filter(each -> each.kind() == Movement.Kind.CONSUMED)
            .mapToLong(Movement::onHand)
            .sum();
    same("law 2, consumed by the ledger", level, units(level, State.CONSUMED), -gone);
    if (level.available() < 0) {
      run.broken("law 1, below zero: " + level);
    }
    once(level, ledger);
    counts(level, ledger);
  }

  private long units(StockLevel level, State state) {
    return reservations.stream()
        .filter(each -> each.state() == state && each.shelf().equals(level.shelf()))
        .mapToLong(Reservation::quantity)
        .sum();
  }

  private void once(StockLevel level, List<Movement> ledger) {
    Set<String> ids = new HashSet<>();
    for (Movement each : ledger) {
      if (each.kind() != Movement.Kind.CONSUMED && !ids.add(each.id())) {
        run.broken("law 1, twice in the ledger: " + each.id() + ", " + level);
      }
    }
  }

  /** After the last count that was taken nothing is known of what was lost later, and all else. */
  private void counts(StockLevel level, List<Movement> ledger) {
    long counted =
        ledger.stream()
            .filter(Run::isCount)
            .mapToLong(each -> Run.tickOf(each.cause().at()))
            .max()
            .orElse(0);
    long told =
        ledger.stream().filter(each -> !Run.isCount(each)).mapToLong(Movement::onHand).sum();
    long opening = run.plan.opening().getOrDefault(level.shelf(), 0L);
    same(
        "counts, on hand by what really was there",
        level,
        level.onHand(),
        opening + told - run.lost(level.shelf(), counted));
  }

  private void same(String law, StockLevel level, long there, long due) {
    if (there != due) {
      run.broken("%s: %s, should be %d".formatted(law, level, due));
    }
  }
}
