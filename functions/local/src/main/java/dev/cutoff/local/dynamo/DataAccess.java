package dev.cutoff.local.dynamo;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import com.amazonaws.services.dynamodbv2.local.shared.access.TableInfo;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import com.amazonaws.services.dynamodbv2.model.AttributeDefinition;
import com.amazonaws.services.dynamodbv2.model.BillingMode;
import com.amazonaws.services.dynamodbv2.model.GlobalSecondaryIndexDescription;
import com.amazonaws.services.dynamodbv2.model.OnDemandThroughput;
import com.amazonaws.services.dynamodbv2.model.ProvisionedThroughput;
import com.amazonaws.services.dynamodbv2.model.StreamSpecification;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local's data, without SQLite's log on the console: what goes wrong is thrown as well.
 */
class DataAccess extends SQLiteDBAccess {

  // Kept, as a logger that nobody holds forgets its level. The superclass sets one of its own
  // first.
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  static {
    SQLITE.setLevel(Level.OFF);
  }

  private final SQLiteQueue own;
  private final Map<String, TableInfo> infos = new ConcurrentHashMap<>();

  /** In memory. */
  DataAccess() {
    own = queue;
  }

  /**
   * In a file, with a write-ahead log. SQLite itself syncs it before it moves rows into the file
   * proper and not with each write: whoever writes waits for {@link SharedSync}.
   */
  DataAccess(File file) {
    super(file);
    own = queue;
    SQLiteJob<Object> setting =
        new SQLiteJob<>() {
          @Override
          protected Object job(SQLiteConnection connection) throws SQLiteException {
            return connection.exec("PRAGMA journal_mode=WAL").exec("PRAGMA synchronous=NORMAL");
          }
        };
    queue.execute(setting).complete();
    if (setting.getError() != null) {
      throw new IllegalStateException("The data file cannot be used: " + file, setting.getError());
    }
  }

  /** Version 2.6.1 asks for the commit and answers without waiting for it. */
  @Override
  public void commitTransaction(String transactionId, byte[] signature) {
    super.commitTransaction(transactionId, signature);
    SQLiteJob<Object> behind =
        new SQLiteJob<>() {
          @Override
          protected Object job(SQLiteConnection connection) {
            return connection;
          }
        };
    queue.execute(behind).complete();
  }

  /** Asked for with each call, read from the database once. */
  @Override
  public @Nullable TableInfo getTableInfo(String tableName) {
    TableInfo known = infos.get(tableName);
    if (known != null) {
      return known;
    }
    TableInfo read = super.getTableInfo(tableName);
    if (read != null) {
      infos.put(tableName, read);
    }
    return read;
  }

  @Override
  public void deleteTable(String tableName) {
    super.deleteTable(tableName);
    infos.remove(tableName);
  }

  @Override
  public void updateTable(
      String tableName,
      ProvisionedThroughput throughput,
      OnDemandThroughput onDemandThroughput,
      BillingMode billingMode,
      long since,
      List<AttributeDefinition> attributes,
      List<GlobalSecondaryIndexDescription> indexes,
      Boolean protectedFromDeletion,
      StreamSpecification stream) {
    super.updateTable(
        tableName,
        throughput,
        onDemandThroughput,
        billingMode,
        since,
        attributes,
        indexes,
        protectedFromDeletion,
        stream);
    infos.remove(tableName);
  }

  @Override
  public void updateTable(String tableName, String timeToLiveAttribute) {
    super.updateTable(tableName, timeToLiveAttribute);
    infos.remove(tableName);
  }

  @Override
  public void createGSIColumns(String tableName, String indexName) {
    super.createGSIColumns(tableName, indexName);
    infos.remove(tableName);
  }

  @Override
  public void deleteGSI(String tableName, String indexName) {
    super.deleteGSI(tableName, indexName);
    infos.remove(tableName);
  }

  /** Until the file is let go, so that it can be opened again. */
  void awaitClosed() {
    try {
      own.stop(true).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
