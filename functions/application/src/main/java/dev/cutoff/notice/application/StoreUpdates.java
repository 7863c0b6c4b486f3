package dev.cutoff.notice.application;

import dev.cutoff.notice.Announcement;

/** The queue of what stores are to be told, past the topic that customers hear as well. */
public interface StoreUpdates {
  /**
   * Puts it there.
   *
   * @param again also where the store was told already
   * @throws dev.cutoff.effect.application.TryAgainLater where the queue does not answer
   */
  void send(Announcement announcement, boolean again);
}
