package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Does what {@code DynamoDBEmbedded.create} does but for one thing: that tells its maker of each
 * start, and drags in the clients of three more services for it.
 */
record EmbeddedServer(DataAccess access, LocalDBClient local, DynamoDbClient client) {

  private static final int JOBS = 10;
  private static final Set<String> WRITES =
      Set.of("transactWriteItems", "putItem", "updateItem", "deleteItem");
  private static final ReentrantLock FAILING = new ReentrantLock();

  static EmbeddedServer start(DataAccess access) {
    ExecutorService jobs = Executors.newFixedThreadPool(JOBS);
    LocalDBClient local = new LocalDBClient(access, new JobsRegister(jobs, false));
    Object client =
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            oneWriteAtATime(exceptionMapping(local)));
    return new EmbeddedServer(access, local, (DynamoDbClient) client);
  }

  void shutdown() {
    local.shutdownNow();
    access.awaitClosed();
  }

  // Version 2.6.1 fills one builder of each exception for all threads: of two writes that fail in
  // one instant each may be told the other's reasons and rows.
  private static InvocationHandler oneWriteAtATime(InvocationHandler handler) {
    return (proxy, method, arguments) -> {
      if (!WRITES.contains(method.getName())) {
        return handler.invoke(proxy, method, arguments);
      }
      FAILING.lock();
      try {
        return handler.invoke(proxy, method, arguments);
      } finally {
        FAILING.unlock();
      }
    };
  }

  // Its errors become those of the SDK in this handler alone, whose constructor is not public.
  private static InvocationHandler exceptionMapping(LocalDBClient local) {
    try {
      Constructor<DDBExceptionMappingInvocationHandler> constructor =
          DDBExceptionMappingInvocationHandler.class.getDeclaredConstructor(LocalDBClient.class);
      constructor.setAccessible(true);
      return constructor.newInstance(local);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Not the version of DynamoDB Local that this was made for", e);
    }
  }
}
