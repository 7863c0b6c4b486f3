package dev.cutoff.testkit;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Shelf;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The exception queue in memory. */
public final class InMemoryExceptions implements Exceptions {
  private static final int PAGE = 50;
  private static final Comparator<QueueEntry> BY_CLOCK =
      Comparator.comparing(QueueEntry::dueAt).thenComparing(QueueEntry::id);

  private final Map<String, QueueEntry> rows = new TreeMap<>();

  @Override
  public synchronized Optional<QueueEntry> entry(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public synchronized Page open(
      @Nullable String owner, @Nullable Reason reason, @Nullable String cursor) {
    Cursor after = cursor == null ? Cursor.START : Cursor.read(cursor);
    List<QueueEntry> found =
        rows.values().stream()
            .filter(each -> each.resolution() == null && each.listed())
            .filter(each -> owner == null || each.owner().equals(owner))
            .filter(each -> reason == null || each.refusal().reason() == reason)
            .filter(each -> after.isBefore(each.dueAt(), each.id()))
            .sorted(BY_CLOCK)
            .limit(PAGE + 1L)
            .toList();
    if (found.size() <= PAGE) {
      return new Page(found, null);
    }
    QueueEntry last = found.get(PAGE - 1);
    return new Page(found.subList(0, PAGE), new Cursor(last.dueAt(), last.id()).text());
  }

  @Override
  public synchronized List<OpenException> of(OrderId orderId) {
    return rows.values().stream()
        .filter(OpenException.class::isInstance)
        .map(OpenException.class::cast)
        .filter(each -> each.orderId().equals(orderId))
        .sorted(Comparator.comparing(OpenException::openedAt).thenComparing(OpenException::id))
        .toList();
  }

  @Override
  public synchronized Optional<StockException> latest(Shelf shelf, Reason reason) {
    return rows.values().stream()
        .filter(StockException.class::isInstance)
        .map(StockException.class::cast)
        .filter(each -> each.shelf().equals(shelf) && each.refusal().reason() == reason)
        .max(Comparator.comparingInt(StockException::number));
  }

  @Override
  public synchronized Optional<PromiseRisk> latestRisk(OrderId orderId) {
    return rows.values().stream()
        .filter(PromiseRisk.class::isInstance)
        .map(PromiseRisk.class::cast)
        .filter(each -> each.orderId().equals(orderId))
        .max(Comparator.comparingInt(PromiseRisk::number));
  }

  @Override
  public synchronized Optional<DockException> latestAtDock(String subject, Reason reason) {
    return rows.values().stream()
        .filter(DockException.class::isInstance)
        .map(DockException.class::cast)
        .filter(each -> each.subject().equals(subject) && each.refusal().reason() == reason)
        .max(Comparator.comparingInt(DockException::number));
  }

  @Override
  public synchronized boolean create(QueueEntry entry) {
    String wanted =
        switch (entry) {
          case OpenException held -> Pattern.quote(held.orderId().value()) + "-\\d+-\\d+";
          case PromiseRisk risk -> "risk\\." + Pattern.quote(risk.orderId().value()) + "\\.\\d+";
          case DockException dock ->
              Pattern.quote(DockException.series(dock.subject(), dock.refusal().reason()))
                  + "\\.\\d+";
          case StockException shelf ->
              Pattern.quote(StockException.series(shelf.shelf(), shelf.refusal().reason()))
                  + "\\.\\d+";
        };
    if (!entry.id().matches(wanted)) {
      throw new IllegalArgumentException(
          "neither that of a hold, a risk, a dock nor a shelf: " + entry.id());
    }
    return rows.putIfAbsent(entry.id(), entry) == null;
  }

  @Override
  public synchronized boolean replace(QueueEntry before, QueueEntry after) {
    if (!before.id().equals(after.id())) {
      throw new IllegalArgumentException("two exceptions: " + before.id() + ", " + after.id());
    }
    return rows.replace(before.id(), before, after);
  }
}
