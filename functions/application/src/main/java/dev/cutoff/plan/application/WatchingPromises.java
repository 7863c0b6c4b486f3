package dev.cutoff.plan.application;

import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.RaisingPromiseRisk;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.application.EveryOrder;
import dev.cutoff.order.application.Orders;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The promise watch: names every order that is promised, not handed over and near its last safe
 * instant, with what can still be done, and closes what is over. A round may die anywhere and be
 * done again.
 */
public final class WatchingPromises {
  private final Orders orders;
  private final Exceptions exceptions;
  private final AssessingPromise assessing;
  private final RaisingPromiseRisk raising;
  private final TellingDelay telling;
  private final EndingDelay ending;
  private final InstantSource clock;

  @Inject
  public WatchingPromises(
      Orders orders,
      Exceptions exceptions,
      AssessingPromise assessing,
      RaisingPromiseRisk raising,
      TellingDelay telling,
      EndingDelay ending,
      InstantSource clock) {
    this.orders = orders;
    this.exceptions = exceptions;
    this.assessing = assessing;
    this.raising = raising;
    this.telling = telling;
    this.ending = ending;
    this.clock = clock;
  }

  /**
   * What a round did.
   *
   * @param looked orders that are not handed over
   * @param atRisk those that are named
   * @param closed entries that were over
   * @param left those that the next round looks at: the time was up
   * @param failed those that could not be judged, and why
   */
  public record Watched(int looked, int atRisk, int closed, int left, List<String> failed) {
    public Watched {
      failed = List.copyOf(failed);
    }
  }

  private record Suspect(OrderId id, Instant until) {}

  /**
   * One round.
   *
   * @param most time it may take; the most urgent orders come first
   */
  public Watched watch(Duration most) {
    Instant end = clock.instant().plus(most);
    List<Suspect> suspects = new ArrayList<>();
    Set<OrderId> delayed = new LinkedHashSet<>();
    int looked =
        EveryOrder.IN_THE_HOUSE.stream()
            .mapToInt(state -> suspects(state, suspects, delayed))
            .sum();
    // What waits for stock as a whole has no promise to be kept, and customers who wait for it.
    EveryOrder.in(List.of(OrderState.RECEIVED), orders, order -> delayed(order, delayed));
    suspects.sort(Comparator.comparing(Suspect::until).thenComparing(Suspect::id));
    Set<OrderId> urgent = new LinkedHashSet<>();
    suspects.forEach(each -> urgent.add(each.id()));
    Round round = new Round(end);
    delayed.forEach(round::tend);
    urgent.forEach(round::judge);
    named().stream().filter(id -> !urgent.contains(id)).forEach(round::judge);
    return new Watched(looked, round.atRisk, round.closed, round.left, round.failed);
  }

  /** What became of the orders so far. */
  private final class Round {
    private final Instant end;
    private final List<String> failed = new ArrayList<>();
    private int atRisk;
    private int closed;
    private int left;

    private Round(Instant end) {
      this.end = end;
    }

    /** What is cancelled here is not judged any more. */
    private void tend(OrderId id) {
      if (clock.instant().isAfter(end)) {
        left++;
        return;
      }
      try {
        orders.find(id).ifPresent(ending::tend);
      } catch (RuntimeException notThisTime) {
        failed.add(id + ": " + notThisTime.getClass().getSimpleName());
      }
    }

    /** One order that can't be judged never takes the others down. */
    private void judge(OrderId id) {
      if (clock.instant().isAfter(end)) {
        left++;
        return;
      }
      try {
        Optional<Order> order = orders.find(id);
        Optional<PromiseRisk.Finding> found = order.flatMap(assessing::assess);
        if (found.isPresent()) {
          atRisk += raising.raise(found.get()).isPresent() ? 1 : 0;
        } else {
          // Who accepted that it comes late may have died before the customer was told.
          order.filter(Order::shipLate).ifPresent(telling::tell);
          String why = order.map(AssessingPromise::whyOver).orElse("there is no such order");
          closed += raising.settle(id, why) ? 1 : 0;
        }
      } catch (RuntimeException notThisTime) {
        failed.add(id + ": " + notThisTime.getClass().getSimpleName());
      }
    }
  }

  private void delayed(Order order, Set<OrderId> delayed) {
    if (ending.concerns(order)) {
      delayed.add(order.id());
    }
  }

  private int suspects(OrderState state, List<Suspect> suspects, Set<OrderId> delayed) {
    int looked = 0;
    String cursor = null;
    do {
      Orders.Page page = orders.list(new Orders.Query(state, null, null, cursor));
      looked += page.items().size();
      for (Order order : page.items()) {
        delayed(order, delayed);
        assessing
            .suspicious(order)
            .ifPresent(until -> suspects.add(new Suspect(order.id(), until)));
      }
      cursor = page.cursor();
    } while (cursor != null);
    return looked;
  }

  /** The orders that are named now, the nearest clock first. */
  private List<OrderId> named() {
    return EveryOpen.of(Reason.PROMISE_AT_RISK, PromiseRisk.class, exceptions).stream()
        .map(PromiseRisk::orderId)
        .toList();
  }
}
