package dev.cutoff.platform;

import dev.cutoff.adapter.json.Codec;
import dev.cutoff.api.HttpRequest;
import dev.cutoff.order.Order;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Does once, before the snapshot is taken, what every call needs: so that classes are loaded and
 * initialised, and a restored function answers as a warm one does. It reads a row that is never
 * there and changes nothing. Without snapshots it does nothing at all.
 */
final class Priming implements Resource {
  private static final Map<String, AttributeValue> NO_ROW =
      Map.of("pk", AttributeValue.fromS("PRIMING"), "sk", AttributeValue.fromS("PRIMING"));
  private static final byte[] REQUEST =
      "{\"routeKey\":\"GET /health\",\"headers\":{},\"body\":\"{}\",\"isBase64Encoded\":false}"
          .getBytes(StandardCharsets.UTF_8);

  private final DynamoDbClient dynamo;
  private final String table;

  private Priming(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** Kept by whom it primes: the context forgets what nobody holds. */
  static Priming register(DynamoDbClient dynamo, String table) {
    Priming priming = new Priming(dynamo, table);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws IOException {
    Codec codec = new Codec();
    codec.read(
        codec.bytes(new Order.Cancellation(java.time.Instant.EPOCH, "", "", null)),
        Order.Cancellation.class);
    HttpRequest.read(new ByteArrayInputStream(REQUEST));
    try {
      dynamo.getItem(get -> get.tableName(table).key(NO_ROW).consistentRead(true));
    } catch (SdkException notNow) {
      // A snapshot without a warm connection is worth more than none.
      System.err.println("priming: " + notNow.getClass().getSimpleName());
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
