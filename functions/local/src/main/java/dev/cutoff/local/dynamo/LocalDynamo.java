package dev.cutoff.local.dynamo;

import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * DynamoDB Local in this process. It keeps threads that would hold the JVM open, so it is closed.
 */
public final class LocalDynamo implements AutoCloseable {

  private static final String FILE = "dynamodb.db";

  // Kept, as a logger that nobody holds forgets its level.
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  static {
    SQLITE.setLevel(Level.OFF);
  }

  private final EmbeddedServer server;
  private final DynamoDbClient client;

  private LocalDynamo(EmbeddedServer server) {
    this.server = server;
    this.client = server.client();
  }

  public static LocalDynamo inMemory() {
    return new LocalDynamo(EmbeddedServer.start(new SQLiteDBAccess()));
  }

  /** Data in that folder outlives the process, a {@code kill -9} included. */
  public static LocalDynamo in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be made: " + folder, e);
    }
    if (!Files.isWritable(folder)) {
      // DynamoDB Local would try again for ever.
      throw new IllegalArgumentException("The data folder cannot be written: " + folder);
    }
    return new LocalDynamo(EmbeddedServer.start(new FileAccess(folder.resolve(FILE).toFile())));
  }

  public DynamoDbClient client() {
    return client;
  }

  /** Creates those of the tables that are not there yet. */
  public LocalDynamo ensure(List<CreateTableRequest> tables) {
    List<String> there = client.listTablesPaginator().tableNames().stream().toList();
    for (CreateTableRequest table : tables) {
      if (!there.contains(table.tableName())) {
        client.createTable(table);
      }
    }
    return this;
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
