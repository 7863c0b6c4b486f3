package dev.cutoff.testkit;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.shared.access.AmazonDynamoDBLocal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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

  private final AmazonDynamoDBLocal local;
  private final DynamoDbClient client;

  private EmbeddedDynamo(AmazonDynamoDBLocal local) {
    this.local = local;
    this.client = local.dynamoDbClient();
  }

  public static EmbeddedDynamo start() {
    return new EmbeddedDynamo(DynamoDBEmbedded.create());
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
    client.close();
    local.shutdownNow();
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
