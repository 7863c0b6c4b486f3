package dev.cutoff.notice;

import java.util.Set;
import java.util.TreeSet;

/**
 * What one notice tells: what was announced of one parcel or shipment, or of several that moved at
 * once.
 *
 * @param announcement the one that made it be told
 * @param subjects of all that it tells, {@link Announcement#subject()}
 */
public record News(Announcement announcement, Set<String> subjects) {
  public News {
    subjects = java.util.Collections.unmodifiableSet(new TreeSet<>(subjects));
    if (!subjects.contains(announcement.subject())) {
      throw new IllegalArgumentException("news are at least of what was announced");
    }
  }

  /** Of this alone. */
  public static News of(Announcement announcement) {
    return new News(announcement, Set.of(announcement.subject()));
  }

  public Announcement.What what() {
    return announcement.what();
  }

  /**
   * The same for the same news, for ever. Each subject is told once, so one of several names all of
   * them.
   */
  public String key() {
    return subjects.size() == 1
        ? announcement.key()
        : announcement.orderId()
            + "#"
            + subjects.iterator().next()
            + "+"
            + (subjects.size() - 1)
            + "#"
            + announcement.what().wireName();
  }
}
