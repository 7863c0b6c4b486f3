package dev.cutoff.stock.application;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Movement.Kind;
import dev.cutoff.stock.Shelf;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Takes what people report of units: back from a customer, damaged, in quarantine, good after all,
 * written off. Only what is unavailable is written off, so that a good unit takes two steps.
 */
public final class BookingMovement {
  private static final long MOST_UNITS = 1_000_000;
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Stock stock;
  private final StockChanges changes;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public BookingMovement(
      Stock stock, StockChanges changes, Merchants merchants, InstantSource clock) {
    this.stock = stock;
    this.changes = changes;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** How a report ended. */
  public sealed interface Outcome {
    record Reported(Stock.Booked result) implements Outcome {}

    /** 400: what is wrong with the report. */
    record Refused(String why) implements Outcome {}
  }

  /**
   * Books it.
   *
   * @param id the reporter's own: the same id counts once
   * @param units of whatever the kind says, 1 to 1,000,000
   */
  public Outcome book(String id, Shelf shelf, Kind kind, long units, Cause cause) {
    Optional<Item> item = merchants.current().item(shelf.sku());
    if (item.isEmpty()) {
      return new Outcome.Refused(
          "the merchant file has no stocked item " + shelf.sku() + "; kits are moved by component");
    }
    if (!merchants.current().nodes().containsKey(shelf.node())) {
      return new Outcome.Refused("the merchant file has no node " + shelf.node());
    }
    if (item.get().stock().hasLots() != (shelf.lot() != null)) {
      return new Outcome.Refused(
          shelf.sku()
              + (shelf.lot() == null ? " has lots: say lot and expiresOn" : " has no lots"));
    }
    if (units < 1 || units > MOST_UNITS) {
      return new Outcome.Refused("a movement is of 1 to " + MOST_UNITS + " units, not " + units);
    }
    if (cause.at().isAfter(clock.instant().plus(CLOCK_SKEW))) {
      return new Outcome.Refused("the movement is from the future: " + cause.at());
    }
    return switch (kind) {
      case RETURNED -> booked(id, shelf, kind, units, 0, cause);
      case DAMAGED, QUARANTINED -> booked(id, shelf, kind, 0, units, cause);
      case CLEARED -> booked(id, shelf, kind, 0, -units, cause);
      case WRITTEN_OFF -> booked(id, shelf, kind, -units, -units, cause);
      case OPENED, COUNTED, RECEIVED, CONSUMED, EXPIRED, CORRECTED ->
          new Outcome.Refused(
              "report returned, damaged, quarantined, cleared or written_off; counts, receipts and"
                  + " hand-overs have routes of their own");
    };
  }

  private Outcome booked(
      String id, Shelf shelf, Kind kind, long onHand, long unavailable, Cause cause) {
    Stock.Booked booked =
        stock.book(new Movement(id, shelf, kind, onHand, unavailable, cause, null));
    if (booked instanceof Stock.Booked.Done) {
      changes.changed(List.of(shelf.sku()));
    }
    return new Outcome.Reported(booked);
  }
}
