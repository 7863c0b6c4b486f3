package dev.cutoff.local.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** For runs that leave nothing behind. */
final class MemoryJournal implements Journal {

  private final Map<String, NavigableMap<String, String>> books = new HashMap<>();

  @Override
  public synchronized @Nullable String find(String book, String key) {
    return book(book).get(key);
  }

  @Override
  public synchronized List<Line> beginning(String book, String prefix) {
    List<Line> found = new ArrayList<>();
    for (Map.Entry<String, String> each : book(book).tailMap(prefix, true).entrySet()) {
      if (!each.getKey().startsWith(prefix)) {
        break;
      }
      found.add(new Line(book, each.getKey(), each.getValue()));
    }
    return found;
  }

  @Override
  public synchronized List<Line> before(String book, String key, int most) {
    return book(book).headMap(key, false).descendingMap().entrySet().stream()
        .limit(most)
        .map(each -> new Line(book, each.getKey(), each.getValue()))
        .toList();
  }

  @Override
  public synchronized void write(List<Line> lines) {
    for (Line line : lines) {
      String text = line.text();
      if (text == null) {
        book(line.book()).remove(line.key());
      } else {
        book(line.book()).put(line.key(), text);
      }
    }
  }

  @Override
  public void close() {}

  private NavigableMap<String, String> book(String name) {
    return books.computeIfAbsent(name, any -> new TreeMap<>());
  }
}
