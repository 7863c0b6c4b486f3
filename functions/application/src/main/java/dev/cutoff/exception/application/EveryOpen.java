package dev.cutoff.exception.application;

import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import java.util.ArrayList;
import java.util.List;

/** All open entries of the exception queue of a reason, page by page. */
public final class EveryOpen {
  private EveryOpen() {}

  /** Those of a kind, the nearest clock first. */
  public static <T extends QueueEntry> List<T> of(
      Reason reason, Class<T> kind, Exceptions exceptions) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      Exceptions.Page page = exceptions.open(null, reason, cursor);
      page.items().stream().filter(kind::isInstance).map(kind::cast).forEach(all::add);
      cursor = page.cursor();
    } while (cursor != null);
    return all;
  }
}
