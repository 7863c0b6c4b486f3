package dev.cutoff.audit.application;

import dev.cutoff.exception.Reason;
import java.util.Set;

/** Which reasons are contradictions within the books. */
final class Drifts {
  static final Set<Reason> REASONS =
      Set.of(
          Reason.STOCK_DRIFT,
          Reason.STOCK_OVERCOMMITTED,
          Reason.RESERVATION_ASTRAY,
          Reason.SHIPMENT_UNSERVED);

  private Drifts() {}
}
