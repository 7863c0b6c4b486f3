package dev.cutoff.stock.application;

import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.JoiningWaiters;
import dev.cutoff.backorder.application.NotBefore;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Supplies an order with units, and where they are short does what the shop's rules say: ship what
 * is there or keep the order together; wait in the list, hold for a person, or cancel. Whoever
 * comes new stands behind those who wait.
 */
public final class Supplying {
  private final Allocating allocating;
  private final TakingUnits taking;
  private final Backorders backorders;
  private final JoiningWaiters joining;
  private final NotBefore notBefore;
  private final Changing changing;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public Supplying(
      Allocating allocating,
      TakingUnits taking,
      Backorders backorders,
      JoiningWaiters joining,
      NotBefore notBefore,
      Changing changing,
      Merchants merchants,
      InstantSource clock) {
    this.allocating = allocating;
    this.taking = taking;
    this.backorders = backorders;
    this.joining = joining;
    this.notBefore = notBefore;
    this.changing = changing;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** How it ended. */
  sealed interface Outcome {
    /** With all units, with some, or with a place in the list. */
    record GoesOn(Order order) implements Outcome {}

    /** Too many want the same: it has to queue. */
    record Queues() implements Outcome {}

    /** A person decides. */
    record Refused(Refusal why) implements Outcome {}

    /** The rules say so. */
    record Cancelled() implements Outcome {}
  }

  /**
   * Supplies.
   *
   * @param listed whether it has a place in the list of those who wait
   * @param queued whether it has been in the queue of hot shelves: once is enough
   */
  Outcome supply(Order order, boolean listed, boolean queued) {
    if (listed) {
      return new Outcome.GoesOn(waitsOn(order));
    }
    List<Demand> missing = allocating.demands(order);
    if (missing.isEmpty()) {
      return new Outcome.GoesOn(order);
    }
    Backorder known = order.backorder();
    boolean gaveUp = known != null && known.gaveUp();
    StockRules rules = merchants.current().rules().stock();
    List<Demand> now = gaveUp ? missing : notForTheList(order, missing, rules);
    if (!rules.shipPartial() && now.size() < missing.size()) {
      return new Outcome.GoesOn(joining.join(order, missing));
    }
    // Who waits for a part of it in the list has a place there, and needs none in the queue.
    boolean mayQueue = !queued && now.size() == missing.size() && known == null;
    TakingUnits.Taken taken = taking.take(order, now, rules.shipPartial(), mayQueue);
    if (taken.queues()) {
      return new Outcome.Queues();
    }
    Order after = taken.order();
    List<Demand> waiting = new ArrayList<>(missing);
    waiting.removeAll(now);
    boolean backorders = rules.whenShort() == WhenShort.BACKORDER && !gaveUp;
    if (backorders) {
      waiting.addAll(taken.left());
    }
    if (!waiting.isEmpty()) {
      after = joining.join(after, waiting);
    }
    if (taken.left().isEmpty() || backorders || after.version() > order.version()) {
      // What was taken goes out first; what is left is looked at by the next attempt.
      return new Outcome.GoesOn(after);
    }
    Refusal refusal = outOfStock(taken.left(), taken.levels());
    return rules.whenShort() == WhenShort.CANCEL && !gaveUp
        ? cancel(after, refusal)
        : new Outcome.Refused(refusal);
  }

  /** The list serves it in its turn; what it waits for may have changed. */
  private Order waitsOn(Order order) {
    List<Demand> unserved = allocating.unserved(order);
    if (unserved.isEmpty()) {
      Order after = joining.forget(order);
      joining.leave(order.id());
      return after;
    }
    return !order.waits() || !allocating.demands(order).isEmpty()
        ? joining.join(order, unserved)
        : order;
  }

  /** What is neither ahead of its day nor waited for by somebody who came before. */
  private List<Demand> notForTheList(Order order, List<Demand> missing, StockRules rules) {
    Merchant merchant = merchants.current();
    Set<Sku> skus = new TreeSet<>();
    for (Demand demand : missing) {
      demand.perUnit().keySet().stream()
          .filter(sku ->
              rules.whenShort() == WhenShort.BACKORDER
                  || merchant
                      .item(sku)
                      .filter(item -> item.stock().releaseDate() != null)
                      .isPresent())
          .forEach(skus::add);
    }
    Set<Sku> waitedFor = skus.isEmpty() ? Set.of() : backorders.waitedFor(skus);
    return missing.stream()
        .filter(demand -> !notBefore.isAhead(order.document(), demand))
        .filter(demand -> demand.perUnit().keySet().stream().noneMatch(waitedFor::contains))
        .toList();
  }

  private Outcome cancel(Order order, Refusal refusal) {
    Instant now = clock.instant();
    Order after =
        changing.change(
            order,
            before ->
                before.cancellation() != null || before.anythingHandedOver()
                    ? Optional.empty()
                    : Optional.of(
                        new Decision(
                            change ->
                                change.cancellation(
                                    new Order.Cancellation(now, "cutoff", "out of stock", null)),
                            "cutoff",
                            "cancelled: out of stock",
                            refusal.message())));
    return after.cancellation() == null ? new Outcome.Refused(refusal) : new Outcome.Cancelled();
  }

  private Refusal outOfStock(List<Demand> demands, List<StockLevel> levels) {
    for (Demand demand : demands) {
      for (var part : demand.perUnit().entrySet()) {
        long there =
            levels.stream()
                .filter(level -> level.sku().equals(part.getKey()))
                .mapToLong(level -> level.routable(allocating.safety()))
                .sum();
        long wanted = part.getValue() * demand.quantity();
        if (there < wanted) {
          return Refusal.of(
              Reason.OUT_OF_STOCK,
              "%d of %s are wanted and %d are free over all nodes. Count or receive stock, then retry; or cancel."
                  .formatted(wanted, part.getKey(), there),
              Map.of("sku", part.getKey().value(), "wanted", "" + wanted, "free", "" + there));
        }
      }
    }
    return Refusal.of(
        Reason.OUT_OF_STOCK,
        "The units are there, but over too many nodes or shared between lines and kits. Move stock, then retry; or cancel.");
  }
}
