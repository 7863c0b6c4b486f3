package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is wanted for.
 *
 * @param held what the order holds already: these units are free for it
 * @param deliverBy the promised day, in the recipient's zone
 * @param fixed whether the units stay at the nodes that hold them
 * @param live whether carriers may be asked; else rate cards alone decide
 * @param heardOnly whether who is asked and does not answer is not taken at an older price or at
 *     its card, unless nobody else keeps the promise
 */
public record Wanted(
    List<Line> lines,
    List<Reservation> held,
    Address to,
    LocalDate deliverBy,
    Instant now,
    boolean live,
    boolean fixed,
    boolean heardOnly) {
  public Wanted {
    lines = List.copyOf(lines);
    held = List.copyOf(held);
  }

  /** With carriers at older prices or at their cards where they do not answer. */
  public Wanted(
      List<Line> lines,
      List<Reservation> held,
      Address to,
      LocalDate deliverBy,
      Instant now,
      boolean live,
      boolean fixed) {
    this(lines, held, to, deliverBy, now, live, fixed, false);
  }

  /**
   * Units of a line.
   *
   * @param unitValue after discounts, in minor units
   * @param grams weight of a unit as the store has it, for what nobody weighed; null where unknown
   */
  public record Line(Demand demand, long unitValue, @Nullable Long grams) {
    /** As an order has it. */
    public static Line of(Demand demand, OrderLine line) {
      long gross = Math.multiplyExact(line.unitPrice().amount(), line.quantity());
      long net = Math.max(0, gross - line.discount().amount());
      return new Line(demand, net / Math.max(1, line.quantity()), line.grams());
    }
  }

  /** Demands of an order with what they are worth. */
  static List<Line> lines(Order order, List<Demand> demands) {
    Map<String, OrderLine> lines =
        order.document().lines().stream()
            .collect(
                Collectors.toMap(OrderLine::lineId, Function.identity(), (first, other) -> first));
    return demands.stream()
        .map(demand ->
            Line.of(demand, Optional.ofNullable(lines.get(demand.lineId())).orElseThrow()))
        .toList();
  }

  /** The same for another day. */
  public Wanted by(LocalDate day) {
    return new Wanted(lines, held, to, day, now, live, fixed, heardOnly);
  }

  /** The same on rate cards alone, as if it were that time. */
  Wanted onCardsAt(Instant then) {
    return new Wanted(lines, held, to, deliverBy, then, false, fixed, heardOnly);
  }

  /** The same, bound to the nodes that hold the units or not. */
  public Wanted where(boolean held) {
    return new Wanted(lines, this.held, to, deliverBy, now, live, held, heardOnly);
  }

  /** The same with those alone who answer now, where that is demanded. */
  Wanted heardOnly(boolean demanded) {
    return new Wanted(lines, held, to, deliverBy, now, live, fixed, demanded);
  }
}
