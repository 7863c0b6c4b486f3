package dev.cutoff.testkit.dynamo;

import dev.cutoff.testkit.dynamo.Expressions.Placeholders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Reads rows, page by page. */
final class Reads {
  private static final long PAGE = 1024 * 1024L;

  private final Expressions expressions;
  private final MemoryTables tables;

  Reads(Expressions expressions, MemoryTables tables) {
    this.expressions = expressions;
    this.tables = tables;
  }

  GetItemResponse get(GetItemRequest request) {
    if (request.hasAttributesToGet()) {
      throw InMemoryDynamo.former("attributesToGet");
    }
    MemoryTable table = tables.table(request.tableName());
    Parsed<List<Path>> projection = expressions.projection(request.projectionExpression());
    Placeholders placeholders =
        Expressions.placeholders(request.expressionAttributeNames(), Map.of(), projection);
    Map<String, AttributeValue> row = table.get(table.place(request.key()));
    return row == null
        ? GetItemResponse.builder().build()
        : GetItemResponse.builder().item(projected(row, projection, placeholders)).build();
  }

  QueryResponse query(QueryRequest request) {
    if (request.hasKeyConditions() || request.hasQueryFilter() || request.hasAttributesToGet()) {
      throw InMemoryDynamo.former("keyConditions, queryFilter, attributesToGet");
    }
    View view = view(request.tableName(), request.indexName(), request.consistentRead());
    Parsed<Condition> keys = expressions.keys(request.keyConditionExpression());
    if (keys == null) {
      throw Refused.request(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    }
    Parsed<Condition> filter = expressions.filter(request.filterExpression());
    Parsed<List<Path>> projection = expressions.projection(request.projectionExpression());
    Placeholders placeholders =
        Expressions.placeholders(
            request.expressionAttributeNames(),
            request.expressionAttributeValues(),
            keys,
            filter,
            projection);
    AttributeValue hash = hash(keys.tree(), view.keys.getFirst(), placeholders);
    boolean ascending = request.scanIndexForward() == null || request.scanIndexForward();
    Page page =
        page(
            view.rows.in(hash, start(view, request.exclusiveStartKey()), ascending),
            view,
            keys.tree(),
            filter,
            placeholders,
            request.limit());
    return QueryResponse.builder()
        .items(request.select() == Select.COUNT ? null : page.projected(projection, placeholders))
        .count(page.rows.size())
        .scannedCount(page.scanned)
        .lastEvaluatedKey(page.last)
        .build();
  }

  ScanResponse scan(ScanRequest request) {
    if (request.hasScanFilter() || request.hasAttributesToGet()) {
      throw InMemoryDynamo.former("scanFilter, attributesToGet");
    }
    View view = view(request.tableName(), request.indexName(), request.consistentRead());
    Parsed<Condition> filter = expressions.filter(request.filterExpression());
    Parsed<List<Path>> projection = expressions.projection(request.projectionExpression());
    Placeholders placeholders =
        Expressions.placeholders(
            request.expressionAttributeNames(),
            request.expressionAttributeValues(),
            filter,
            projection);
    int of = request.totalSegments() == null ? 1 : request.totalSegments();
    int segment = request.segment() == null ? 0 : request.segment();
    Condition here =
        scope -> {
          AttributeValue hash = scope.row().get(view.keys.getFirst());
          return hash != null && Math.floorMod(hash.hashCode(), of) == segment;
        };
    Page page =
        page(
            view.rows.in(null, start(view, request.exclusiveStartKey()), true),
            view,
            here,
            filter,
            placeholders,
            request.limit());
    return ScanResponse.builder()
        .items(request.select() == Select.COUNT ? null : page.projected(projection, placeholders))
        .count(page.rows.size())
        .scannedCount(page.scanned)
        .lastEvaluatedKey(page.last)
        .build();
  }

  /** A table or an index of it, as a request sees it. */
  private record View(
      MemoryTable table, Rows rows, List<String> keys, MemoryTable.@Nullable Index index) {
    Map<String, AttributeValue> seen(Map<String, AttributeValue> row) {
      return index == null ? row : index.seen(row);
    }

    Map<String, AttributeValue> key(Map<String, AttributeValue> row) {
      Map<String, AttributeValue> key = new HashMap<>(row);
      key.keySet().retainAll(rows.keys());
      return key;
    }
  }

  private View view(String tableName, @Nullable String indexName, @Nullable Boolean consistent) {
    MemoryTable table = tables.table(tableName);
    if (indexName == null) {
      return new View(table, table.rows(), table.keys(), null);
    }
    if (consistent != null && consistent) {
      throw Refused.request("Consistent read cannot be true when querying a GSI");
    }
    MemoryTable.Index index = table.index(indexName);
    return new View(table, index.rows(), index.keys(), index);
  }

  private static AttributeValue @Nullable [] start(
      View view, Map<String, AttributeValue> exclusiveStartKey) {
    if (exclusiveStartKey.isEmpty()) {
      return null;
    }
    AttributeValue[] place = view.rows.place(exclusiveStartKey);
    if (place == null || exclusiveStartKey.size() != place.length) {
      throw Refused.request("The provided starting key is invalid");
    }
    return place;
  }

  /** The value that the hash key must have; a condition on keys has one. */
  private static AttributeValue hash(
      Condition condition, String attribute, Placeholders placeholders) {
    Condition first = condition instanceof Condition.Both both ? both.one() : condition;
    Condition second = condition instanceof Condition.Both both ? both.other() : condition;
    for (Condition each : List.of(first, second)) {
      if (each instanceof Condition.Compared(Path path, Condition.Comparison how, Operand value)
          && how == Condition.Comparison.EQUAL
          && path.attribute(placeholders.over(Map.of())).equals(attribute)) {
        return Operand.needed(value, placeholders.over(Map.of()));
      }
    }
    throw Refused.request("Query condition missed key schema element");
  }

  private static Page page(
      Iterable<Map<String, AttributeValue>> from,
      View view,
      Condition keys,
      @Nullable Parsed<Condition> filter,
      Placeholders placeholders,
      @Nullable Integer limit) {
    List<Map<String, AttributeValue>> rows = new ArrayList<>();
    int scanned = 0;
    long weight = 0;
    for (Map<String, AttributeValue> each : from) {
      Map<String, AttributeValue> row = view.seen(each);
      if (!keys.holds(placeholders.over(row))) {
        continue;
      }
      scanned++;
      weight += Values.weight(row);
      if (filter == null || filter.tree().holds(placeholders.over(row))) {
        rows.add(row);
      }
      if ((limit != null && scanned == limit) || weight > PAGE) {
        return new Page(rows, scanned, view.key(each));
      }
    }
    return new Page(rows, scanned, null);
  }

  private record Page(
      List<Map<String, AttributeValue>> rows,
      int scanned,
      @Nullable Map<String, AttributeValue> last) {
    List<Map<String, AttributeValue>> projected(
        @Nullable Parsed<List<Path>> projection, Placeholders placeholders) {
      return projection == null
          ? rows
          : rows.stream().map(row -> Reads.projected(row, projection, placeholders)).toList();
    }
  }

  private static Map<String, AttributeValue> projected(
      Map<String, AttributeValue> row,
      @Nullable Parsed<List<Path>> projection,
      Placeholders placeholders) {
    if (projection == null) {
      return row;
    }
    Map<String, AttributeValue> projected = new HashMap<>();
    for (Path path : projection.tree()) {
      if (path.steps().size() > 1) {
        throw InMemoryDynamo.former("projections below an attribute");
      }
      AttributeValue value = path.in(placeholders.over(row));
      if (value != null) {
        projected.put(path.attribute(placeholders.over(row)), value);
      }
    }
    return projected;
  }
}
