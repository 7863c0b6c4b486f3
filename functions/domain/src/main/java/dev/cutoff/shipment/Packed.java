package dev.cutoff.shipment;

import dev.cutoff.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bench found when a parcel was packed, beside what it was planned as.
 *
 * @param weightGrams as weighed, contents and box
 * @param box id of the box it is in
 * @param plannedGrams before that
 * @param plannedBox before that
 * @param plannedCost the postage before that
 * @param replaces the carrier's id of a label that no longer fits and is voided before another is
 *     bought; null where none was bought, or it fits
 */
public record Packed(
    long weightGrams,
    String box,
    long plannedGrams,
    String plannedBox,
    Money plannedCost,
    Instant at,
    String by,
    @Nullable String replaces) {
  /** Whether it is the very same that was said before. */
  public boolean says(long grams, String inBox) {
    return weightGrams == grams && box.equals(inBox);
  }
}
