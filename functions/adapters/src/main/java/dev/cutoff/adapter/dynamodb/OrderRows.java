package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.Outstanding;
import dev.cutoff.order.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The rows of an order: its own, one a save for the timeline, and those that lead to it. */
final class OrderRows {
  static final String UNFINISHED_WORK = "unfinished";

  private static final int BATCH = 50;

  private final Dynamo dynamo;
  private final String table;

  OrderRows(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  /** A row as it was read. */
  record Row(Order order, Instant changedAt) {}

  Optional<Row> find(OrderId id) {
    return dynamo.get(table, Key.order(id)).map(this::read);
  }

  /** Those of them that are there, strongly consistent. */
  Map<OrderId, Row> all(Collection<OrderId> ids) {
    Map<OrderId, Row> found = new HashMap<>();
    List<OrderId> left = new ArrayList<>(ids);
    while (!left.isEmpty()) {
      List<OrderId> some = left.subList(0, Math.min(BATCH, left.size()));
      batch(some).forEach(row -> found.put(row.order().id(), row));
      some.clear();
    }
    return found;
  }

  private List<Row> batch(List<OrderId> ids) {
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    ids.forEach(id -> keys.add(Key.order(id).map()));
    List<Row> found = new ArrayList<>();
    dynamo
        .backoff()
        .untilAnswered(
            "read orders",
            () -> {
              KeysAndAttributes wanted =
                  KeysAndAttributes.builder().consistentRead(true).keys(keys).build();
              BatchGetItemResponse got =
                  AwsCalls.call(
                      "DynamoDB: read orders",
                      () ->
                          dynamo
                              .client()
                              .batchGetItem(get -> get.requestItems(Map.of(table, wanted))));
              got.responses().getOrDefault(table, List.of()).forEach(row -> found.add(read(row)));
              keys.clear();
              KeysAndAttributes unread = got.unprocessedKeys().get(table);
              if (unread != null) {
                keys.addAll(unread.keys());
              }
              return keys.isEmpty() ? Optional.of(true) : Optional.empty();
            });
    return found;
  }

  private Row read(Map<String, AttributeValue> row) {
    return new Row(
        dynamo.body().read(row, Order.class), Sortable.read(Item.text(row, "changedAt")));
  }

  /** When it was received, and its id: newest last. */
  static String created(Order order) {
    return Sortable.text(order.receivedAt()) + "#" + order.id();
  }

  static String lookup(String kind, String value) {
    return kind + ":" + Key.bounded(value.toLowerCase(Locale.ROOT));
  }

  /** The order's own row, on condition that it is still the version before. */
  Update row(Order order, List<TimelineEntry> entries) {
    boolean creates = order.version() == 1;
    Item values =
        Item.values()
            .n(":version", order.version())
            .s(":state", order.state().wireName())
            .s(":created", created(order))
            .s(":store", order.document().storeId().value());
    StringBuilder set =
        new StringBuilder(
            "SET version = :version, #state = :state, created = :created, storeId = :store");
    StringBuilder remove = new StringBuilder();
    Map<String, AttributeValue> body = dynamo.body().of("order " + order.id(), order);
    body.forEach((name, value) -> {
      values.put(":body", value);
      set.append(", ").append(name).append(" = :body");
      remove.append(name.equals(Body.PLAIN) ? Body.ZIPPED : Body.PLAIN);
    });
    String email = order.document().customer().email();
    if (email.isBlank()) {
      remove.append(", look");
    } else {
      values.s(":look", lookup("e", email));
      set.append(", look = :look");
    }
    if (Outstanding.any(order)) {
      values.s(":work", UNFINISHED_WORK);
      set.append(", #work = :work");
    } else {
      remove.append(", #work");
    }
    if (creates || !entries.isEmpty()) {
      Instant changed = entries.isEmpty() ? order.receivedAt() : entries.getLast().at();
      values.s(":changed", Sortable.text(changed)).s(":bucket", Sortable.bucket(changed));
      set.append(", changedAt = :changed, workAt = :bucket");
    }
    if (!creates) {
      values.n(":before", order.version() - 1);
    }
    return Update.builder()
        .tableName(table)
        .key(Key.order(order.id()).map())
        .updateExpression(set + " REMOVE " + remove)
        .conditionExpression(creates ? "attribute_not_exists(pk)" : "version = :before")
        .expressionAttributeNames(Map.of("#state", "state", "#work", "work"))
        .expressionAttributeValues(values.map())
        .build();
  }

  Put timeline(Order order, List<TimelineEntry> entries) {
    Item item =
        Item.of(Key.timeline(order.id(), order.version()))
            .putAll(dynamo.body().of("timeline of order " + order.id(), entries));
    return Put.builder()
        .tableName(table)
        .item(item.map())
        .conditionExpression("attribute_not_exists(pk)")
        .build();
  }

  /** Leads from the customer's token and from the external id to the order; written once. */
  Put token(Order order) {
    Item item =
        Item.of(Key.token(order.trackingToken()))
            .s("orderId", order.id().value())
            .s("created", created(order))
            .s("look", lookup("x", order.document().externalId()));
    return Put.builder()
        .tableName(table)
        .item(item.map())
        .conditionExpression("attribute_not_exists(pk)")
        .build();
  }

  /** Carriers use their numbers again after months: the newest label owns its number. */
  Put tracking(Order order, String number) {
    Item item = Item.of(Key.tracking(number)).s("orderId", order.id().value());
    return Put.builder().tableName(table).item(item.map()).build();
  }
}
