package dev.cutoff.testkit;

import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Inbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inbox in memory. */
public final class InMemoryInbox implements Inbox {
  private final Map<Key, Row> rows = new LinkedHashMap<>();

  private record Key(OrderId orderId, String contentHash) {}

  private record Row(Message message, boolean applied) {}

  @Override
  public synchronized boolean put(Message message) {
    return rows.putIfAbsent(key(message), new Row(message, false)) == null;
  }

  @Override
  public synchronized List<Message> pending(OrderId orderId) {
    return rows.values().stream()
        .filter(row -> !row.applied())
        .map(Row::message)
        .filter(message -> message.orderId().equals(orderId))
        .sorted(Comparator.comparing(Message::updatedAt).thenComparing(Message::receivedAt))
        .toList();
  }

  @Override
  public synchronized List<Message> pendingBefore(Instant receivedBefore, int most) {
    return rows.values().stream()
        .filter(row -> !row.applied())
        .map(Row::message)
        .filter(message -> message.receivedAt().isBefore(receivedBefore))
        .sorted(Comparator.comparing(Message::receivedAt))
        .limit(most)
        .toList();
  }

  @Override
  public synchronized void applied(Message message) {
    Row row = rows.get(key(message));
    if (row == null) {
      throw new IllegalStateException("never put into the inbox: " + message.contentHash());
    }
    rows.put(key(message), new Row(row.message(), true));
  }

  private static Key key(Message message) {
    return new Key(message.orderId(), message.contentHash());
  }
}
