package dev.cutoff.stock.application;

import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which reservations queue for their units instead of taking them at once. */
public final class HotPath {
  /** An order of more shelves or rows than that would leave little room for others. */
  private static final int MOST_SHELVES = 4;

  private static final int MOST_SHIPMENTS = 4;

  private final InstantSource clock;

  @Inject
  public HotPath(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Whether they do: where a shelf among them is hot.
   *
   * @param levels the shelves as they were read
   */
  boolean takes(List<Reservation> wanted, List<StockLevel> levels) {
    Instant now = clock.instant();
    Set<Shelf> shelves = wanted.stream().map(Reservation::shelf).collect(Collectors.toSet());
    Set<ShipmentId> shipments =
        wanted.stream().map(Reservation::shipmentId).collect(Collectors.toSet());
    return shelves.size() <= MOST_SHELVES
        && shipments.size() <= MOST_SHIPMENTS
        && levels.stream().anyMatch(each -> each.isHot(now) && shelves.contains(each.shelf()));
  }
}
