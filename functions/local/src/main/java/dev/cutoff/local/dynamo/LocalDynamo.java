package dev.cutoff.local.dynamo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * DynamoDB Local in this process. It keeps threads that would hold the JVM open, so it is closed.
 */
public final class LocalDynamo implements AutoCloseable {

  private static final String FILE = "dynamodb.db";

  private final EmbeddedServer server;
  private final @Nullable FolderLock lock;

  private LocalDynamo(EmbeddedServer server, @Nullable FolderLock lock) {
    this.server = server;
    this.lock = lock;
  }

  public static LocalDynamo inMemory() {
    return new LocalDynamo(EmbeddedServer.start(new HeapAccess(), null), null);
  }

  /** Data in that folder outlives the process, and the machine's power too. */
  public static LocalDynamo in(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be made: " + folder, e);
    }
    FolderLock lock = FolderLock.take(folder);
    try {
      Path file = folder.resolve(FILE);
      DataAccess access = new DataAccess(file.toFile());
      return new LocalDynamo(EmbeddedServer.start(access, new SharedSync(file)), lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  public DynamoDbClient client() {
    return server.client();
  }

  /** Creates those of the tables that are not there yet. */
  public LocalDynamo ensure(List<CreateTableRequest> tables) {
    List<String> there = client().listTablesPaginator().tableNames().stream().toList();
    for (CreateTableRequest table : tables) {
      if (!there.contains(table.tableName())) {
        client().createTable(table);
      }
    }
    return this;
  }

  @Override
  public void close() {
    server.shutdown();
    if (lock != null) {
      lock.close();
    }
  }
}
