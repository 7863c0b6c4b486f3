package dev.cutoff.local.journal;

import com.almworks.sqlite4java.SQLiteConnection;
import com.almworks.sqlite4java.SQLiteException;
import com.almworks.sqlite4java.SQLiteStatement;
import com.amazonaws.services.dynamodbv2.local.shared.access.sqlite.SQLiteLibraryLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A file of SQLite's with one thread that does everything. All writes that arrive while it syncs
 * the last ones become one transaction with one sync, so waiting for the disk is shared.
 */
final class FileJournal implements Journal {

  private static final String FILE = "journal.db";
  private static final int TOGETHER = 500;

  // Kept, as a logger that nobody holds forgets its level. What goes wrong is thrown as well.
  private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

  private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final CompletableFuture<@Nullable Void> opened = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean closed;

  private FileJournal(Path file) {
    loadLibrary();
    SQLITE.setLevel(Level.OFF);
    thread = Thread.ofPlatform().daemon().name("journal").unstarted(() -> serve(file));
  }

  // DynamoDB Local loads a copy of its own. A second one in the process ends it: each has half of
  // what it needs.
  private static void loadLibrary() {
    try {
      SQLiteLibraryLoader.initialize();
    } catch (Exception e) {
      throw new IllegalStateException("SQLite's library cannot be loaded", e);
    }
  }

  static FileJournal open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The data folder cannot be made: " + folder, e);
    }
    FileJournal journal = new FileJournal(folder.resolve(FILE));
    journal.thread.start();
    join(journal.opened);
    return journal;
  }

  @Override
  public @Nullable String find(String book, String key) {
    return read(database -> database.find(book, key));
  }

  @Override
  public List<Line> beginning(String book, String prefix) {
    return read(database -> database.beginning(book, prefix));
  }

  @Override
  public List<Line> before(String book, String key, int most) {
    return read(database -> database.before(book, key, most));
  }

  @Override
  public void write(List<Line> lines) {
    if (!lines.isEmpty()) {
      CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
      ask(new Write(List.copyOf(lines), done), done);
    }
  }

  /** Does what was asked before, and lets the file go. */
  @Override
  public void close() {
    closed = true;
    jobs.add(new Stop());
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private <T extends @Nullable Object> T read(Query<T> query) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Work work =
        database -> {
          try {
            done.complete(query.of(database));
          } catch (SQLiteException | RuntimeException e) {
            done.completeExceptionally(e);
          }
        };
    return ask(new Read(work), done);
  }

  private <T extends @Nullable Object> T ask(Job job, CompletableFuture<T> done) {
    jobs.add(job);
    if (closed) {
      // Whoever served may have gone before this came.
      done.completeExceptionally(new IllegalStateException("The journal is closed"));
    }
    return join(done);
  }

  private void serve(Path file) {
    SQLiteConnection connection = new SQLiteConnection(file.toFile());
    try {
      JournalFile database = JournalFile.on(connection);
      opened.complete(null);
      while (round(database)) {
        // As long as there is somebody to serve.
      }
    } catch (SQLiteException e) {
      opened.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      connection.dispose();
    }
  }

  /** False where it was the last one. */
  private boolean round(JournalFile database) throws InterruptedException {
    List<Job> batch = new ArrayList<>();
    batch.add(jobs.take());
    jobs.drainTo(batch, TOGETHER);
    List<Write> writes = new ArrayList<>();
    for (Job job : batch) {
      if (job instanceof Write write) {
        writes.add(write);
      }
    }
    commit(database, writes);
    // Reads last: what they tell is then there for good.
    for (Job job : batch) {
      if (job instanceof Read read) {
        read.work().on(database);
      }
    }
    return batch.stream().noneMatch(Stop.class::isInstance);
  }

  private static void commit(JournalFile database, List<Write> writes) {
    if (writes.isEmpty()) {
      return;
    }
    try {
      database.write(writes.stream().flatMap(write -> write.lines().stream()).toList());
      writes.forEach(write -> write.done().complete(null));
    } catch (SQLiteException | RuntimeException e) {
      writes.forEach(write -> write.done().completeExceptionally(e));
    }
  }

  private static <T extends @Nullable Object> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException("The journal's file cannot be used", e.getCause());
    }
  }

  private sealed interface Job {}

  private record Write(List<Line> lines, CompletableFuture<@Nullable Void> done) implements Job {}

  private record Read(Work work) implements Job {}

  private record Stop() implements Job {}

  @FunctionalInterface
  private interface Work {
    void on(JournalFile database);
  }

  @FunctionalInterface
  private interface Query<T extends @Nullable Object> {
    T of(JournalFile database) throws SQLiteException;
  }

  /** The file itself; for the one thread that opened it. */
  private record JournalFile(SQLiteConnection connection) {

    static JournalFile on(SQLiteConnection connection) throws SQLiteException {
      connection.open(true);
      connection.exec("PRAGMA journal_mode=WAL");
      connection.exec("PRAGMA synchronous=FULL");
      connection.exec(
          "CREATE TABLE IF NOT EXISTS lines"
              + " (book TEXT, key TEXT, text TEXT NOT NULL, PRIMARY KEY (book, key))"
              + " WITHOUT ROWID");
      return new JournalFile(connection);
    }

    @Nullable String find(String book, String key) throws SQLiteException {
      SQLiteStatement query =
          connection.prepare("SELECT text FROM lines WHERE book = ? AND key = ?");
      try {
        query.bind(1, book).bind(2, key);
        return query.step() ? query.columnString(0) : null;
      } finally {
        query.dispose();
      }
    }

    List<Line> beginning(String book, String prefix) throws SQLiteException {
      SQLiteStatement query =
          connection.prepare(
              "SELECT key, text FROM lines WHERE book = ? AND key >= ? AND key < ? ORDER BY key");
      try {
        query.bind(1, book).bind(2, prefix).bind(3, prefix + Character.toString(0x10FFFF));
        return lines(book, query);
      } finally {
        query.dispose();
      }
    }

    List<Line> before(String book, String key, int most) throws SQLiteException {
      SQLiteStatement query =
          connection.prepare(
              "SELECT key, text FROM lines WHERE book = ? AND key < ? ORDER BY key DESC LIMIT ?");
      try {
        query.bind(1, book).bind(2, key).bind(3, most);
        return lines(book, query);
      } finally {
        query.dispose();
      }
    }

    void write(List<Line> lines) throws SQLiteException {
      connection.exec("BEGIN IMMEDIATE");
      try {
        for (Line line : lines) {
          write(line);
        }
        connection.exec("COMMIT");
      } catch (SQLiteException | RuntimeException e) {
        connection.exec("ROLLBACK");
        throw e;
      }
    }

    private void write(Line line) throws SQLiteException {
      String text = line.text();
      SQLiteStatement change =
          connection.prepare(
              text == null
                  ? "DELETE FROM lines WHERE book = ? AND key = ?"
                  : "INSERT OR REPLACE INTO lines (book, key, text) VALUES (?, ?, ?)");
      try {
        change.bind(1, line.book()).bind(2, line.key());
        if (text != null) {
          change.bind(3, text);
        }
        change.step();
      } finally {
        change.dispose();
      }
    }

    private static List<Line> lines(String book, SQLiteStatement query) throws SQLiteException {
      List<Line> found = new ArrayList<>();
      while (query.step()) {
        found.add(new Line(book, query.columnString(0), query.columnString(1)));
      }
      return found;
    }
  }
}
