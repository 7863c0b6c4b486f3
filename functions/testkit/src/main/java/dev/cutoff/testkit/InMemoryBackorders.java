package dev.cutoff.testkit;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.Counters;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The list of those who wait, in memory. */
public final class InMemoryBackorders implements Backorders {
  private final SortedMap<OrderId, Waiter> waiters = new TreeMap<>();
  private final InMemoryInbounds inbounds;

  /** The inbound lines count what is promised. */
  public InMemoryBackorders(InMemoryInbounds inbounds) {
    this.inbounds = inbounds;
  }

  @Override
  public synchronized Optional<Waiter> find(OrderId orderId) {
    return Optional.ofNullable(waiters.get(orderId));
  }

  @Override
  public synchronized List<Waiter> of(Sku sku) {
    return waiters.values().stream()
        .filter(waiter -> waiter.skus().contains(sku))
        .sorted(Waiter.FIRST_COME)
        .toList();
  }

  @Override
  public synchronized Set<Sku> waitedFor(Collection<Sku> skus) {
    Set<Sku> waitedFor = new TreeSet<>(waitedFor());
    waitedFor.retainAll(Set.copyOf(skus));
    return waitedFor;
  }

  @Override
  public synchronized List<Sku> waitedFor() {
    return waiters.values().stream()
        .flatMap(waiter -> waiter.skus().stream())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public synchronized boolean change(List<Change> changes) {
    checked(changes);
    for (Change each : changes) {
      if (!Objects.equals(waiters.get(each.orderId()), each.before())) {
        return false;
      }
    }
    if (!inbounds.count(Counters.of(changes))) {
      return false;
    }
    for (Change each : changes) {
      Waiter after = each.after();
      if (after == null) {
        waiters.remove(each.orderId());
      } else {
        waiters.put(each.orderId(), after);
      }
    }
    return true;
  }

  @Override
  public void remember(Collection<Sku> skus) {
    // What waits is what is in the list.
  }

  @Override
  public void settle(Sku sku) {
    // Nothing is kept of who left.
  }

  /** Everybody who waits, who came first first. */
  public synchronized List<Waiter> all() {
    return waiters.values().stream().sorted(Waiter.FIRST_COME).toList();
  }

  private static void checked(List<Change> changes) {
    long orders = changes.stream().map(Change::orderId).distinct().count();
    if (changes.size() > MOST_CHANGES || orders < changes.size()) {
      throw new IllegalArgumentException(
          "at most " + MOST_CHANGES + " changes, each of another order");
    }
  }
}
