package dev.cutoff.local.dynamo;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import java.io.File;

/**
 * DynamoDB Local's data in a file, with a write-ahead log: as durable as the journal that SQLite
 * keeps otherwise, but synced once a write instead of three or four times.
 */
final class FileAccess extends SQLiteDBAccess {

  FileAccess(File file) {
    super(file);
    SQLiteJob<Object> setting =
        new SQLiteJob<>() {
          @Override
          protected Object job(SQLiteConnection connection) throws SQLiteException {
            return connection.exec("PRAGMA journal_mode=WAL");
          }
        };
    queue.execute(setting).complete();
    if (setting.getError() != null) {
      throw new IllegalStateException("The data file cannot be used: " + file, setting.getError());
    }
  }
}
