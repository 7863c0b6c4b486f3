package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts an order into the list of those who wait for stock, and takes it off: the list first, the
 * order's row after it. Who is in it already keeps the place.
 */
public final class JoiningWaiters {
  private static final int MOST_TRIES = 6;

  private final Backorders backorders;
  private final NotBefore notBefore;
  private final Changing changing;
  private final StockChanges changes;
  private final InstantSource clock;

  @Inject
  public JoiningWaiters(
      Backorders backorders,
      NotBefore notBefore,
      Changing changing,
      StockChanges changes,
      InstantSource clock) {
    this.backorders = backorders;
    this.notBefore = notBefore;
    this.changing = changing;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * Joins.
   *
   * @param waiting all units of the order that are to wait
   * @return the order as it is now
   */
  public Order join(Order order, List<Demand> waiting) {
    List<Waiter.Line> lines = waiting.stream().map(demand -> line(order, demand)).toList();
    Instant now = clock.instant();
    Waiter waiter =
        changed(
                order.id(),
                before ->
                    before == null
                        ? Waiter.joining(order.id(), now, lines)
                        : same(before, lines) ? before : before.with(kept(before, lines)))
            .orElseThrow();
    backorders.remember(waiter.skus());
    Order after = changing.change(order, before -> joined(before, order, waiter, now));
    if (after.cancellation() != null) {
      leave(after.id());
    }
    changes.changed(waiter.skus());
    return after;
  }

  /** Takes an order off the list, once; what it was promised is for others. */
  public void leave(OrderId orderId) {
    Optional<Waiter> known = backorders.find(orderId);
    if (known.isPresent()) {
      changed(orderId, before -> null);
      changes.changed(known.get().skus());
    }
  }

  /**
   * The row forgets what is not left to be served. Before the list does: an order that waits in no
   * list waits for ever.
   */
  public Order forget(Order order) {
    return changing.change(order, JoiningWaiters::waitsForLess);
  }

  private static Optional<Decision> waitsForLess(Order before) {
    Backorder known = before.backorder();
    if (known == null) {
      return Optional.empty();
    }
    Backorder now = known.within(Outstanding.unserved(before));
    return known.equals(now)
        ? Optional.empty()
        : Optional.of(
            new Decision(
                change -> change.backorder(now), "cutoff", "waits for less", "what is left"));
  }

  /** Leaves these units in the list, and takes the others off. */
  void keep(OrderId orderId, List<Demand> waiting) {
    changed(orderId, before -> before == null ? null : still(before, waiting));
  }

  private static @Nullable Waiter still(Waiter before, List<Demand> waiting) {
    List<Waiter.Line> lines = kept(before, waiting.stream().map(Waiter.Line::of).toList());
    return lines.isEmpty() ? null : same(before, lines) ? before : before.with(lines);
  }

  private Waiter.Line line(Order order, Demand demand) {
    return new Waiter.Line(
        demand, notBefore.of(order.document(), demand).orElse(null), List.of(), false);
  }

  private static boolean same(Waiter before, List<Waiter.Line> lines) {
    return kept(before, lines).equals(before.lines());
  }

  /** Lines of the same units keep what they were promised. */
  private static List<Waiter.Line> kept(Waiter before, List<Waiter.Line> lines) {
    return lines.stream()
        .map(line ->
            before.lines().stream()
                .filter(each -> each.demand().equals(line.demand()))
                .findFirst()
                .orElse(line))
        .toList();
  }

  /** Changes the entry of an order, whatever others do with it meanwhile. */
  private Optional<Waiter> changed(
      OrderId orderId, Function<@Nullable Waiter, @Nullable Waiter> how) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Waiter before = backorders.find(orderId).orElse(null);
      Waiter after = how.apply(before);
      if (Objects.equals(before, after)
          || backorders.change(List.of(new Backorders.Change(before, after)))) {
        return Optional.ofNullable(after);
      }
    }
    throw new TryAgainLater("the wait of order " + orderId + " is being changed by others");
  }

  /** Served in between, cancelled or edited: the row knows. */
  private static Optional<Decision> joined(Order before, Order asked, Waiter waiter, Instant now) {
    if (before.cancellation() != null) {
      return Optional.empty();
    }
    Backorder known = before.backorder();
    List<Backorder.Part> parts =
        waiter.lines().stream()
            .map(line ->
                new Backorder.Part(
                    line.demand().lineId(),
                    line.demand().quantity(),
                    line.expectedOn().orElse(null)))
            .toList();
    Backorder waits =
        new Backorder(
                waiter.since(),
                parts,
                known == null ? null : known.expectedOn(),
                known == null ? now : known.expectedSince(),
                false,
                known == null ? null : known.servedAt())
            .within(Outstanding.unserved(before));
    boolean edited = !before.document().shipsLike(asked.document());
    if (!waits.waits() && !before.waits() && !edited) {
      return Optional.empty();
    }
    if (waits.equals(known) && before.hold() == null && !edited) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            change -> change.backorder(waits).hold(null).replan(before.replan() || edited),
            "cutoff",
            "waits for stock: "
                + String.join(
                    ", ",
                    waiter.lines().stream()
                        .map(line -> line.demand().quantity() + " of " + line.demand().sku())
                        .toList()),
            "short of stock, in the list since " + waiter.since()));
  }
}
