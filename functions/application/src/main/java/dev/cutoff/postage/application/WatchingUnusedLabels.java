package dev.cutoff.postage.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.exception.application.VoidingUnused;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import dev.cutoff.postage.application.UnusedLabels.Unused;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names labels that are paid and never leave before they can't be given back any more, voids them
 * where the merchant file says so, and closes what is over. A round may die anywhere and be done
 * again.
 */
public final class WatchingUnusedLabels {
  private static final String CUTOFF = "cutoff";

  /** States of orders that may have a label in the house. */
  private static final List<OrderState> LABELLED =
      List.of(OrderState.HELD, OrderState.LABELLED, OrderState.PARTIALLY_SHIPPED);

  private final Orders orders;
  private final Exceptions exceptions;
  private final UnusedLabels unused;
  private final RaisingDockException raising;
  private final VoidingUnused voiding;
  private final InstantSource clock;

  @Inject
  public WatchingUnusedLabels(
      Orders orders,
      Exceptions exceptions,
      UnusedLabels unused,
      RaisingDockException raising,
      VoidingUnused voiding,
      InstantSource clock) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.unused = unused;
    this.raising = raising;
    this.voiding = voiding;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param named shipments that are named now, as far as this round looked
   * @param voided those whose labels the rule gave back
   * @param closed entries that were over
   * @param failed those that could not be looked after, and why
   */
  public record Watched(int named, int voided, int closed, List<String> failed) {
    public Watched {
      failed = List.copyOf(failed);
    }
  }

  /**
   * One round.
   *
   * @param all whether orders that nobody named yet are looked at as well; deadlines are days away,
   *     and that reads every order with a label
   */
  public Watched watch(boolean all) {
    Round round = new Round();
    // Whoever is named and gone is closed first: its shipment may have another name by now.
    EveryOpen.of(Reason.LABEL_UNUSED, DockException.class, exceptions).forEach(round::look);
    if (all) {
      EveryOrder.in(LABELLED, orders, round::look);
    }
    return new Watched(round.named, round.voided, round.closed, round.failed);
  }

  /** What became of them so far. */
  private final class Round {
    private final Instant now = clock.instant();
    private final List<String> failed = new ArrayList<>();
    private int named;
    private int voided;
    private int closed;

    private void look(Order order) {
      for (Shipment shipment : order.shipments()) {
        if (shipment instanceof Shipment.Labelled labelled && unused.mayBeNear(labelled, now)) {
          alone(labelled.id().value(), () -> name(order, labelled.id()));
        }
      }
    }

    private void name(Order order, ShipmentId id) {
      Optional<Unused> found =
          unused
              .of(order, id)
              .filter(each -> now.isBefore(each.until()))
              .filter(each -> !now.isBefore(each.until().minus(UnusedLabels.TOLD_BEFORE)));
      if (found.isPresent()) {
        named++;
        raising.raiseOnce(unused.finding(found.get()));
      }
    }

    private void look(DockException open) {
      alone(open.subject(), () -> settle(open));
    }

    private void settle(DockException open) {
      ShipmentId id = new ShipmentId(open.refusal().facts().getOrDefault("shipmentId", ""));
      Optional<Unused> still = orders.find(id.orderId()).flatMap(order -> unused.of(order, id));
      if (still.isEmpty()) {
        close(open, "it was handed over, or its labels were given back");
      } else if (!now.isBefore(still.get().until())) {
        close(open, "its void deadline is over: the labels stay paid");
      } else if (unused.voidedAt(still.get()).filter(then -> !now.isBefore(then)).isPresent()) {
        voided += voiding.giveBack(open, CUTOFF) instanceof VoidingUnused.Outcome.Voided ? 1 : 0;
      } else {
        raising.update(unused.finding(still.get()));
      }
    }

    private void close(DockException open, String why) {
      raising.settle(open.subject(), Reason.LABEL_UNUSED, why);
      closed++;
    }

    /** One that can't be looked after never takes the others down. */
    private void alone(String whose, Runnable look) {
      try {
        look.run();
      } catch (RuntimeException notThisTime) {
        failed.add(whose + ": " + notThisTime.getClass().getSimpleName());
      }
    }
  }
}
