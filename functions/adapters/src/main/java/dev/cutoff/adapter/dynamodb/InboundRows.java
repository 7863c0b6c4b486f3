package dev.cutoff.adapter.dynamodb;

import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * An inbound delivery is a head and a row for each line, which receiving and promising write on
 * condition of its version; a line that still expects units, or has promised some, is known by its
 * SKU.
 */
final class InboundRows {
  private final Dynamo dynamo;
  private final String table;

  InboundRows(Dynamo dynamo) {
    this.dynamo = dynamo;
    this.table = dynamo.tables().stock();
  }

  /** What the head says. */
  record Head(String reference, long version, Inbound.Kind kind, String supplier) {}

  Optional<InboundLine> line(String reference, String line) {
    return dynamo.get(table, Key.inboundLine(reference, line)).map(this::line);
  }

  InboundLine line(Map<String, AttributeValue> row) {
    return dynamo.body().read(row, InboundLine.class);
  }

  TransactWriteItem head(@Nullable Inbound before, Inbound after) {
    Head head = new Head(after.reference(), after.version(), after.kind(), after.supplier());
    Item row =
        Item.of(Key.inbound(after.reference()))
            .n("version", after.version())
            .putAll(dynamo.body().of("inbound " + after.reference(), head));
    return put(row, before == null ? 0 : before.version());
  }

  TransactWriteItem listed(Inbound inbound) {
    Item row = Item.of(new Key(Key.INBOUNDS, inbound.reference()));
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(row.map()).build())
        .build();
  }

  /** The line, and what leads to it where that changes. */
  List<TransactWriteItem> change(@Nullable InboundLine before, InboundLine after) {
    Item row =
        Item.of(Key.inboundLine(after.reference(), after.line()))
            .n("version", after.version())
            .putAll(dynamo.body().of("line of inbound " + after.reference(), after));
    TransactWriteItem line = put(row, before == null ? 0 : before.version());
    // A line may change its SKU as long as nothing came and nothing was promised.
    if (before != null && !before.sku().equals(after.sku()) && isOfInterest(before)) {
      return isOfInterest(after)
          ? List.of(line, forget(before), lead(after))
          : List.of(line, forget(before));
    }
    boolean known = before != null && isOfInterest(before);
    return known == isOfInterest(after)
        ? List.of(line)
        : List.of(line, known ? forget(after) : lead(after));
  }

  private static boolean isOfInterest(InboundLine line) {
    return line.open() > 0 || line.promised() > 0;
  }

  private TransactWriteItem lead(InboundLine line) {
    Item row =
        Item.of(Key.expected(line.sku(), line.reference(), line.line()))
            .s("reference", line.reference())
            .s("line", line.line());
    return TransactWriteItem.builder()
        .put(Put.builder().tableName(table).item(row.map()).build())
        .build();
  }

  private TransactWriteItem forget(InboundLine line) {
    Key key = Key.expected(line.sku(), line.reference(), line.line());
    return TransactWriteItem.builder()
        .delete(Delete.builder().tableName(table).key(key.map()).build())
        .build();
  }

  /** On condition that the version is that one; that there is none where it is 0. */
  TransactWriteItem put(Item row, long version) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(row.map())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (version == 0) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("version = :version")
          .expressionAttributeValues(Item.values().n(":version", version).map());
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
