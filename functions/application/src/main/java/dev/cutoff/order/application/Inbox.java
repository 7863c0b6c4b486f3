package dev.cutoff.order.application;

import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import java.time.Instant;
import java.util.List;

/** What arrived from the stores, by order and content; nothing in it is ever deleted. */
public interface Inbox {
  /**
   * One version of an order as it arrived.
   *
   * @param objectKey where the channel's own bytes are
   * @param contentHash of those bytes: with the order id the key of the row
   * @param updatedAt the store's version
   */
  record Message(
      OrderId orderId,
      StoreId storeId,
      String objectKey,
      String contentHash,
      Instant updatedAt,
      Instant receivedAt) {}

  /** Keeps it as not yet applied; false where the very same bytes are there already. */
  boolean put(Message message);

  /** Not yet applied messages of one order, by the store's version, then by arrival. */
  List<Message> pending(OrderId orderId);

  /** Not yet applied messages of all orders that arrived before; for the sweeper. */
  List<Message> pendingBefore(Instant receivedBefore, int most);

  void applied(Message message);
}
