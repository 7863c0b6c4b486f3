package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.merchant.TrackingRules;
import java.time.Duration;

/** What the file says of parcels on their way; all of it may be left out. */
final class TrackingBinding {
  private static final int MOST_CLAIM_DAYS = 365;
  private static final TrackingRules PLAIN = TrackingRules.PLAIN;

  private TrackingBinding() {}

  static TrackingRules rules(Field tracking) {
    return new TrackingRules(
        duration(tracking, "silentFor", PLAIN.silentFor()),
        duration(tracking, "silentAbroadFor", PLAIN.silentAbroadFor()),
        duration(tracking, "pollFor", PLAIN.pollFor()));
  }

  /**
   * How a carrier tells.
   *
   * @param canBeAsked whether its provider answers where a parcel is
   */
  static CarrierTracking carrier(Field tracking, boolean canBeAsked) {
    boolean polls = tracking.find("polls").map(Values::flag).orElse(CarrierTracking.PLAIN.polls());
    if (polls && !canBeAsked) {
      throw tracking
          .get("polls")
          .wrong("must be false: a rate card can't be asked where a parcel is");
    }
    return new CarrierTracking(
        polls,
        tracking
            .find("claimDays")
            .map(it -> (int) Values.whole(it, 1, MOST_CLAIM_DAYS))
            .orElse(CarrierTracking.PLAIN.claimDays()));
  }

  private static Duration duration(Field tracking, String name, Duration otherwise) {
    return tracking.find(name).map(it -> Values.duration(it)).orElse(otherwise);
  }
}
