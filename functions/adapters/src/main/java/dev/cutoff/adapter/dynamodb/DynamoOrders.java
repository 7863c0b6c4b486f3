package dev.cutoff.adapter.dynamodb;

import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders in DynamoDB: each change is one write on condition of the version. */
public final class DynamoOrders implements Orders {
  private static final int MOST_ALTERNATIVES = 1_000;

  private final Dynamo dynamo;
  private final String table;
  private final OrderRows rows;
  private final OrderLists lists;

  /** Makes the orders of these tables. */
  public DynamoOrders(Dynamo dynamo) {
    this(dynamo, OrderLists.MOST_SKIPPED);
  }

  DynamoOrders(Dynamo dynamo, int mostSkipped) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
    this.rows = new OrderRows(dynamo);
    this.lists = new OrderLists(dynamo, rows, this::findByTracking, mostSkipped);
  }

  @Override
  public Optional<Order> find(OrderId id) {
    return rows.find(id).map(OrderRows.Row::order);
  }

  @Override
  public Optional<OrderId> findByTracking(String trackingNumber) {
    return orderIdAt(Key.tracking(trackingNumber));
  }

  @Override
  public Optional<OrderId> findByTrackingToken(String token) {
    return orderIdAt(Key.token(token));
  }

  @Override
  public OrderId claim(StoreId storeId, String externalId, OrderId wanted) {
    Key claim = Key.claim(storeId, externalId);
    Optional<OrderId> known = orderIdAt(claim);
    if (known.isPresent()) {
      return known.get();
    }
    OrderId mine = own(storeId, externalId, wanted);
    return switch (dynamo.putNew(table, Item.of(claim).s("orderId", mine.value()))) {
      case Dynamo.Written.Done done -> mine;
      // Claimed under another wanted id in this very instant: what was owned here stays unused.
      case Dynamo.Written.Refused refused -> new OrderId(Item.text(refused.row(), "orderId"));
    };
  }

  /** The first of the id and its alternatives that nobody else owns. */
  private OrderId own(StoreId storeId, String externalId, OrderId wanted) {
    String external = Key.bounded(externalId);
    OrderId free = wanted;
    for (int number = 2; number < MOST_ALTERNATIVES; number++) {
      Item owner = Item.of(Key.owner(free)).s("storeId", storeId.value()).s("externalId", external);
      if (!(dynamo.putNew(table, owner) instanceof Dynamo.Written.Refused taken)
          || isOwner(taken.row(), storeId, external)) {
        return free;
      }
      free = wanted.alternative(number);
    }
    throw new IllegalStateException("a thousand orders of the store own ids like " + wanted);
  }

  /** Owned by a claim that died, or whose answer was lost: it goes on. */
  private static boolean isOwner(
      Map<String, AttributeValue> row, StoreId storeId, String external) {
    return storeId.value().equals(Item.textOrNull(row, "storeId"))
        && external.equals(Item.textOrNull(row, "externalId"));
  }

  @Override
  public Saved save(@Nullable Order before, Order after, List<TimelineEntry> entries) {
    boolean creates = after.version() == 1;
    Optional<Log> log =
        creates
            ? Optional.of(new Log(after.receivedAt(), 0, List.of()))
            : rows.log(after.id(), after.version() - 1);
    if (log.isEmpty()) {
      return Saved.CONFLICT;
    }
    Log next = log.get().with(entries);
    // All that leads to the order is there before it says so: a save that dies in between leaves
    // nothing that can't be found, and what it left is written again by the next one.
    if (log.get().isFullFor(entries)) {
      keep(after, log.get());
    }
    if (creates) {
      dynamo.putOver(table, rows.token(after));
    }
    Set<String> numbers = trackingNumbers(after);
    if (before != null) {
      numbers.removeAll(trackingNumbers(before));
    }
    numbers.forEach(number -> dynamo.putOver(table, rows.tracking(after, number)));
    Dynamo.Written written =
        creates
            ? dynamo.putNew(table, rows.row(after, next))
            : dynamo.put(
                table,
                rows.row(after, next),
                "version = :before",
                Item.values().n(":before", after.version() - 1));
    if (written instanceof Dynamo.Written.Refused) {
      return Saved.CONFLICT;
    }
    dynamo.logs().keep(after.id(), after.version(), next);
    return Saved.SAVED;
  }

  /** Whoever is late has fewer entries of the same timeline, and gives way to who has more. */
  private void keep(Order order, Log log) {
    dynamo.put(
        table,
        rows.timeline(order, log),
        "attribute_not_exists(pk) OR entries < :entries",
        Item.values().n(":entries", log.recent().size()));
  }

  @Override
  public List<TimelineEntry> timeline(OrderId id) {
    // The row first: what leaves it afterwards is still in this copy of it.
    Optional<Log> log = rows.find(id).map(OrderRows.Row::log);
    if (log.isEmpty()) {
      return List.of();
    }
    List<TimelineEntry> all = new ArrayList<>();
    if (log.get().told() > 0) {
      dynamo
          .below(table, Key.orderPk(id), Key.TIMELINE)
          .forEach(row ->
              all.addAll(
                  dynamo
                      .codec()
                      .readList(
                          new String(dynamo.body().json(row), StandardCharsets.UTF_8),
                          TimelineEntry.class)));
    }
    List<TimelineEntry> told = all.subList(0, (int) Math.min(all.size(), log.get().told()));
    return Stream.concat(told.stream(), log.get().recent().stream()).toList();
  }

  @Override
  public Page list(Query query) {
    return lists.list(query);
  }

  @Override
  public List<OrderId> unfinishedSince(Instant unchangedSince, int most) {
    return lists.unfinishedSince(unchangedSince, most);
  }

  private Optional<OrderId> orderIdAt(Key key) {
    Optional<Map<String, AttributeValue>> row = dynamo.get(table, key);
    return row.map(found -> new OrderId(Item.text(found, "orderId")));
  }

  private static Set<String> trackingNumbers(Order order) {
    return order.shipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(Parcel::trackingNumber)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
