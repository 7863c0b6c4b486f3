package dev.cutoff.local.engine;

import dev.cutoff.local.dynamo.Tables;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.functions.Tripwire.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The engine's table. Every write is one row, and only onto the version it was made from. */
final class ExecutionStore {

  static final String TABLE = "cutoff-engine";
  private static final String INDEX = "by-status";
  // Behind every place: those begin with a year.
  private static final String LAST = "~";
  private static final int PAGE = 48 * 1024;

  private final DynamoDbClient dynamo;
  private final Tripwire tripwire;

  ExecutionStore(DynamoDbClient dynamo, Tripwire tripwire) {
    this.dynamo = dynamo;
    this.tripwire = tripwire;
  }

  static CreateTableRequest table() {
    return Tables.indexed(
        Tables.table(TABLE, ExecutionRows.ID, null),
        INDEX,
        ExecutionRows.BY_STATUS,
        ExecutionRows.PLACE);
  }

  @Nullable Execution find(String id) {
    Map<String, AttributeValue> row =
        dynamo.getItem(g -> g.tableName(TABLE).key(key(id)).consistentRead(true)).item();
    return row.isEmpty() ? null : ExecutionRows.execution(row);
  }

  /** False where there is one of that name already, whatever became of it. */
  boolean create(Execution fresh) {
    return write(fresh, "attribute_not_exists(id)", Map.of());
  }

  /** The execution as written, or null where somebody else has moved it on. */
  @Nullable Execution update(Execution changed) {
    Execution next = paged(changed).nextVersion();
    Map<String, AttributeValue> expected =
        Map.of(":expected", AttributeValue.fromN(Long.toString(changed.version())));
    return write(next, "version = :expected", expected) ? next : null;
  }

  /** All of that status, by start and name; the newest last. */
  List<Execution> list(String machine, ExecutionStatus status) {
    List<Execution> found = new ArrayList<>();
    dynamo
        .queryPaginator(query(machine, status, LAST).build())
        .items()
        .forEach(row -> found.add(ExecutionRows.execution(row)));
    return found;
  }

  /** The newest of that status first, from behind the given place on. */
  List<Execution> newest(String machine, ExecutionStatus status, @Nullable String after, int most) {
    QueryRequest query =
        query(machine, status, after == null ? LAST : after)
            .scanIndexForward(false)
            .limit(most)
            .build();
    // Over as many pages as it takes: one ends at a megabyte, whatever the limit says.
    return dynamo.queryPaginator(query).items().stream()
        .limit(most)
        .map(ExecutionRows::execution)
        .toList();
  }

  List<Event> history(Execution e) {
    List<Event> events = new ArrayList<>();
    for (int page = 0; page < e.historyPages(); page++) {
      String id = pageId(e, page);
      Map<String, AttributeValue> row =
          dynamo.getItem(g -> g.tableName(TABLE).key(key(id)).consistentRead(true)).item();
      events.addAll(
          ExecutionRows.events(Objects.requireNonNull(row.get(ExecutionRows.HISTORY)).s()));
    }
    events.addAll(e.history());
    return events;
  }

  private static QueryRequest.Builder query(String machine, ExecutionStatus status, String before) {
    return QueryRequest.builder()
        .tableName(TABLE)
        .indexName(INDEX)
        .keyConditionExpression("byStatus = :status and place < :before")
        .expressionAttributeValues(
            Map.of(
                ":status", AttributeValue.fromS(ExecutionRows.status(machine, status)),
                ":before", AttributeValue.fromS(before)));
  }

  private boolean write(
      Execution e, String condition, Map<String, AttributeValue> expressionValues) {
    tripwire.pass(Moment.BEFORE_WRITE, TABLE);
    try {
      dynamo.putItem(p -> {
        p.tableName(TABLE).item(ExecutionRows.row(e)).conditionExpression(condition);
        if (!expressionValues.isEmpty()) {
          p.expressionAttributeValues(expressionValues);
        }
      });
    } catch (ConditionalCheckFailedException lost) {
      return false;
    }
    tripwire.pass(Moment.AFTER_WRITE, TABLE);
    return true;
  }

  // A long history goes to rows of its own: an item holds 400 KB at most, and each write all of it.
  private Execution paged(Execution e) {
    if (e.history().stream().mapToInt(ExecutionStore::size).sum() < PAGE) {
      return e;
    }
    int pages = e.historyPages();
    List<Event> page = new ArrayList<>();
    int filled = 0;
    for (Event event : e.history()) {
      if (!page.isEmpty() && filled + size(event) > PAGE) {
        writePage(pageId(e, pages++), page);
        page.clear();
        filled = 0;
      }
      page.add(event);
      filled += size(event);
    }
    writePage(pageId(e, pages++), page);
    return e.withHistory(pages, List.of());
  }

  private void writePage(String id, List<Event> events) {
    tripwire.pass(Moment.BEFORE_WRITE, TABLE);
    String lines = ExecutionRows.lines(events);
    dynamo.putItem(p ->
        p.tableName(TABLE)
            .item(
                Map.of(
                    ExecutionRows.ID, AttributeValue.fromS(id),
                    ExecutionRows.HISTORY, AttributeValue.fromS(lines))));
    tripwire.pass(Moment.AFTER_WRITE, TABLE);
  }

  private static int size(Event e) {
    return 60
        + (e.data() == null ? 0 : e.data().length())
        + (e.cause() == null ? 0 : e.cause().length());
  }

  private static String pageId(Execution e, int page) {
    return e.id() + "#" + page;
  }

  private static Map<String, AttributeValue> key(String id) {
    return Map.of(ExecutionRows.ID, AttributeValue.fromS(id));
  }
}
