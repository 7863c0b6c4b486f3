package dev.cutoff.local.simulate;

import dev.cutoff.testkit.dynamo.Seam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The faults that systems of others have, each put into ours between the adapter and the table. */
final class Breaking {
  private static final String TAKES = "SET reserved = reserved + :n, available = available - :n";

  private Breaking() {}

  /** Units are taken, whether they are there or not. */
  static Seam withoutTheCondition() {
    return changing(
        update -> update.updateExpression().equals(TAKES) ? unconditional(update) : update);
  }

  /** Whoever lost against another transaction is told that there is nothing left. */
  static Seam withConflictsTakenForShortages() {
    return new Seam() {
      @Override
      public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
          Q request, Function<Q, A> tables) {
        try {
          return tables.apply(request);
        } catch (TransactionCanceledException cancelled) {
          throw takes(request)
              ? TransactionCanceledException.builder()
                  .cancellationReasons(
                      cancelled.cancellationReasons().stream().map(Breaking::failed).toList())
                  .message("cancelled")
                  .build()
              : cancelled;
        }
      }
    };
  }

  private static boolean takes(DynamoDbRequest request) {
    return request instanceof TransactWriteItemsRequest all
        && all.transactItems().stream()
            .anyMatch(
                item -> item.update() != null && item.update().updateExpression().equals(TAKES));
  }

  private static CancellationReason failed(CancellationReason reason) {
    return "TransactionConflict".equals(reason.code())
        ? reason.toBuilder().code("ConditionalCheckFailed").build()
        : reason;
  }

  /** What was given back is given back again. */
  static Seam withReleasesWhateverTheState() {
    return changing(update -> {
      AttributeValue how = update.expressionAttributeValues().get(":how");
      return how != null && "RELEASED".equals(how.s()) ? withoutState(update) : update;
    });
  }

  private static Update withoutState(Update update) {
    String condition =
        update.conditionExpression().replaceAll("\\.#state = :s\\d+", ".#state <> :gone");
    return update.toBuilder()
        .conditionExpression(condition)
        .expressionAttributeValues(
            with(
                without(update.expressionAttributeValues(), ":s\\d+"),
                ":gone",
                AttributeValue.fromS("CONSUMED")))
        .build();
  }

  /** A count is what is there, whatever moved since it was taken. */
  static Seam withCountsThatAreNotRebased() {
    return new Seam() {
      @Override
      public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
          Q request, Function<Q, A> tables) {
        return blind(request, tables.apply(request));
      }
    };
  }

  @SuppressWarnings("unchecked") // An answer of the kind that it was.
  private static <A extends DynamoDbResponse> A blind(DynamoDbRequest request, A answer) {
    if (request instanceof QueryRequest query
        && query.expressionAttributeValues().values().stream()
            .anyMatch(each -> each.s() != null && each.s().startsWith("LEDGER#"))) {
      return (A) ((QueryResponse) answer).toBuilder().items(List.of()).build();
    }
    if (answer instanceof GetItemResponse got && got.item().containsKey("gone")) {
      return (A) got.toBuilder().item(without(got.item(), "gone")).build();
    }
    return answer;
  }

  /** Two lines that want the same units are each looked at alone. */
  static Seam withLinesLookedAtAlone() {
    return new Seam() {
      @Override
      public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
          Q request, Function<Q, A> tables) {
        return takes(request)
            ? tables.apply(changed(request, update -> alone(request, update)))
            : tables.apply(request);
      }
    };
  }

  private static Update alone(DynamoDbRequest request, Update update) {
    if (!update.updateExpression().equals(TAKES)) {
      return update;
    }
    long largest =
        ((TransactWriteItemsRequest) request)
            .transactItems().stream()
                .flatMap(item -> item.update().expressionAttributeValues().values().stream())
                .filter(AttributeValue::hasM)
                .mapToLong(line -> number(line.m(), "quantity"))
                .max()
                .orElse(0);
    long sum = number(update.expressionAttributeValues(), ":n");
    return update.toBuilder()
        .expressionAttributeValues(
            with(
                update.expressionAttributeValues(),
                ":least",
                AttributeValue.fromN(Long.toString(Math.min(sum, largest)))))
        .build();
  }

  private static long number(Map<String, AttributeValue> values, String name) {
    return Long.parseLong(Objects.requireNonNull(values.get(name)).n());
  }

  private static Seam changing(UnaryOperator<Update> change) {
    return new Seam() {
      @Override
      public <Q extends DynamoDbRequest, A extends DynamoDbResponse> A pass(
          Q request, Function<Q, A> tables) {
        return tables.apply(changed(request, change));
      }
    };
  }

  @SuppressWarnings("unchecked") // A request of the kind that it was.
  private static <Q extends DynamoDbRequest> Q changed(Q request, UnaryOperator<Update> change) {
    if (!(request instanceof TransactWriteItemsRequest all)) {
      return request;
    }
    List<TransactWriteItem> items =
        all.transactItems().stream()
            .map(item ->
                item.update() == null
                    ? item
                    : item.toBuilder().update(change.apply(item.update())).build())
            .toList();
    return (Q) all.toBuilder().transactItems(items).build();
  }

  private static Update unconditional(Update update) {
    return update.toBuilder()
        .conditionExpression(null)
        .expressionAttributeValues(without(update.expressionAttributeValues(), ":least"))
        .build();
  }

  private static Map<String, AttributeValue> without(
      Map<String, AttributeValue> values, String name) {
    Map<String, AttributeValue> others = new HashMap<>(values);
    others.keySet().removeIf(each -> each.matches(name));
    return others;
  }

  private static Map<String, AttributeValue> with(
      Map<String, AttributeValue> values, String name, AttributeValue value) {
    Map<String, AttributeValue> others = new HashMap<>(values);
    others.put(name, value);
    return others;
  }
}
