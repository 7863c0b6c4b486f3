package dev.cutoff.merchant;

import java.time.Duration;

/**
 * The shop's rules of packing and handing over.
 *
 * @param toleratedGrams a packed parcel that is off by no more than this is bought as planned
 * @param toleratedPercent or by no more than this share of the planned weight
 * @param mostExtraPercent how much more than planned a packed parcel may cost before the bench has
 *     to say so again
 * @param whenLabelled what becomes of a label that the packed parcel does not fit
 * @param firstScanWithin how long after hand-over the first scan of a manifest is waited for
 */
public record DockRules(
    long toleratedGrams,
    int toleratedPercent,
    int mostExtraPercent,
    WhenLabelled whenLabelled,
    Duration firstScanWithin) {
  public static final DockRules PLAIN =
      new DockRules(50, 5, 25, WhenLabelled.BUY_AGAIN, Duration.ofHours(12));

  /** What becomes of a label that the packed parcel does not fit. */
  public enum WhenLabelled {
    /** It is voided and another is bought at the true weight. */
    BUY_AGAIN,
    /** It is kept, the difference is recorded, and a person is told. */
    KEEP
  }

  /** Whether a parcel of that weight is carried as it was planned, the box being the same. */
  public boolean tolerates(long plannedGrams, long grams) {
    long off = Math.abs(grams - plannedGrams);
    return off <= toleratedGrams || off * 100 <= plannedGrams * toleratedPercent;
  }
}
