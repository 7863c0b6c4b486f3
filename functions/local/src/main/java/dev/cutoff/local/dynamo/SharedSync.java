package dev.cutoff.local.dynamo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Waits until SQLite's write-ahead log is on the disk; all who ask while it is being synced share
 * the next sync. SQLite's own sync is one a write, with everybody else in the queue behind it.
 */
final class SharedSync implements AutoCloseable {

  private final Path log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable RandomAccessFile file;
  private long asked;
  private long done;
  private boolean syncing;

  SharedSync(Path database) {
    this.log = database.resolveSibling(database.getFileName() + "-wal");
  }

  /** What was committed before is there for good afterwards. */
  void await() {
    lock.lock();
    try {
      long mine = ++asked;
      while (done < mine) {
        if (syncing) {
          changed.awaitUninterruptibly();
        } else {
          sync();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data file cannot be synced: " + log, e);
    } finally {
      lock.unlock();
    }
  }

  private void sync() throws IOException {
    long until = asked;
    RandomAccessFile open = open();
    syncing = true;
    lock.unlock();
    boolean synced = false;
    try {
      open.getFD().sync();
      synced = true;
    } finally {
      lock.lock();
      syncing = false;
      done = synced ? Math.max(done, until) : done;
      changed.signalAll();
    }
  }

  // Not a channel: those are closed by the interrupt of whoever happens to sync.
  private RandomAccessFile open() throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      open = new RandomAccessFile(log.toFile(), "rw");
      file = open;
    }
    return open;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
    }
  }
}
