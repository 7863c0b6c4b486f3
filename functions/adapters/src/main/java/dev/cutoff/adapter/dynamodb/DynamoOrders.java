package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Orders in DynamoDB: each change is one transaction on condition of the version. */
public final class DynamoOrders implements Orders {
  private static final int MOST_ALTERNATIVES = 1_000;

  /** Of the hundred items of one transaction; an order of more parcels writes the rest before. */
  private static final int MOST_NUMBERS = 90;

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
    OrderId free = wanted;
    for (int number = 2; number < MOST_ALTERNATIVES; number++) {
      Optional<OrderId> known = orderIdAt(claim);
      if (known.isPresent()) {
        return known.get();
      }
      Dynamo.Transacted outcome =
          dynamo.transact(
              "claim an order id",
              List.of(
                  putNew(Item.of(claim).s("orderId", free.value())),
                  putNew(
                      Item.of(Key.owner(free))
                          .s("storeId", storeId.value())
                          .s("externalId", Key.bounded(externalId)))));
      switch (outcome) {
        case Dynamo.Transacted.Done done -> {
          return free;
        }
        case Dynamo.Transacted.Refused refused -> {
          if (refused.failed(1)) {
            free = wanted.alternative(number);
          }
        }
      }
    }
    throw new IllegalStateException("a thousand orders of the store own ids like " + wanted);
  }

  @Override
  public Saved save(@Nullable Order before, Order after, List<TimelineEntry> entries) {
    List<String> numbers = new ArrayList<>(trackingNumbers(after));
    if (before != null) {
      numbers.removeAll(trackingNumbers(before));
    }
    while (numbers.size() > MOST_NUMBERS) {
      Put ahead = rows.tracking(after, numbers.removeLast());
      AwsCalls.call(
          "DynamoDB: write a tracking number",
          () -> dynamo.client().putItem(put -> put.tableName(table).item(ahead.item())));
    }
    List<TransactWriteItem> items = new ArrayList<>();
    items.add(TransactWriteItem.builder().update(rows.row(after, entries)).build());
    if (!entries.isEmpty()) {
      items.add(put(rows.timeline(after, entries)));
    }
    if (after.version() == 1) {
      items.add(put(rows.token(after)));
    }
    numbers.forEach(number -> items.add(put(rows.tracking(after, number))));
    return switch (dynamo.transact("save order " + after.id(), items)) {
      case Dynamo.Transacted.Done done -> Saved.SAVED;
      case Dynamo.Transacted.Refused refused when refused.failed(0) -> Saved.CONFLICT;
      case Dynamo.Transacted.Refused refused ->
          throw new IllegalStateException(
              "the tracking token or a timeline entry of " + after.id() + " is there already");
    };
  }

  @Override
  public List<TimelineEntry> timeline(OrderId id) {
    return dynamo.below(table, Key.orderPk(id), Key.TIMELINE).stream()
        .map(row -> new String(dynamo.body().json(row), StandardCharsets.UTF_8))
        .flatMap(json -> dynamo.codec().readList(json, TimelineEntry.class).stream())
        .toList();
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

  private TransactWriteItem putNew(Item item) {
    return put(
        Put.builder()
            .tableName(table)
            .item(item.map())
            .conditionExpression("attribute_not_exists(pk)")
            .build());
  }

  private static TransactWriteItem put(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  private static Set<String> trackingNumbers(Order order) {
    return order.shipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(Parcel::trackingNumber)
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }
}
