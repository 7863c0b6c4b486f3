package dev.cutoff.tracking.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Looks after what is on its way: asks carriers that send nothing, names parcels in trouble, and
 * tells of promises that will not be kept before the customer asks. A round may die anywhere and be
 * done again.
 */
public final class WatchingParcels {
  /** How often it is called. */
  private static final Duration ROUND = Duration.ofMinutes(5);

  /** Questions of a round; parcels that are left have their turn when it comes again. */
  private static final int MOST_ASKED = 200;

  private static final int HOUR = 60;

  private static final List<OrderState> ON_THE_WAY =
      List.of(OrderState.HELD, OrderState.PARTIALLY_SHIPPED, OrderState.SHIPPED);

  /** With labels that nobody handed over, which a carrier that is polled may have. */
  private static final List<OrderState> POLLED =
      List.of(
          OrderState.HELD, OrderState.LABELLED, OrderState.PARTIALLY_SHIPPED, OrderState.SHIPPED);

  private final Orders orders;
  private final Exceptions exceptions;
  private final PollingTracks polling;
  private final NamingTrouble trouble;
  private final TellingLateness lateness;
  private final InstantSource clock;

  @Inject
  public WatchingParcels(
      Orders orders,
      Exceptions exceptions,
      PollingTracks polling,
      NamingTrouble trouble,
      TellingLateness lateness,
      InstantSource clock) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.polling = polling;
    this.trouble = trouble;
    this.lateness = lateness;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param looked orders on their way, labelled ones included where carriers are asked
   * @param asked parcels that carriers were asked for
   * @param troubled parcels
   * @param late orders whose customers know
   * @param left those that the next round looks at: the time was up
   * @param failed what could not be done or read, and why; the others were
   */
  public record Watched(
      int looked, int asked, int troubled, int late, int left, List<String> failed) {
    /** A round that was not due. */
    public static final Watched NOTHING = new Watched(0, 0, 0, 0, 0, List.of());

    public Watched {
      failed = List.copyOf(failed);
    }
  }

  /**
   * Nothing changes on its way by time alone within minutes: once an hour is enough where no
   * carrier has to be asked.
   */
  public boolean isDue() {
    long minute = Math.floorMod(clock.instant().getEpochSecond() / HOUR, HOUR);
    return minute < ROUND.toMinutes() || polling.isNeeded();
  }

  /**
   * One round.
   *
   * @param most time it may take
   */
  public Watched watch(Duration most) {
    Instant now = clock.instant();
    Round round = new Round(now.minus(ROUND), now.plus(most));
    EveryOrder.in(polling.isNeeded() ? POLLED : ON_THE_WAY, orders, round::look);
    round.settle(Reason.PARCEL_IN_TROUBLE, trouble::settleIfOver);
    round.settle(Reason.DELIVERY_LATE, (order, open) -> lateness.settleIfOver(order));
    return new Watched(
        round.looked, round.asked, round.troubled, round.late, round.left, round.failed);
  }

  /** Closes an entry that is over. */
  @FunctionalInterface
  private interface Settling {
    void settleIfOver(Order order, DockException open);
  }

  /** What became of the orders so far. */
  private final class Round {
    private final Instant before;
    private final Instant end;
    private final List<String> failed = new ArrayList<>();
    private final Set<OrderId> seen = new HashSet<>();
    private int looked;
    private int asked;
    private int troubled;
    private int late;
    private int left;

    private Round(Instant before, Instant end) {
      this.before = before;
      this.end = end;
    }

    private void look(Order listed) {
      if (clock.instant().isAfter(end)) {
        left++;
        return;
      }
      // What a poll moves on is listed again among those that are shipped.
      if (seen.add(listed.id())) {
        looked++;
        alone(listed, this::judge);
      }
    }

    private void judge(Order listed) {
      Order order = listed;
      int polled = asked < MOST_ASKED ? polling.poll(listed, before, failed) : 0;
      if (polled > 0) {
        asked += polled;
        order = orders.find(listed.id()).orElse(listed);
      }
      for (Shipment shipment : order.openShipments()) {
        if (shipment instanceof Shipment.Shipped shipped) {
          for (Parcel parcel : shipped.parcels()) {
            troubled += trouble.look(order, shipped, parcel) ? 1 : 0;
          }
        }
      }
      late += lateness.judge(order) ? 1 : 0;
    }

    private void settle(Reason reason, Settling settling) {
      for (DockException open : EveryOpen.of(reason, DockException.class, exceptions)) {
        open.orders().stream()
            .flatMap(id -> orders.find(id).stream())
            .forEach(order -> alone(order, it -> settling.settleIfOver(it, open)));
      }
    }

    /** One order that can't be looked after never takes the others down. */
    private void alone(Order order, Consumer<Order> work) {
      try {
        work.accept(order);
      } catch (RuntimeException notThisTime) {
        failed.add(order.id() + ": " + notThisTime.getClass().getSimpleName());
      }
    }
  }
}
