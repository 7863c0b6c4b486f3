package dev.cutoff.testkit;

import com.amazonaws.services.dynamodbv2.local.embedded.DDBExceptionMappingInvocationHandler;
import com.amazonaws.services.dynamodbv2.local.shared.access.LocalDBClient;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.local.shared.jobs.JobsRegister;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * DynamoDB Local in this JVM, in memory. As a JUnit extension
 * ({@code @ExtendWith(EmbeddedDynamo.Extension.class)}) there is one for all tests, handed to
 * constructors; tests keep apart by table names.
 */
public final class EmbeddedDynamo implements AutoCloseable {
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final int JOBS = 10;
  private static final Set<String> WRITES =
      Set.of("transactWriteItems", "putItem", "updateItem", "deleteItem");
  private static final ReentrantLock FAILING = new ReentrantLock();

  private final LocalDBClient local;
  private final DynamoDbClient client;

  private EmbeddedDynamo(LocalDBClient local) {
    this.local = local;
    this.client =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                oneWriteAtATime(exceptionMapping(local)));
  }

  /** As its own {@code create} does, but without telling its maker of it over the network. */
  public static EmbeddedDynamo start() {
    JobsRegister jobs = new JobsRegister(Executors.newFixedThreadPool(JOBS), false);
    return new EmbeddedDynamo(new LocalDBClient(new SQLiteDBAccess(), jobs));
  }

  public DynamoDbClient client() {
    return client;
  }

  /** A table name that no other test has. */
  public static String unusedName(String of) {
    return of + "-" + NUMBERS.incrementAndGet();
  }

  public void create(List<CreateTableRequest> tables) {
    tables.forEach(client::createTable);
  }

  /** Its threads are no daemons: without this the JVM would stay. */
  @Override
  public void close() {
    local.shutdownNow();
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
    } catch (ReflectiveOperationException other) {
      throw new IllegalStateException(
          "not the version of DynamoDB Local that this was made for", other);
    }
  }

  /** Starts one for all tests of the JVM and stops it at the end. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == EmbeddedDynamo.class;
    }

    @Override
    public EmbeddedDynamo resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              EmbeddedDynamo.class, type -> EmbeddedDynamo.start(), EmbeddedDynamo.class);
    }
  }
}
