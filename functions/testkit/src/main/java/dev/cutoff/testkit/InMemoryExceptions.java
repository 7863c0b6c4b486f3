package dev.cutoff.testkit;

import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The exception queue in memory. */
public final class InMemoryExceptions implements Exceptions {
  private static final int PAGE = 50;
  private static final Comparator<OpenException> BY_CLOCK =
      Comparator.comparing(OpenException::dueAt).thenComparing(OpenException::id);

  private final Map<String, OpenException> rows = new TreeMap<>();

  @Override
  public synchronized Optional<OpenException> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Page open(
      @Nullable String owner, @Nullable Reason reason, @Nullable String cursor) {
    Cursor after = cursor == null ? Cursor.START : Cursor.read(cursor);
    List<OpenException> found =
        rows.values().stream()
            .filter(each -> each.resolution() == null)
            .filter(each -> owner == null || each.owner().equals(owner))
            .filter(each -> reason == null || each.refusal().reason() == reason)
            .filter(each -> after.isBefore(each.dueAt(), each.id()))
            .sorted(BY_CLOCK)
            .limit(PAGE + 1L)
            .toList();
    if (found.size() <= PAGE) {
      return new Page(found, null);
    }
    OpenException last = found.get(PAGE - 1);
    return new Page(found.subList(0, PAGE), new Cursor(last.dueAt(), last.id()).text());
  }

  @Override
  public synchronized List<OpenException> of(OrderId orderId) {
    return rows.values().stream()
        .filter(each -> each.orderId().equals(orderId))
        .sorted(Comparator.comparing(OpenException::openedAt).thenComparing(OpenException::id))
        .toList();
  }

  @Override
  public synchronized boolean create(OpenException exception) {
    if (!exception.id().startsWith(exception.orderId() + "-")) {
      throw new IllegalArgumentException(
          "an exception's id begins with its order's: " + exception.id());
    }
    return rows.putIfAbsent(exception.id(), exception) == null;
  }

  @Override
  public synchronized boolean replace(OpenException before, OpenException after) {
    if (!before.id().equals(after.id()) || !before.orderId().equals(after.orderId())) {
      throw new IllegalArgumentException("two exceptions: " + before.id() + ", " + after.id());
    }
    return rows.replace(before.id(), before, after);
  }
}
