package dev.cutoff.stock;

import java.time.Instant;

/**
 * Who changed stock, when and why; what the ledger says of every change.
 *
 * @param at when it happened, by the clock of whoever did it
 * @param by "cutoff", "scanner 3", "ops"
 * @param why in words for people; may be empty
 */
public record Cause(Instant at, String by, String why) {
  private static final int LONGEST = 200;

  public Cause {
    if (by.isBlank() || by.length() > LONGEST || why.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a change of stock says who (1 to %d characters) and why (at most %d)"
              .formatted(LONGEST, LONGEST));
    }
  }

  /** By Cutoff itself. */
  public static Cause ours(Instant at, String why) {
    return new Cause(at, "cutoff", why.substring(0, Math.min(LONGEST, why.length())));
  }
}
