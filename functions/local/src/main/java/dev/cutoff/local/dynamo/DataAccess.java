package dev.cutoff.local.dynamo;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteJob;
import com.almworks.sqlite4java.SQLiteQueue;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteDBAccess;
import java.io.File;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * DynamoDB Local's data, without SQLite's log on the console: what goes wrong is thrown as well.
 */
final class DataAccess extends SQLiteDBAccess {

  // Kept, as a logger that nobody holds forgets its level. The superclass sets one of its own
  // first.
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  static {
    SQLITE.setLevel(Level.OFF);
  }

  private final SQLiteQueue own;

  /** In memory. */
  DataAccess() {
    own = queue;
  }

  /**
   * In a file, with a write-ahead log: as durable as the journal that SQLite keeps otherwise, but
   * synced once a write instead of three or four times.
   */
  DataAccess(File file) {
    super(file);
    own = queue;
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

  /** Until the file is let go, so that it can be opened again. */
  void awaitClosed() {
    try {
      own.stop(true).join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
