package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.application.Orders.Page;
import dev.cutoff.order.application.Orders.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Lists: the indexes say which orders may be meant, the rows themselves say which are. So a list
 * may miss a change of the last instant, but never shows an order where it is not.
 */
final class OrderLists {
  /**
   * How many orders of other stores are passed over for one page; then it comes short, with a
   * cursor.
   */
  static final int MOST_SKIPPED = 2_000;

  private static final int PAGE = 50;

  private final Dynamo dynamo;
  private final OrderRows rows;
  private final Function<String, Optional<OrderId>> byTracking;
  private final int mostSkipped;

  OrderLists(
      Dynamo dynamo,
      OrderRows rows,
      Function<String, Optional<OrderId>> byTracking,
      int mostSkipped) {
    this.dynamo = dynamo;
    this.rows = rows;
    this.byTracking = byTracking;
    this.mostSkipped = mostSkipped;
  }

  /** An order as an index has it. */
  private record Entry(String created, OrderId id, @Nullable String storeId) {
    static final Comparator<Entry> NEWEST_FIRST =
        Comparator.comparing(Entry::created, Comparator.reverseOrder());

    static Entry read(Map<String, AttributeValue> row) {
      String orderId = Item.textOrNull(row, "orderId");
      OrderId id = orderId == null ? Key.orderIdOf(Item.text(row, "pk")) : new OrderId(orderId);
      return new Entry(Item.text(row, "created"), id, Item.textOrNull(row, "storeId"));
    }
  }

  Page list(Query query) {
    String cursor = query.cursor();
    // Sorts after every time that is written with digits.
    String before = cursor == null ? "~" : PageCursor.sortKey(cursor);
    return AwsCalls.call(
        "DynamoDB: list orders",
        () -> page(query, new Newest<>(sources(query, before), Entry.NEWEST_FIRST)));
  }

  private Page page(Query query, Iterator<Entry> entries) {
    List<Order> found = new ArrayList<>();
    Set<OrderId> seen = new HashSet<>();
    int skipped = 0;
    while (entries.hasNext()) {
      Set<OrderId> batch = new LinkedHashSet<>();
      while (entries.hasNext() && batch.size() <= PAGE - found.size()) {
        Entry entry = entries.next();
        if (isOfAnother(entry, query)) {
          skipped++;
        } else if (seen.add(entry.id())) {
          batch.add(entry.id());
        }
        if (skipped >= mostSkipped && entries.hasNext()) {
          addAll(query, batch, found);
          return new Page(found, PageCursor.text(entry.created()));
        }
      }
      addAll(query, batch, found);
      if (found.size() > PAGE) {
        List<Order> items = List.copyOf(found.subList(0, PAGE));
        return new Page(items, PageCursor.text(OrderRows.created(items.getLast())));
      }
    }
    return new Page(found, null);
  }

  private void addAll(Query query, Set<OrderId> batch, List<Order> found) {
    Map<OrderId, OrderRows.Row> read = rows.all(batch);
    for (OrderId id : batch) {
      OrderRows.Row row = read.get(id);
      if (row != null && isMeant(row.order(), query)) {
        found.add(row.order());
      }
    }
  }

  private static boolean isOfAnother(Entry entry, Query query) {
    return query.storeId() != null
        && entry.storeId() != null
        && !entry.storeId().equals(query.storeId().value());
  }

  private static boolean isMeant(Order order, Query query) {
    return (query.state() == null || order.state() == query.state())
        && (query.storeId() == null || order.document().storeId().equals(query.storeId()));
  }

  private List<Iterator<Entry>> sources(Query query, String before) {
    String q = query.q();
    if (q != null) {
      return q.isBlank() ? List.of() : byName(q, before);
    }
    if (query.state() != null) {
      return List.of(newest(Tables.BY_STATE, "state", OrderRows.group(query.state()), before));
    }
    if (query.storeId() != null) {
      return List.of(newest(Tables.BY_STORE, "storeId", query.storeId().value(), before));
    }
    // In the order in which orders move: one that moves meanwhile is seen twice, not never.
    return Stream.of(OrderState.values())
        .map(OrderRows::group)
        .distinct()
        .map(group -> newest(Tables.BY_STATE, "state", group, before))
        .toList();
  }

  private List<Iterator<Entry>> byName(String q, String before) {
    Optional<OrderId> itself =
        q.matches("[A-Za-z0-9_-]{1,64}") ? Optional.of(new OrderId(q)) : Optional.empty();
    List<OrderId> ids = Stream.of(itself, byTracking.apply(q)).flatMap(Optional::stream).toList();
    Iterator<Entry> direct =
        rows.all(new LinkedHashSet<>(ids)).values().stream()
            .map(row -> new Entry(OrderRows.created(row.order()), row.order().id(), null))
            .filter(entry -> entry.created().compareTo(before) < 0)
            .sorted(Entry.NEWEST_FIRST)
            .iterator();
    return List.of(
        direct,
        newest(Tables.LOOKUP, "look", OrderRows.lookup("x", q), before),
        newest(Tables.LOOKUP, "look", OrderRows.lookup("e", q), before));
  }

  private Iterator<Entry> newest(String index, String attribute, String value, String before) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(dynamo.tables().orders())
            .indexName(index)
            .keyConditionExpression("#hash = :hash AND created < :before")
            .expressionAttributeNames(Map.of("#hash", attribute))
            .expressionAttributeValues(Item.values().s(":hash", value).s(":before", before).map())
            .scanIndexForward(false)
            .limit(2 * PAGE)
            .build();
    return dynamo.index(query).map(Entry::read).iterator();
  }

  /** The index knows ten minutes, the row knows the instant. */
  List<OrderId> unfinishedSince(Instant unchangedSince, int most) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(dynamo.tables().orders())
            .indexName(Tables.WORK)
            .keyConditionExpression("#work = :work AND workAt <= :until")
            .expressionAttributeNames(Map.of("#work", "work"))
            .expressionAttributeValues(
                Item.values()
                    .s(":work", OrderRows.UNFINISHED_WORK)
                    .s(":until", Sortable.text(unchangedSince))
                    .map())
            .limit(2 * PAGE)
            .build();
    return AwsCalls.call(
        "DynamoDB: list unfinished orders",
        () -> {
          List<OrderRows.Row> found = new ArrayList<>();
          Iterator<Map<String, AttributeValue>> keys = dynamo.index(query).iterator();
          while (keys.hasNext() && found.size() < most) {
            List<OrderId> batch = new ArrayList<>();
            while (keys.hasNext() && batch.size() < PAGE) {
              batch.add(Key.orderIdOf(Item.text(keys.next(), "pk")));
            }
            rows.all(batch).values().stream()
                .filter(row -> Outstanding.any(row.order()))
                .filter(row -> !row.since().isAfter(unchangedSince))
                .forEach(found::add);
          }
          return found.stream()
              .sorted(
                  Comparator.comparing(OrderRows.Row::since).thenComparing(row -> row.order().id()))
              .limit(most)
              .map(row -> row.order().id())
              .toList();
        });
  }
}
