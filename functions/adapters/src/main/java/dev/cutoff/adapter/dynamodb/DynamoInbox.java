package dev.cutoff.adapter.dynamodb;

import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.Inbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The inbox in DynamoDB: a row below its order; pending ones are in the index of work. */
public final class DynamoInbox implements Inbox {
  private static final String PENDING = "inbox";

  private final Dynamo dynamo;
  private final String table;

  /** Makes the inbox of these tables. */
  public DynamoInbox(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().orders();
  }

  @Override
  public boolean put(Message message) {
    Item item =
        Item.of(key(message))
            .putAll(dynamo.body().of("message " + message.contentHash(), message))
            .s("work", PENDING)
            .s("workAt", Sortable.text(message.receivedAt()));
    return dynamo.putNew(table, item) instanceof Dynamo.Written.Done;
  }

  @Override
  public List<Message> pending(OrderId orderId) {
    return dynamo.below(table, Key.orderPk(orderId), Key.INBOX).stream()
        .filter(DynamoInbox::isPending)
        .map(this::read)
        .sorted(Comparator.comparing(Message::updatedAt).thenComparing(Message::receivedAt))
        .toList();
  }

  @Override
  public List<Message> pendingBefore(Instant receivedBefore, int most) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(Tables.WORK)
            .keyConditionExpression("#work = :work AND workAt < :before")
            .expressionAttributeNames(Map.of("#work", "work"))
            .expressionAttributeValues(
                Item.values().s(":work", PENDING).s(":before", Sortable.text(receivedBefore)).map())
            .build();
    return AwsCalls.call(
        "DynamoDB: list the inbox",
        () ->
            dynamo
                .index(query)
                .map(row -> dynamo.get(table, new Key(Item.text(row, "pk"), Item.text(row, "sk"))))
                .flatMap(Optional::stream)
                .filter(DynamoInbox::isPending)
                .map(this::read)
                .limit(most)
                .toList());
  }

  @Override
  public void applied(Message message) {
    Update update =
        Update.builder()
            .tableName(table)
            .key(key(message).map())
            .updateExpression("SET applied = :yes REMOVE #work, workAt")
            .conditionExpression("attribute_exists(pk)")
            .expressionAttributeNames(Map.of("#work", "work"))
            .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true)))
            .build();
    if (dynamo.update(update) instanceof Dynamo.Written.Refused) {
      throw new IllegalStateException("never put into the inbox: " + message.contentHash());
    }
  }

  private static boolean isPending(Map<String, AttributeValue> row) {
    return row.containsKey("work");
  }

  private Message read(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, Message.class);
  }

  private static Key key(Message message) {
    return Key.inbox(message.orderId(), message.contentHash());
  }
}
