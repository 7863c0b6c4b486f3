package dev.cutoff.order.application;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The order rows, their timeline and the ways to find them. Reads are strongly consistent. */
public interface Orders {
  /** How a conditional write ended. */
  enum Saved {
    SAVED,
    /** Somebody else changed the order meanwhile: read again and decide again. */
    CONFLICT
  }

  Optional<Order> find(OrderId id);

  Optional<OrderId> findByTracking(String trackingNumber);

  Optional<OrderId> findByTrackingToken(String token);

  /**
   * The one order id of (store, external id), for ever: the wanted one, or where another order owns
   * that, with "-2", "-3" appended, in one transaction.
   */
  OrderId claim(StoreId storeId, String externalId, OrderId wanted);

  /**
   * Writes the order and appends to its timeline in one transaction, on condition that the row's
   * version is {@code after.version() - 1} (no row where that is 0). Tracking numbers that {@code
   * before} did not have become findable.
   *
   * @param before what {@code after} was made from; null for a new order
   */
  Saved save(@Nullable Order before, Order after, List<TimelineEntry> entries);

  List<TimelineEntry> timeline(OrderId id);

  Page list(Query query);

  /**
   * Orders with something {@link dev.cutoff.order.Outstanding#any outstanding} that nobody changed
   * since, the oldest first; for the sweeper.
   */
  List<OrderId> unfinishedSince(Instant unchangedSince, int most);

  /**
   * What to list.
   *
   * @param q order id, external id, e-mail or tracking number, exactly; null for all
   * @param cursor of the page before; null for the first
   */
  record Query(
      @Nullable OrderState state,
      @Nullable StoreId storeId,
      @Nullable String q,
      @Nullable String cursor) {}

  /** At most 50 orders, newest first, and the cursor of the next page where there is one. */
  record Page(List<Order> items, @Nullable String cursor) {}
}
