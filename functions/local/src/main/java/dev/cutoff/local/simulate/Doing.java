package dev.cutoff.local.simulate;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.Stock.Booked;
import dev.cutoff.stock.application.Stock.Ended;
import dev.cutoff.stock.application.Stock.Moved;
import dev.cutoff.stock.application.Stock.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A client's try at a deed, and what of its answer can be judged at once: between the last request
 * and the answer nobody else has had a turn, so the tables still are as they were then.
 */
final class Doing {
  private final Run run;
  private final Stock stock;
  private final Cause cause;
  private @Nullable List<Reservation> from;
  private List<Reservation> to = List.of();

  Doing(Run run, Stock stock, Cause cause) {
    this.run = run;
    this.stock = stock;
    this.cause = cause;
  }

  String once(Deed deed) {
    return switch (deed) {
      case Deed.Reserve reserve -> reserve(reserve);
      case Deed.End end -> end(end);
      case Deed.Move move -> move(move);
      case Deed.Count count ->
          run.count(count)
              .map(seen -> stock.observe(seen, Stock.Tolerance.ANY).toString())
              .orElse("nothing to count");
      case Deed.Book book -> book(book);
      case Deed.Lose lose -> throw new IllegalArgumentException("nobody is told: " + lose);
    };
  }

  private String reserve(Deed.Reserve deed) {
    Outcome outcome;
    try {
      outcome = stock.reserve(deed.wanted(), run.plan.safety(), cause);
    } catch (IllegalStateException used) {
      Map<String, Reservation> there = there(deed);
      boolean gone =
          there.values().stream()
              .anyMatch(each ->
                  each.state() == Reservation.State.RELEASED
                      || each.state() == Reservation.State.MOVED);
      if (!gone) {
        run.broken("refused to reserve, though nothing was given back: " + used.getMessage());
      }
      return "gone";
    }
    Map<String, Reservation> there = there(deed);
    switch (outcome) {
      case Outcome.Reserved reserved -> {
        run.reserved.add(deed.order().value());
        deed.wanted().stream()
            .filter(each -> !there.containsKey(each.key()))
            .forEach(each -> run.broken("said to be reserved, and is not: " + each.key()));
      }
      case Outcome.Shortage shortage -> {
        if (!isShort(deed, there, run.plan.safety())) {
          run.broken(
              "sell-through: %s was told of a shortage, and there was enough: %s"
                  .formatted(deed.order(), run.place.looking.levels(skus(deed))));
        }
      }
    }
    return outcome.toString();
  }

  private Map<String, Reservation> there(Deed.Reserve deed) {
    Map<String, Reservation> there = new HashMap<>();
    run.place.looking.reservations(deed.order()).forEach(each -> there.put(each.key(), each));
    there.keySet().retainAll(deed.wanted().stream().map(Reservation::key).toList());
    return there;
  }

  private boolean isShort(Deed.Reserve deed, Map<String, Reservation> there, SafetyStock safety) {
    Map<Shelf, Long> wanted = new HashMap<>();
    deed.wanted().stream()
        .filter(each -> !there.containsKey(each.key()))
        .forEach(each -> wanted.merge(each.shelf(), each.quantity(), Long::sum));
    run.place
        .looking
        .levels(skus(deed))
        .forEach(level ->
            wanted.computeIfPresent(
                level.shelf(), (shelf, units) -> units - level.routable(safety)));
    return wanted.values().stream().anyMatch(missing -> missing > 0);
  }

  private static List<Sku> skus(Deed.Reserve deed) {
    return deed.wanted().stream().map(Reservation::sku).distinct().toList();
  }

  private String end(Deed.End deed) {
    List<Reservation> some =
        deed.looksFirst()
            ? stock.reservations(deed.order()).stream()
                .filter(each -> each.state().holds())
                .toList()
            : deed.asked();
    Ended ended =
        switch (deed.how()) {
          case RELEASED -> stock.release(some, cause);
          case PICKED -> stock.pick(some, cause);
          case CONSUMED -> stock.consume(some, cause);
          case RESERVED, MOVED -> throw new IllegalArgumentException("no end: " + deed.how());
        };
    for (Reservation each : ended.done()) {
      String what = deed.how() == Reservation.State.PICKED ? "picked " : "ended ";
      once(what + each.key());
    }
    return ended.toString();
  }

  /** What is told to be done is told once. */
  private void once(String what) {
    if (run.done.merge(what, 1, Integer::sum) > 1) {
      run.broken("law 2, counted twice: " + what);
    }
  }

  private String move(Deed.Move deed) {
    if (from == null) {
      List<Reservation> held =
          stock.reservations(deed.order()).stream().filter(each -> each.state().holds()).toList();
      if (held.isEmpty()) {
        return "nothing to move";
      }
      from = held;
      to = elsewhere(deed, held);
    }
    Moved moved = stock.move(from, to, cause);
    if (moved instanceof Moved.Shortage(List<StockLevel> actual) && actual.isEmpty()) {
      run.broken("a shortage of nothing: " + deed);
    }
    return moved.toString();
  }

  private static List<Reservation> elsewhere(Deed.Move deed, List<Reservation> held) {
    Map<String, Reservation> merged = new TreeMap<>();
    for (Reservation each : held) {
      merged.merge(
          each.lineId() + "#" + each.sku(),
          each,
          (one, other) -> with(one, one.quantity() + other.quantity(), one.node().value(), 0));
    }
    List<Reservation> to = new ArrayList<>();
    for (Reservation each : merged.values()) {
      long stays = deed.split() ? each.quantity() / 2 : 0;
      to.add(with(each, each.quantity() - stays, deed.to().value(), deed.shipment()));
      if (stays > 0) {
        to.add(with(each, stays, each.node().value(), deed.shipment() + 1));
      }
    }
    return to;
  }

  private static Reservation with(Reservation each, long units, String node, int shipment) {
    return new Reservation(
        each.orderId(),
        each.lineId(),
        each.sku(),
        new NodeId(node),
        null,
        units,
        units,
        shipment == 0 ? each.shipmentId() : ShipmentId.of(each.orderId(), shipment),
        Reservation.State.RESERVED);
  }

  private String book(Deed.Book deed) {
    Booked booked =
        stock.book(
            new Movement(
                deed.id(),
                deed.shelf(),
                deed.kind(),
                deed.onHand(),
                deed.unavailable(),
                cause,
                null));
    switch (booked) {
      case Booked.Done done -> once("booked " + deed.id());
      case Booked.Already already -> {}
      case Booked.Refused(StockLevel level) -> {
        // As it was then: somebody may have had a turn since, as units put aside are looked for.
        long free = deed.onHand() - deed.unavailable();
        boolean fits =
            level.available() + Math.min(0, free) >= 0
                && level.unavailable() + Math.min(0, deed.unavailable()) >= 0;
        if (fits) {
          run.broken("refused, though it fits: " + deed + ", " + level);
        }
      }
    }
    return booked.toString();
  }
}
