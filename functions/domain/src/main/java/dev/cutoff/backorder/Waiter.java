package dev.cutoff.backorder;

import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order in the list of those who wait for stock; one entry an order, whatever it waits for.
 *
 * @param since when it joined: its place in the list
 * @param version of this row, 1 at first
 * @param told the newest date that was published; null where none was
 */
public record Waiter(
    OrderId orderId, Instant since, long version, List<Line> lines, @Nullable Told told) {
  /** Who came first is served first; of one instant the name decides. */
  public static final Comparator<Waiter> FIRST_COME =
      Comparator.comparing(Waiter::since).thenComparing(Waiter::orderId);

  public Waiter {
    lines = List.copyOf(lines);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(orderId + " waits for nothing");
    }
  }

  /** One that joins. */
  public static Waiter joining(OrderId orderId, Instant now, List<Line> lines) {
    return new Waiter(orderId, now, 1, lines, null);
  }

  /**
   * Units of an order's line that are waited for.
   *
   * @param demand of the units that wait
   * @param notBefore from this day on it is served from the shelf like any other; until then from
   *     inbound units alone; null where there is no such day
   * @param promised what it was promised of what is inbound
   * @param arrived its inbound units came: they may be reserved, and are shipped from {@code
   *     notBefore} on
   */
  public record Line(
      Demand demand, @Nullable LocalDate notBefore, List<Promised> promised, boolean arrived) {
    public Line {
      promised = List.copyOf(promised);
    }

    public static Line of(Demand demand) {
      return new Line(demand, null, List.of(), false);
    }

    public Line promised(List<Promised> units) {
      return new Line(demand, notBefore, units, arrived);
    }

    /** Its units came: what it was promised is in the building. */
    public Line hasArrived() {
      return new Line(demand, notBefore, List.of(), true);
    }

    public boolean waitsFor(Sku sku) {
      return demand.perUnit().containsKey(sku);
    }

    /** Whether it may count on all its units. */
    public boolean isCovered() {
      return arrived
          || demand.perUnit().entrySet().stream()
              .allMatch(each ->
                  promised.stream()
                          .filter(units -> units.sku().equals(each.getKey()))
                          .mapToLong(Promised::units)
                          .sum()
                      == each.getValue() * demand.quantity());
    }

    /** The day it is expected; empty where nobody knows, or it is here already. */
    public Optional<LocalDate> expectedOn() {
      if (!isCovered()) {
        return Optional.empty();
      }
      return Stream.concat(promised.stream().map(Promised::on), Stream.of(notBefore))
          .filter(Objects::nonNull)
          .max(Comparator.naturalOrder());
    }

    /** Whether it takes nothing but inbound units on that day. */
    public boolean inboundOnly(LocalDate today) {
      return notBefore != null && today.isBefore(notBefore);
    }
  }

  /** What it waits for. */
  public SortedSet<Sku> skus() {
    TreeSet<Sku> skus = new TreeSet<>();
    lines.forEach(line -> skus.addAll(line.demand().perUnit().keySet()));
    return skus;
  }

  /** The next version with these lines, at the same place. */
  public Waiter with(List<Line> changed) {
    return new Waiter(orderId, since, version + 1, changed, told);
  }

  /**
   * A date that was published.
   *
   * @param since the name of the news
   * @param expectedOn null where it was that nobody knows
   */
  public record Told(Instant since, @Nullable LocalDate expectedOn) {}

  /** The next version, with the news that were published. */
  public Waiter told(Told news) {
    return new Waiter(orderId, since, version + 1, lines, news);
  }
}
