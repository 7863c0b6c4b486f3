package dev.cutoff.local.bench.flash;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Writes what is left where nobody has written since the look, else looks again, after a random and
 * growing time, but not for ever.
 */
final class OptimisticVersion extends DynamoRival {
  private static final int TRIES = 5;
  private static final long FIRST_MICROS = 1_000;

  @Override
  public Answer sell(String orderId, long units) {
    for (int tried = 0; tried < TRIES; tried++) {
      Map<String, AttributeValue> row = read();
      long available = number(row, "available");
      if (available < units) {
        return Answer.SOLD_OUT;
      }
      if (written(orderId, units, available, number(row, "version"))) {
        return Answer.SOLD;
      }
      long most = FIRST_MICROS << tried;
      LockSupport.parkNanos(
          TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(most)));
    }
    return Answer.GAVE_UP;
  }

  private boolean written(String orderId, long units, long available, long version) {
    Put stock =
        Put.builder()
            .tableName(STOCK)
            .item(row(available - units, version + 1))
            .conditionExpression("version = :seen")
            .expressionAttributeValues(Map.of(":seen", number(version)))
            .build();
    Put sale = Put.builder().tableName(SALES).item(sale(orderId, units)).build();
    try {
      client()
          .transactWriteItems(all ->
              all.transactItems(
                  TransactWriteItem.builder().put(stock).build(),
                  TransactWriteItem.builder().put(sale).build()));
      return true;
    } catch (TransactionCanceledException changedMeanwhile) {
      return false;
    }
  }
}
