package dev.cutoff.testkit.dynamo;

import dev.cutoff.testkit.dynamo.Expressions.Placeholders;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Reads requests to write: what is wrong whatever the rows say is refused here. */
final class Writes {
  private final Expressions expressions;
  private final MemoryTables tables;

  Writes(Expressions expressions, MemoryTables tables) {
    this.expressions = expressions;
    this.tables = tables;
  }

  Write of(PutItemRequest put) {
    if (put.hasExpected()) {
      throw InMemoryDynamo.former("expected");
    }
    return put(
        put.tableName(),
        put.item(),
        put.conditionExpression(),
        put.expressionAttributeNames(),
        put.expressionAttributeValues(),
        put.returnValuesOnConditionCheckFailure());
  }

  Write of(UpdateItemRequest update) {
    if (update.hasExpected() || update.hasAttributeUpdates()) {
      throw InMemoryDynamo.former("expected, attributeUpdates");
    }
    return update(
        update.tableName(),
        update.key(),
        update.updateExpression(),
        update.conditionExpression(),
        update.expressionAttributeNames(),
        update.expressionAttributeValues(),
        update.returnValuesOnConditionCheckFailure());
  }

  Write of(DeleteItemRequest delete) {
    if (delete.hasExpected()) {
      throw InMemoryDynamo.former("expected");
    }
    return conditional(
        delete.tableName(),
        delete.key(),
        delete.conditionExpression(),
        delete.expressionAttributeNames(),
        delete.expressionAttributeValues(),
        delete.returnValuesOnConditionCheckFailure(),
        new Write.What.Delete());
  }

  Write of(TransactWriteItem item) {
    if (item.put() != null) {
      Put put = item.put();
      return put(
          put.tableName(),
          put.item(),
          put.conditionExpression(),
          put.expressionAttributeNames(),
          put.expressionAttributeValues(),
          put.returnValuesOnConditionCheckFailure());
    }
    if (item.update() != null) {
      Update update = item.update();
      return update(
          update.tableName(),
          update.key(),
          update.updateExpression(),
          update.conditionExpression(),
          update.expressionAttributeNames(),
          update.expressionAttributeValues(),
          update.returnValuesOnConditionCheckFailure());
    }
    if (item.delete() != null) {
      Delete delete = item.delete();
      return conditional(
          delete.tableName(),
          delete.key(),
          delete.conditionExpression(),
          delete.expressionAttributeNames(),
          delete.expressionAttributeValues(),
          delete.returnValuesOnConditionCheckFailure(),
          new Write.What.Delete());
    }
    ConditionCheck check = item.conditionCheck();
    return conditional(
        check.tableName(),
        check.key(),
        check.conditionExpression(),
        check.expressionAttributeNames(),
        check.expressionAttributeValues(),
        check.returnValuesOnConditionCheckFailure(),
        new Write.What.Nothing());
  }

  /** A row without any condition, of a batch. */
  Write put(String tableName, Map<String, AttributeValue> item) {
    return put(tableName, item, null, Map.of(), Map.of(), null);
  }

  /** A row to be gone without any condition, of a batch. */
  Write delete(String tableName, Map<String, AttributeValue> key) {
    return conditional(tableName, key, null, Map.of(), Map.of(), null, new Write.What.Delete());
  }

  private Write put(
      String tableName,
      Map<String, AttributeValue> item,
      @Nullable String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      @Nullable ReturnValuesOnConditionCheckFailure returned) {
    MemoryTable table = tables.table(tableName);
    AttributeValue[] place = table.placeOfRow(item);
    Map<String, AttributeValue> row = new HashMap<>(item);
    row.replaceAll((name, value) -> Values.kept(value));
    table.checkPut(row);
    Parsed<Condition> parsed = expressions.condition(condition);
    return new Write(
        table,
        place,
        parsed,
        Expressions.placeholders(names, values, parsed),
        returned == ReturnValuesOnConditionCheckFailure.ALL_OLD,
        new Write.What.Put(row));
  }

  private Write update(
      String tableName,
      Map<String, AttributeValue> key,
      @Nullable String change,
      @Nullable String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      @Nullable ReturnValuesOnConditionCheckFailure returned) {
    MemoryTable table = tables.table(tableName);
    AttributeValue[] place = table.place(key);
    Parsed<Change> parsedChange = expressions.change(change);
    Parsed<Condition> parsed = expressions.condition(condition);
    Placeholders placeholders = Expressions.placeholders(names, values, parsed, parsedChange);
    if (parsedChange != null) {
      parsedChange.tree().check(placeholders.over(Map.of()));
    }
    return new Write(
        table,
        place,
        parsed,
        placeholders,
        returned == ReturnValuesOnConditionCheckFailure.ALL_OLD,
        new Write.What.Update(parsedChange, key));
  }

  private Write conditional(
      String tableName,
      Map<String, AttributeValue> key,
      @Nullable String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      @Nullable ReturnValuesOnConditionCheckFailure returned,
      Write.What what) {
    MemoryTable table = tables.table(tableName);
    AttributeValue[] place = table.place(key);
    Parsed<Condition> parsed = expressions.condition(condition);
    return new Write(
        table,
        place,
        parsed,
        Expressions.placeholders(names, values, parsed),
        returned == ReturnValuesOnConditionCheckFailure.ALL_OLD,
        what);
  }
}
