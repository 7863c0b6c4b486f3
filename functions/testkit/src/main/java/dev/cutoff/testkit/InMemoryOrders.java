package dev.cutoff.testkit;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The order rows in memory. */
public final class InMemoryOrders implements Orders {
  private static final int PAGE = 50;
  private static final Comparator<Order> NEWEST_FIRST =
      Comparator.comparing(Order::receivedAt).thenComparing(Order::id).reversed();

  private final Map<OrderId, Row> rows = new TreeMap<>();
  private final Map<OrderId, List<TimelineEntry>> timelines = new HashMap<>();
  private final Map<Claimed, OrderId> claims = new HashMap<>();
  private final Map<OrderId, Claimed> owners = new HashMap<>();
  private final Map<String, OrderId> byTracking = new HashMap<>();
  private final Map<String, OrderId> byToken = new HashMap<>();

  private record Row(Order order, Instant changedAt) {
    Instant since() {
      return Outstanding.since(order, changedAt);
    }
  }

  private record Claimed(StoreId storeId, String externalId) {}

  @Override
  public synchronized Optional<Order> find(OrderId id) {
    return Optional.ofNullable(rows.get(id)).map(Row::order);
  }

  @Override
  public synchronized Optional<OrderId> findByTracking(String trackingNumber) {
    return Optional.ofNullable(byTracking.get(trackingNumber));
  }

  @Override
  public synchronized Optional<OrderId> findByTrackingToken(String token) {
    return Optional.ofNullable(byToken.get(token));
  }

  @Override
  public synchronized OrderId claim(StoreId storeId, String externalId, OrderId wanted) {
    Claimed claimed = new Claimed(storeId, externalId);
    OrderId known = claims.get(claimed);
    if (known != null) {
      return known;
    }
    OrderId free = wanted;
    for (int number = 2; owners.containsKey(free); number++) {
      free = wanted.alternative(number);
    }
    claims.put(claimed, free);
    owners.put(free, claimed);
    return free;
  }

  @Override
  public synchronized Saved save(@Nullable Order before, Order after, List<TimelineEntry> entries) {
    Row known = rows.get(after.id());
    long knownVersion = known == null ? 0 : known.order().version();
    if (knownVersion != after.version() - 1) {
      return Saved.CONFLICT;
    }
    Instant unchanged = known == null ? after.receivedAt() : known.changedAt();
    Instant changedAt = entries.isEmpty() ? unchanged : entries.getLast().at();
    rows.put(after.id(), new Row(after, changedAt));
    timelines.computeIfAbsent(after.id(), id -> new ArrayList<>()).addAll(entries);
    trackingNumbers(after).forEach(number -> byTracking.put(number, after.id()));
    byToken.putIfAbsent(after.trackingToken(), after.id());
    return Saved.SAVED;
  }

  @Override
  public synchronized List<TimelineEntry> timeline(OrderId id) {
    return List.copyOf(timelines.getOrDefault(id, List.of()));
  }

  @Override
  public synchronized Page list(Query query) {
    Cursor before = query.cursor() == null ? null : Cursor.read(query.cursor());
    List<Order> found =
        rows.values().stream()
            .map(Row::order)
            .filter(order -> query.state() == null || order.state() == query.state())
            .filter(order ->
                query.storeId() == null || order.document().storeId().equals(query.storeId()))
            .filter(order -> query.q() == null || isMeant(order, query.q()))
            .filter(
                order -> before == null || before.isAfter(order.receivedAt(), order.id().value()))
            .sorted(NEWEST_FIRST)
            .limit(PAGE + 1L)
            .toList();
    if (found.size() <= PAGE) {
      return new Page(found, null);
    }
    Order last = found.get(PAGE - 1);
    String cursor = new Cursor(last.receivedAt(), last.id().value()).text();
    return new Page(found.subList(0, PAGE), cursor);
  }

  @Override
  public synchronized List<OrderId> unfinishedSince(Instant unchangedSince, int most) {
    return rows.values().stream()
        .filter(row -> Outstanding.any(row.order()))
        .filter(row -> !row.since().isAfter(unchangedSince))
        .sorted(Comparator.comparing(Row::since).thenComparing(row -> row.order().id()))
        .limit(most)
        .map(row -> row.order().id())
        .toList();
  }

  /** Every order there is, by id. */
  public synchronized List<Order> all() {
    return rows.values().stream().map(Row::order).toList();
  }

  private boolean isMeant(Order order, String q) {
    if (q.isBlank()) {
      return false;
    }
    return order.id().value().equals(q)
        || order.document().externalId().equals(q)
        || order.id().equals(byTracking.get(q))
        || order
            .document()
            .customer()
            .email()
            .toLowerCase(Locale.ROOT)
            .equals(q.toLowerCase(Locale.ROOT));
  }

  private static List<String> trackingNumbers(Order order) {
    return order.shipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(Parcel::trackingNumber)
        .toList();
  }
}
