package dev.cutoff.local.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.local.dynamo.LocalDynamo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The model of DynamoDB's limits keeps them. */
final class LimitedDynamoTest {
  private static final String TABLE = "stock";
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final LocalDynamo dynamo = LocalDynamo.inMemory();
  private final VirtualTime time = new VirtualTime();
  private LimitedDynamo client = limited(Limits.SUSTAINED);

  @BeforeEach
  void open() {
    dynamo.ensure(new Tables("orders", TABLE).requests());
  }

  @AfterEach
  void close() {
    dynamo.close();
  }

  @Test
  void aSecondTransactionOnAnItemWithinTenMillisecondsIsRefusedAsAConflict() {
    List<String> ends = new ArrayList<>();
    at(0, () -> ends.add("first " + transact("a", "b")));
    at(9, () -> ends.add("second " + transact("b", "c")));
    at(11, () -> ends.add("third " + transact("b")));
    time.run();
    assertThat(ends)
        .containsExactly("first done", "second [TransactionConflict, None]", "third done");
    assertThat(client.spent().conflicts()).isEqualTo(1);
  }

  @Test
  void transactionsOnOtherItemsRunAtOnceAndEachTakesTenMilliseconds() {
    for (int i = 0; i < 20; i++) {
      String row = "row " + i;
      at(0, () -> transact(row));
    }
    time.run();
    assertThat(time.passed()).isEqualTo(Duration.ofMillis(10));
    assertThat(client.spent().transactions()).isEqualTo(20);
  }

  @Test
  void oneItemTakesAHundredTransactionsASecondAndNotOneMore() {
    List<Long> done = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int caller = i;
      at(
          i,
          () -> {
            while (time.passed().compareTo(SECOND) < 0) {
              if (transact("hot").equals("done") && time.passed().compareTo(SECOND) <= 0) {
                done.add(time.passed().toMillis());
              }
              time.sleep(Duration.ofNanos(caller));
            }
          });
    }
    time.run();
    assertThat(done).hasSizeBetween(95, 100);
  }

  @Test
  void aPlainWriteIsRefusedWhileATransactionWorksOnTheItem() {
    List<String> ends = new ArrayList<>();
    at(0, () -> transact("a"));
    at(0, () -> ends.add(put("a", "x")));
    at(20, () -> ends.add(put("a", "x")));
    time.run();
    assertThat(ends).containsExactly("conflict", "done");
  }

  @Test
  void aTransactionCostsTwoUnitsForEachKilobyteOfEachItem() {
    at(
        0,
        () -> {
          put("large", "x".repeat(2000));
          transact("small", "large");
        });
    time.run();
    assertThat(client.spent().writeUnits()).isEqualTo(2 + 2 * (1 + 2));
  }

  @Test
  void failedConditionsAndConflictsCostWhatTheWriteWouldHave() {
    at(
        0,
        () -> {
          transact("a", "b");
          assertThat(transactWhere("attribute_not_exists(pk)", "a", "b"))
              .isEqualTo("[ConditionalCheckFailed, ConditionalCheckFailed]");
        });
    at(15, () -> assertThat(transact("b")).contains("TransactionConflict"));
    time.run();
    assertThat(client.spent()).isEqualTo(new Spent(4 + 4 + 2, 1, 1, 1, 0));
  }

  @Test
  void aPartitionTakesItsUnitsASecondAndRefusesTheRest() {
    client = limited(new Limits(1, 100, Duration.ofMinutes(5), false, ms(10), ms(1)));
    long[] written = new long[1];
    at(
        0,
        () -> {
          while (time.passed().compareTo(Duration.ofSeconds(20)) < 0) {
            written[0] += put("row", "x").equals("done") ? 1 : 0;
          }
        });
    time.run();
    // A second's worth is there at the beginning.
    assertThat(written[0]).isBetween(2090L, 2101L);
    assertThat(client.spent().throttled()).isEqualTo(20_000 - written[0]);
  }

  @Test
  void aPartitionKeepsWhatItDidNotUseForThatLongAndNoLonger() {
    client = limited(new Limits(1, 10, Duration.ofMinutes(5), false, ms(10), ms(1)));
    long[] written = new long[1];
    at(
        3_600_000,
        () -> {
          while (put("row", "x").equals("done")) {
            written[0]++;
          }
        });
    time.run();
    assertThat(written[0]).isBetween(3000L, 3035L);
  }

  @Test
  void aTransactionThatMeetsADryPartitionIsToldToComeLater() {
    client = limited(new Limits(1, 1, SECOND, false, ms(10), ms(1)));
    List<String> ends = new ArrayList<>();
    at(
        0,
        () -> {
          ends.add(transact("a"));
          ends.add(transact("a"));
        });
    time.run();
    assertThat(ends).containsExactly("done", "[ThrottlingError]");
  }

  @Test
  void theSameCallersMeetTheSameFate() {
    assertThat(fate()).isEqualTo(fate()).contains("conflicts=");
  }

  private static String fate() {
    try (LocalDynamo dynamo = LocalDynamo.inMemory()) {
      dynamo.ensure(new Tables("orders", TABLE).requests());
      VirtualTime time = new VirtualTime();
      LimitedDynamo client = new LimitedDynamo(dynamo.client(), time, Limits.SUSTAINED);
      for (int i = 0; i < 30; i++) {
        int caller = i;
        time.start(() -> {
          time.sleep(ms(caller * 7 % 11));
          transact(client, "touch", "attribute_not_exists(nothing)", "row " + caller % 3);
        });
      }
      time.run();
      return time.passed() + " " + client.spent();
    }
  }

  private LimitedDynamo limited(Limits limits) {
    return new LimitedDynamo(dynamo.client(), time, limits);
  }

  private void at(int millis, Runnable work) {
    time.start(() -> {
      time.sleep(ms(millis));
      work.run();
    });
  }

  private static Duration ms(int millis) {
    return Duration.ofMillis(millis);
  }

  private String transact(String... rows) {
    return transactWhere("attribute_not_exists(nothing)", rows);
  }

  private String transactWhere(String condition, String... rows) {
    return transact(client, "touch", condition, rows);
  }

  private static String transact(
      LimitedDynamo client, String value, String condition, String... rows) {
    List<TransactWriteItem> items = new ArrayList<>();
    for (String row : rows) {
      items.add(
          TransactWriteItem.builder()
              .update(update ->
                  update
                      .tableName(TABLE)
                      .key(key(row))
                      .updateExpression("SET touched = :last")
                      .conditionExpression(condition)
                      .expressionAttributeValues(Map.of(":last", AttributeValue.fromS(value))))
              .build());
    }
    try {
      client.transactWriteItems(all -> all.transactItems(items));
      return "done";
    } catch (TransactionCanceledException refused) {
      return refused.cancellationReasons().stream()
          .map(CancellationReason::code)
          .toList()
          .toString();
    }
  }

  private String put(String row, String body) {
    try {
      client.putItem(put ->
          put.tableName(TABLE)
              .item(
                  Map.of(
                      "pk", AttributeValue.fromS(row),
                      "sk", AttributeValue.fromS("row"),
                      "body", AttributeValue.fromS(body))));
      return "done";
    } catch (TransactionConflictException conflict) {
      return "conflict";
    } catch (ProvisionedThroughputExceededException dry) {
      return "throttled";
    }
  }

  private static Map<String, AttributeValue> key(String row) {
    return Map.of("pk", AttributeValue.fromS(row), "sk", AttributeValue.fromS("row"));
  }
}
