package dev.cutoff.local.bench.flash;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Looks whether there is enough, and then writes what is left: the way of most shop software. */
final class ReadThenWrite extends DynamoRival {
  @Override
  public Answer sell(String orderId, long units) {
    long available = number(read(), "available");
    if (available < units) {
      return Answer.SOLD_OUT;
    }
    put(available - units, 1);
    Map<String, AttributeValue> sale = sale(orderId, units);
    client().putItem(put -> put.tableName(SALES).item(sale));
    return Answer.SOLD;
  }
}
