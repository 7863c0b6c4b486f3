package dev.cutoff.local.simulate;

import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** Requests in few words. */
final class Spoken {
  private Spoken() {}

  static String of(DynamoDbRequest request) {
    return switch (request) {
      case GetItemRequest get -> "reads " + key(get.key());
      case QueryRequest query -> "reads below " + query.expressionAttributeValues().get(":pk");
      case PutItemRequest put -> "writes " + key(put.item());
      case TransactWriteItemsRequest all ->
          all.transactItems().stream().map(Spoken::of).collect(Collectors.joining("; "));
      default -> request.getClass().getSimpleName();
    };
  }

  private static String of(TransactWriteItem item) {
    if (item.update() != null) {
      return "%s %s if %s %s"
          .formatted(
              key(item.update().key()),
              item.update().updateExpression(),
              item.update().conditionExpression(),
              numbers(item.update().expressionAttributeValues()));
    }
    return item.put() == null ? item.toString() : "new " + key(item.put().item());
  }

  private static String numbers(Map<String, AttributeValue> values) {
    return values.entrySet().stream()
        .filter(each -> each.getValue().n() != null)
        .map(each -> each.getKey() + "=" + each.getValue().n())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static String key(Map<String, AttributeValue> row) {
    return text(row, "pk") + "/" + text(row, "sk");
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    AttributeValue value = row.get(name);
    return value == null ? "?" : value.s();
  }
}
