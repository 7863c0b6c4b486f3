package dev.cutoff.notice.application;

import java.util.List;

/** Announcements that a listener gave up on, and the way back. */
public interface DeadLetters {
  /** The queues that have dead letters of their own: store updates, customer notices. */
  List<String> queues();

  /** The dead letters of one queue, a hundred at most. */
  List<DeadLetter> of(String queue);

  /** Puts all dead letters of one queue back to work. */
  void replay(String queue);

  /**
   * One message nobody could handle.
   *
   * @param received how often it was tried
   * @param body as published
   */
  record DeadLetter(String id, int received, String body) {}
}
