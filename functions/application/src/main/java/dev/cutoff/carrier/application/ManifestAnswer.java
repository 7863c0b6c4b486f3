package dev.cutoff.carrier.application;

import java.util.List;
import java.util.Optional;

/** What came of closing the day. */
public sealed interface ManifestAnswer {
  /**
   * Closed.
   *
   * @param document to be signed by the driver, as PDF; empty where the carrier has none
   * @param leftOut label ids the carrier did not take onto it
   */
  record Closed(String manifestId, Optional<byte[]> document, List<String> leftOut)
      implements ManifestAnswer {
    public Closed {
      leftOut = List.copyOf(leftOut);
    }
  }

  record Refused(String why) implements ManifestAnswer {}

  /** This carrier wants no manifest: its first scan is the hand-over. */
  record NotWanted() implements ManifestAnswer {}
}
