package dev.cutoff.carrier.application;

import dev.cutoff.tracking.Scan;
import java.util.List;

/** What a carrier says where a parcel is, when it is asked. */
public sealed interface TrackAnswer {
  /**
   * All scans it knows, in any order.
   *
   * @param problems events that can't be read, in words; the others count
   */
  record Known(List<Scan> scans, List<String> problems) implements TrackAnswer {
    public Known {
      scans = List.copyOf(scans);
      problems = List.copyOf(problems);
    }
  }

  /** It has no such parcel, or none yet. */
  record Unknown(String why) implements TrackAnswer {}

  /** This provider tells by itself alone, or not at all. */
  record Cannot() implements TrackAnswer {}
}
