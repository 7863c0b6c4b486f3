package dev.cutoff.exception;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person can do with an entry of the exception queue. */
public enum Action {
  /** Go on from Ingest with what is true now. */
  RETRY,
  /** Another ship-to address, then go on. */
  CORRECT_ADDRESS,
  /** The address that the carrier proposes takes the place of the customer's. */
  ACCEPT,
  /** The customer's address is right, whatever the carrier says; why is written down. */
  OVERRIDE,
  /** Ship although the promised day is lost. */
  SHIP_LATE,
  /** Plan again as if the next cutoff were missed, so that the promise is kept all the same. */
  UPGRADE,
  /** Give the units back and void what was bought. */
  CANCEL,
  /** The count is right: the shelf is set to it, less what moved after it was taken. */
  ACCEPT_COUNT,
  /** Nobody trusts the figures: the shelf is counted again before anything else. */
  RECOUNT,
  /** What the audit proposes is done. */
  APPLY_CORRECTION,
  /** Labels go back to their carrier, and the order is planned again. */
  VOID,
  /** Looked at, and nothing is to be done. */
  DISMISS;

  /** As the API writes it: {@code correct-address}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Action> named(String wireName) {
    return Arrays.stream(values()).filter(action -> action.wireName().equals(wireName)).findFirst();
  }
}
