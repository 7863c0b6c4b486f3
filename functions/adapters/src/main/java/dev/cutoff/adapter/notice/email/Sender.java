package dev.cutoff.adapter.notice.email;

import dev.cutoff.notice.application.Notices.Notice;
import java.time.Instant;

/** A way for a finished message to leave. */
public interface Sender {
  /** A failure that may pass is {@link dev.cutoff.effect.application.TryAgainLater}. */
  void send(Notice notice, Instant at);

  /** Whether the same notice sent again is one message still. */
  boolean repeatable();
}
