package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.merchant.PromiseRules;
import dev.cutoff.merchant.TrackingRules;
import java.time.Duration;
import java.util.stream.Collectors;

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

  /** What a promise that is broken asks for. */
  static PromiseRules promise(Field promise) {
    return new PromiseRules(
        promise
            .find("consentIn")
            .map(it ->
                it.each(Values::country).stream().map(Located::value).collect(Collectors.toSet()))
            .orElse(PromiseRules.PLAIN.consentIn()),
        duration(promise, "consentWithin", PromiseRules.PLAIN.consentWithin()));
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
