package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
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
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The rows of an order: its own, one a save for the timeline, and those that lead to it. */
final class OrderRows {
  static final String PACKED = "packed";
  static final String UNFINISHED_WORK = "unfinished";

  private static final int BATCH = 50;

  private final Dynamo dynamo;
  private final String table;

  OrderRows(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  /** A row as it was read. */
  record Row(Order order, Log log) {
    Instant changedAt() {
      return log.changedAt();
    }

    Instant since() {
      return Outstanding.since(order, changedAt());
    }
  }

  /** What is packed into a row. */
  record Kept(Order order, Instant changedAt, long told, List<TimelineEntry> recent) {}

  Optional<Row> find(OrderId id) {
    return dynamo.get(table, Key.order(id)).map(this::read);
  }

  /** The timeline of an order that is at that version; empty where it is at another one. */
  Optional<Log> log(OrderId id, long version) {
    Log known = dynamo.logs().of(id, version);
    return known != null
        ? Optional.of(known)
        : find(id).filter(row -> row.order().version() == version).map(Row::log);
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
    AttributeValue packed = row.get(PACKED);
    if (packed == null) {
      throw new IllegalStateException("an order's row without its order: " + row.keySet());
    }
    byte[] json = Packing.unpack(packed.b().asByteArrayUnsafe());
    Kept kept = dynamo.codec().read(json, Kept.class);
    Log log = new Log(kept.changedAt(), kept.told(), kept.recent());
    dynamo.logs().keep(kept.order().id(), kept.order().version(), log);
    return new Row(kept.order(), log);
  }

  /** When it was received, and its id: newest last. */
  static String created(Order order) {
    return Sortable.text(order.receivedAt()) + "#" + order.id();
  }

  static String lookup(String kind, String value) {
    return kind + ":" + Key.bounded(value.toLowerCase(Locale.ROOT));
  }

  /** The order's own row, whole. */
  Item row(Order order, Log log) {
    Kept kept = new Kept(order, log.changedAt(), log.told(), log.recent());
    byte[] packed = Packing.pack(dynamo.codec().bytes(kept));
    Body.refuseTooLarge("order " + order.id(), packed);
    Item row =
        Item.of(Key.order(order.id()))
            .n("version", order.version())
            .s("state", group(order.state()))
            .s("created", created(order))
            .s("storeId", order.document().storeId().value())
            .put(PACKED, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed)));
    String email = order.document().customer().email();
    if (!email.isBlank()) {
      row.s("look", lookup("e", email));
    }
    if (Outstanding.any(order)) {
      row.s("work", UNFINISHED_WORK)
          .s("workAt", Sortable.bucket(Outstanding.since(order, log.changedAt())));
    }
    return row;
  }

  /**
   * What the index of states knows a state as. Those that the state machine passes through in
   * seconds are one, so that passing through costs no index write.
   */
  static String group(OrderState state) {
    return switch (state) {
      case RECEIVED, RESERVED, PLANNED -> "in_work";
      case HELD,
          AWAITING_PAYMENT,
          LABELLED,
          PARTIALLY_SHIPPED,
          SHIPPED,
          DELIVERED,
          CANCELLED,
          RETURNED ->
          state.wireName();
    };
  }

  /** Earlier entries of the timeline, as they leave the order's row. */
  Item timeline(Order order, Log log) {
    return Item.of(Key.timeline(order.id(), log.told()))
        .n("entries", log.recent().size())
        .putAll(dynamo.body().of("timeline of order " + order.id(), log.recent()));
  }

  /** Leads from the customer's token and from the external id to the order; written once. */
  Item token(Order order) {
    return Item.of(Key.token(order.trackingToken()))
        .s("orderId", order.id().value())
        .s("created", created(order))
        .s("look", lookup("x", order.document().externalId()));
  }

  /** Carriers use their numbers again after months: the newest label owns its number. */
  Item tracking(Order order, String number) {
    return Item.of(Key.tracking(number)).s("orderId", order.id().value());
  }
}
