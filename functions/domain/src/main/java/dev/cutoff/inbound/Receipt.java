package dev.cutoff.inbound;

import dev.cutoff.stock.Lot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Units of one line that were scanned at the dock.
 *
 * @param id of the scan, told by whoever scans: it counts once
 * @param good units fit for sale
 * @param damaged units that are not
 * @param lot null where the SKU has none
 * @param last nothing more of the line will come
 */
public record Receipt(
    String id,
    String reference,
    String line,
    long good,
    long damaged,
    @Nullable Lot lot,
    boolean last,
    Instant at,
    String by) {
  /** Whether it tells of the same units; when and by whom may differ where it is sent again. */
  public boolean tellsLike(Receipt other) {
    return id.equals(other.id)
        && reference.equals(other.reference)
        && line.equals(other.line)
        && good == other.good
        && damaged == other.damaged
        && java.util.Objects.equals(lot, other.lot)
        && last == other.last;
  }
}
