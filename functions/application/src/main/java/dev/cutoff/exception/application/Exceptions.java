package dev.cutoff.exception.application;

import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.order.OrderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exception queue. */
public interface Exceptions {
  Optional<OpenException> find(String id);

  /** Open ones, the nearest clock first; null matches all. */
  Page open(@Nullable String owner, @Nullable Reason reason, @Nullable String cursor);

  /** All of one order, open or resolved, oldest first. */
  List<OpenException> of(OrderId orderId);

  /** Writes a new one; false where its id is there already. */
  boolean create(OpenException exception);

  /**
   * Puts {@code after} in the place of {@code before}; false where the row is no longer as {@code
   * before} was.
   */
  boolean replace(OpenException before, OpenException after);

  /** At most 50 and the cursor of the next page where there is one. */
  record Page(List<OpenException> items, @Nullable String cursor) {}
}
