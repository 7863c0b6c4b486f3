package dev.cutoff.adapter.notice.phone;

import dev.cutoff.notice.application.Notices.Notice;
import dev.cutoff.notice.application.Notices.Sent;

/** A way for a short message to leave. */
public interface PhoneSender {
  /** A failure that may pass is {@link dev.cutoff.effect.application.TryAgainLater}. */
  Sent send(Notice notice);

  /** Whether the same notice sent again is one message still. */
  boolean repeatable();
}
