package dev.cutoff.testkit;

import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was published, in order. */
public final class RecordingAnnouncements implements Announcements {
  private final List<Announcement> published = new CopyOnWriteArrayList<>();

  @Override
  public void publish(Announcement announcement) {
    published.add(announcement);
  }

  public List<Announcement> published() {
    return List.copyOf(published);
  }

  /** What was published of it, "shipped", in order. */
  public List<String> whats() {
    return published.stream().map(each -> each.what().wireName()).toList();
  }
}
