package dev.cutoff.notice.application;

import dev.cutoff.notice.Recipient;
import java.time.Instant;

/** Where no notice goes any more. What is kept is a hash, never the address. */
public interface NoticeStops {
  boolean isStopped(Recipient recipient);

  /** For ever; stopped again it keeps its first reason. */
  void stop(Recipient recipient, Why why, Instant at);

  /** Why nothing goes there. */
  enum Why {
    /** The customer wants none. */
    ASKED,
    /** There is no such mailbox. */
    BOUNCED,
    /** The customer called one spam. */
    COMPLAINED
  }
}
