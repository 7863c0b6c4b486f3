package dev.cutoff.exception.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Shelf;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exception queue: held orders, promises at risk, and shelves and docks that somebody must look
 * at.
 */
public interface Exceptions {
  /** One of any kind. */
  Optional<QueueEntry> entry(String id);

  /** A held order. */
  default Optional<OpenException> find(String id) {
    return entry(id).filter(OpenException.class::isInstance).map(OpenException.class::cast);
  }

  /** Open ones, the nearest clock first; null matches all. */
  Page open(@Nullable String owner, @Nullable Reason reason, @Nullable String cursor);

  /** All holds of one order, open or resolved, oldest first. */
  List<OpenException> of(OrderId orderId);

  /** The newest of a shelf for that reason, open or resolved. */
  Optional<StockException> latest(Shelf shelf, Reason reason);

  /** The newest about the promise of an order, open or resolved. */
  Optional<PromiseRisk> latestRisk(OrderId orderId);

  /** The newest of a parcel or truck for that reason, open or resolved. */
  Optional<DockException> latestAtDock(String subject, Reason reason);

  /** Writes a new one; false where its id is there already. */
  boolean create(QueueEntry entry);

  /**
   * Puts {@code after} in the place of {@code before}; false where the row is no longer as {@code
   * before} was.
   */
  boolean replace(QueueEntry before, QueueEntry after);

  /** At most 50 and the cursor of the next page where there is one. */
  record Page(List<QueueEntry> items, @Nullable String cursor) {}
}
