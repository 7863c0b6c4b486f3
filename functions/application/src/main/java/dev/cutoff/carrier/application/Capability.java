package dev.cutoff.carrier.application;

/** What a provider can do beside rating and selling labels. */
public enum Capability {
  VERIFY_ADDRESS,
  /** Says what became of a purchase by its client reference. */
  FIND_BY_REFERENCE,
  /** Gives the money of an unused label back. */
  VOID,
  /** Answers where a parcel is, to who asks. */
  TRACK,
  /** Closes the day with a manifest. */
  MANIFEST,
  PICKUP,
  /** Says what is left to pay postage with. */
  BALANCE
}
