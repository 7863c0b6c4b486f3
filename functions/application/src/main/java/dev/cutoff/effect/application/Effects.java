package dev.cutoff.effect.application;

import java.time.Instant;
import java.util.Optional;

/** One row for each effect outside, made before it happens, so that it happens once. */
public interface Effects {
  /** What is known of the effect when somebody is about to cause it. */
  enum Claim {
    /** Nobody tried before: go ahead. */
    FIRST,
    /** Somebody began and never said how it ended: look before you repeat it. */
    IN_DOUBT,
    /** It happened: do nothing. */
    DONE
  }

  Claim claim(String key, Instant at);

  /**
   * Whether it is known to have happened. For effects that may be caused twice without harm: nobody
   * needs to claim those.
   */
  boolean isDone(String key);

  void done(String key, String how, Instant at);

  /** It surely did not happen: the next one may try. */
  void release(String key);

  /** Why the last try did not cause it, for people; claims nothing and ends nothing. */
  void failed(String key, String why, Instant at);

  /** What was last said of it by {@link #failed}, also where it happened since. */
  Optional<Failure> failure(String key);

  /** A try in vain. */
  record Failure(String why, Instant at) {}
}
