package dev.cutoff.local.journal;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Books of lines sorted by key. Conditions are for its one user to keep: there is no other. */
public interface Journal extends AutoCloseable {

  static Journal inMemory() {
    return new MemoryJournal();
  }

  /** In a file of that folder; it outlives the process, and the machine's power too. */
  static Journal in(Path folder) {
    return FileJournal.open(folder);
  }

  @Nullable String find(String book, String key);

  /** All whose key begins so, by key. */
  List<Line> beginning(String book, String prefix);

  /** Those before the key, the last one first. */
  List<Line> before(String book, String key, int most);

  /** All of them or none; when this returns, they are there for good. */
  void write(List<Line> lines);

  @Override
  void close();
}
