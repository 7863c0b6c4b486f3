package dev.cutoff.merchant;

/**
 * How a carrier tells where parcels are, and answers for them.
 *
 * @param polls it sends nothing by itself, or not to be relied on: it is asked
 * @param claimDays days after hand-over within which a claim has to be made
 */
public record CarrierTracking(boolean polls, int claimDays) {
  public static final CarrierTracking PLAIN = new CarrierTracking(false, 60);
}
