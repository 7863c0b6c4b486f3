package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Does what {@code DynamoDBEmbedded.create} does but for one thing: that tells its maker of each
 * start, and drags in the clients of three more services for it.
 */
record EmbeddedServer(DataAccess access, LocalDBClient local, DynamoDbClient client) {

  private static final int JOBS = 10;

  static EmbeddedServer start(DataAccess access) {
    ExecutorService jobs = Executors.newFixedThreadPool(JOBS);
    LocalDBClient local = new LocalDBClient(access, new JobsRegister(jobs, false));
    Object client =
        Proxy.newProxyInstance(
            DynamoDbClient.class.getClassLoader(),
            new Class<?>[] {DynamoDbClient.class},
            exceptionMapping(local));
    return new EmbeddedServer(access, local, (DynamoDbClient) client);
  }

  void shutdown() {
    local.shutdownNow();
    access.awaitClosed();
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
