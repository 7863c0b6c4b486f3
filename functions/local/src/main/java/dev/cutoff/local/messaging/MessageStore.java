package dev.cutoff.local.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.local.dynamo.Tables;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The table of all queues: what is in it was sent and is not done with. */
final class MessageStore {

  static final String TABLE = "cutoff-queues";
  private static final String QUEUE = "queue";
  private static final String KEY = "key";
  private static final TypeReference<LinkedHashMap<String, Attribute>> ATTRIBUTES =
      new TypeReference<>() {};

  private final ObjectMapper json = new ObjectMapper();
  private final DynamoDbClient dynamo;
  private final Tripwire tripwire;

  MessageStore(DynamoDbClient dynamo, Tripwire tripwire) {
    this.dynamo = dynamo;
    this.tripwire = tripwire;
  }

  static CreateTableRequest table() {
    return Tables.table(TABLE, QUEUE, KEY);
  }

  List<Message> load(String queue) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(TABLE)
            .keyConditionExpression("queue = :queue")
            .expressionAttributeValues(Map.of(":queue", AttributeValue.fromS(queue)))
            .consistentRead(true)
            .build();
    List<Message> messages = new ArrayList<>();
    dynamo.queryPaginator(query).items().forEach(row -> messages.add(message(row)));
    return messages;
  }

  void put(List<Message> messages) {
    write(
        messages.stream()
            .map(m -> WriteRequest.builder().putRequest(p -> p.item(row(m))).build())
            .toList());
  }

  void delete(List<Message> messages) {
    write(
        messages.stream()
            .map(m -> WriteRequest.builder().deleteRequest(d -> d.key(key(m))).build())
            .toList());
  }

  /** From one queue into another, never into both or neither. */
  void move(Message from, Message to) {
    tripwire.pass(Moment.BEFORE_WRITE, TABLE);
    List<TransactWriteItem> both =
        List.of(
            TransactWriteItem.builder().put(p -> p.tableName(TABLE).item(row(to))).build(),
            TransactWriteItem.builder().delete(d -> d.tableName(TABLE).key(key(from))).build());
    dynamo.transactWriteItems(t -> t.transactItems(both));
    tripwire.pass(Moment.AFTER_WRITE, TABLE);
  }

  private void write(List<WriteRequest> requests) {
    if (requests.isEmpty()) {
      return;
    }
    tripwire.pass(Moment.BEFORE_WRITE, TABLE);
    Map<String, List<WriteRequest>> left = Map.of(TABLE, requests);
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> now = left;
      left = dynamo.batchWriteItem(b -> b.requestItems(now)).unprocessedItems();
    }
    tripwire.pass(Moment.AFTER_WRITE, TABLE);
  }

  private Map<String, AttributeValue> row(Message m) {
    Map<String, AttributeValue> row = new LinkedHashMap<>(key(m));
    row.put("id", AttributeValue.fromS(m.id()));
    row.put("body", AttributeValue.fromS(m.body()));
    row.put("attributes", AttributeValue.fromS(text(m.attributes())));
    row.put("sentAt", AttributeValue.fromS(m.sentAt().toString()));
    row.put("visibleAt", AttributeValue.fromS(m.visibleAt().toString()));
    row.put("receives", AttributeValue.fromN(Integer.toString(m.receives())));
    if (m.failure() != null) {
      row.put("failure", AttributeValue.fromS(m.failure()));
    }
    return row;
  }

  private Message message(Map<String, AttributeValue> row) {
    AttributeValue failure = row.get("failure");
    try {
      return new Message(
          text(row, QUEUE),
          text(row, KEY),
          text(row, "id"),
          text(row, "body"),
          json.readValue(text(row, "attributes"), ATTRIBUTES),
          Instant.parse(text(row, "sentAt")),
          Instant.parse(text(row, "visibleAt")),
          Integer.parseInt(Objects.requireNonNull(row.get("receives")).n()),
          failure == null ? null : failure.s());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored message is not readable any more", e);
    }
  }

  private String text(Map<String, Attribute> attributes) {
    try {
      return json.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings are always JSON", e);
    }
  }

  private static Map<String, AttributeValue> key(Message m) {
    return Map.of(QUEUE, AttributeValue.fromS(m.queue()), KEY, AttributeValue.fromS(m.key()));
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    return Objects.requireNonNull(row.get(name), name).s();
  }
}
