package dev.cutoff.tracking.application;

import dev.cutoff.tracking.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A carrier's way of sending scans. */
public interface TrackingSource {
  /** As {@link dev.cutoff.merchant.Carrier#provider()} names it. */
  String provider();

  /**
   * Whether the carrier's signature over the raw bytes is right and fresh.
   *
   * @param headers by lower-case name
   * @param now for the age of the signature
   */
  boolean genuine(Map<String, String> headers, byte[] body, String secret, Instant now);

  /** Each scan is read alone: one bad one never takes the others down. */
  Reading read(String carrier, byte[] body);

  /**
   * What the body held.
   *
   * @param problems of the ones that could not be read, in words
   */
  record Reading(List<Scan> scans, List<String> problems) {
    public Reading {
      scans = List.copyOf(scans);
      problems = List.copyOf(problems);
    }
  }
}
