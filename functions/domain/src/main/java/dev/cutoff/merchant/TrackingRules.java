package dev.cutoff.merchant;

import java.time.Duration;

/**
 * When a parcel that the carrier has is looked after.
 *
 * @param silentFor without a scan for so long it is in trouble, within its country
 * @param silentAbroadFor the same where it goes to another country
 * @param pollFor how long after hand-over a carrier that sends nothing is asked
 */
public record TrackingRules(Duration silentFor, Duration silentAbroadFor, Duration pollFor) {
  public static final TrackingRules PLAIN =
      new TrackingRules(Duration.ofDays(5), Duration.ofDays(12), Duration.ofDays(30));

  /** What holds for a parcel from one country to another, or to the same. */
  public Duration silentFor(String from, String to) {
    return from.equals(to) ? silentFor : silentAbroadFor;
  }
}
