package dev.cutoff.stock.application;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Stock rows and reservation rows. Reads are strongly consistent. */
public interface Stock {
  /** Rows that exist, of these SKUs at all nodes, by SKU and node. */
  List<StockLevel> levels(Collection<Sku> skus);

  /** All reservations of one order, whatever their state, by key. */
  List<Reservation> reservations(OrderId orderId);

  /**
   * Takes all or nothing, in one transaction: on every stock row the condition that enough is
   * routable, every reservation row new. Reservations that are already there are success. Units of
   * one SKU and node are summed before the write. A conflict with another transaction is tried
   * again within; {@link dev.cutoff.effect.application.TryAgainLater} where that does not help.
   */
  Outcome reserve(List<Reservation> reservations);

  /** Gives back what is still reserved; any number of times counts once. */
  void release(List<Reservation> reservations);

  /**
   * Units left the building: off the shelf and out of reserved; any number of times counts once.
   */
  void consume(List<Reservation> reservations);

  /**
   * A count of the shelf. The first one of a SKU and node is its opening stock. A later one sets
   * onHand and never touches reservations; a count below what is reserved is refused as data.
   */
  Observed observe(Observation observation);

  /** How reserving ended. */
  sealed interface Outcome {
    record Reserved() implements Outcome {}

    /** Not enough: the rows as they were when it was refused. */
    record Shortage(List<StockLevel> actual) implements Outcome {}
  }

  /**
   * A count.
   *
   * @param count units on the shelf, 0 to 1,000,000,000
   * @param source who counted, "opening", "scanner 3"
   */
  record Observation(Sku sku, NodeId node, long count, Instant observedAt, String source) {}

  /** What a count did. */
  sealed interface Observed {
    record Taken(StockLevel level) implements Observed {}

    /** Same or newer count is known: nothing changed. */
    record Stale(StockLevel level) implements Observed {}

    /** More units are reserved than were counted: a person must look. */
    record BelowReserved(StockLevel level) implements Observed {}
  }
}
