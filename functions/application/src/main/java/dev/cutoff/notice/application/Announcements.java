package dev.cutoff.notice.application;

import dev.cutoff.notice.Announcement;

/** The topic that store and customer listeners hear. At least once. */
public interface Announcements {
  void publish(Announcement announcement);
}
