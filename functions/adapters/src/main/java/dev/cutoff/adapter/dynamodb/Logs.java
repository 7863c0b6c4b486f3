package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.OrderId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the timeline of rows that were read, so that a save needs no second look. What a
 * version of an order says never changes, so nothing here grows old.
 */
final class Logs {
  private static final int MOST = 200;

  private final Map<OrderId, Known> known =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OrderId, Known> eldest) {
          return size() > MOST;
        }
      };

  private record Known(long version, Log log) {}

  synchronized void keep(OrderId id, long version, Log log) {
    known.put(id, new Known(version, log));
  }

  synchronized @Nullable Log of(OrderId id, long version) {
    Known found = known.get(id);
    return found == null || found.version() != version ? null : found.log();
  }
}
