package dev.cutoff.notice.application;

import dev.cutoff.notice.Announcement.What;
import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What customers were told: a page for each order, kind of news and medium. Who writes a notice
 * down before anybody else sends it, and nobody else does.
 */
public interface NoticeLog {
  /** As it is now; an empty one where nothing was told yet. */
  Page read(OrderId orderId, What what, String medium);

  /** False where somebody wrote there since it was read: read it again. */
  boolean write(Page page);

  /**
   * The notices of one kind about one order by one medium.
   *
   * @param version how often it was written before
   */
  record Page(OrderId orderId, What what, String medium, long version, List<Entry> entries) {
    public Page {
      entries = List.copyOf(entries);
    }

    /** The notice that told of it. */
    public Optional<Entry> about(String subject) {
      return entries.stream().filter(entry -> entry.subjects().contains(subject)).findFirst();
    }

    /** The same with one more. */
    public Page with(Entry entry) {
      List<Entry> more = Stream.concat(entries.stream(), Stream.of(entry)).toList();
      return new Page(orderId, what, medium, version, more);
    }

    /** The same without one that surely was not sent. */
    public Page without(Entry entry) {
      List<Entry> rest = entries.stream().filter(each -> !each.equals(entry)).toList();
      return new Page(orderId, what, medium, version, rest);
    }
  }

  /**
   * One notice.
   *
   * @param subjects what it tells of, {@link dev.cutoff.notice.Announcement#subject()}
   */
  record Entry(Set<String> subjects, Instant at) {
    public Entry {
      subjects = java.util.Collections.unmodifiableSet(new TreeSet<>(subjects));
    }
  }
}
