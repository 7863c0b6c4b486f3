package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The list of those who wait for stock. An order has one entry, which every SKU it waits for knows.
 * Reads are strongly consistent.
 */
public interface Backorders {
  /** The entry of an order. */
  Optional<Waiter> find(OrderId orderId);

  /** Those who wait for the SKU, who came first first. */
  List<Waiter> of(Sku sku);

  /** Which of these SKUs somebody waits for; cheap, and never misses one. */
  Set<Sku> waitedFor(Collection<Sku> skus);

  /** All SKUs that somebody waits for, by name. */
  List<Sku> waitedFor();

  /**
   * Changes entries together: all of them or none. Inbound lines count what the changes promise and
   * give back, on condition that no line promises more than is still to come.
   *
   * @param changes of {@link #MOST_CHANGES} orders at most, one change each
   * @return false where an entry is no longer as it was, or a line has not enough to promise
   */
  boolean change(List<Change> changes);

  /** Makes sure that these SKUs are known to be waited for; whoever joined may have died before. */
  void remember(Collection<Sku> skus);

  /** Forgets that the SKU is waited for, where nobody does. */
  void settle(Sku sku);

  /**
   * A change of one entry.
   *
   * @param before null where it joins
   * @param after null where it leaves
   */
  record Change(@Nullable Waiter before, @Nullable Waiter after) {
    public Change {
      Waiter one = before != null ? before : after;
      if (one == null
          || (before != null
              && after != null
              && (!before.orderId().equals(after.orderId())
                  || !before.since().equals(after.since())
                  || after.version() != before.version() + 1))) {
        throw new IllegalArgumentException("not a change of one entry");
      }
    }

    public OrderId orderId() {
      Waiter one = before != null ? before : after;
      return Objects.requireNonNull(one).orderId();
    }
  }

  /** At most as many entries are changed together. */
  int MOST_CHANGES = 20;
}
