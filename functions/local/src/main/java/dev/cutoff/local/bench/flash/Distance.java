package dev.cutoff.local.bench.flash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * DynamoDB as far away as it is. DynamoDB Local runs in this very process and answers in
 * microseconds; a race between a look and a write that would be lost every day is hardly ever lost
 * there. All ways that use it are as far from it.
 */
final class Distance {
  /** AWS speaks of single-digit milliseconds. */
  static final Duration OF_A_CALL = Duration.ofMillis(5);

  private Distance() {}

  static DynamoDbClient to(DynamoDbClient near) {
    return (DynamoDbClient)
        Proxy.newProxyInstance(
            Distance.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            (proxy, method, arguments) -> {
              LockSupport.parkNanos(OF_A_CALL.toNanos() / 2);
              try {
                return method.invoke(near, arguments);
              } catch (InvocationTargetException refused) {
                throw refused.getCause();
              } finally {
                LockSupport.parkNanos(OF_A_CALL.toNanos() / 2);
              }
            });
  }
}
