package dev.cutoff.backorder;

import dev.cutoff.inbound.InboundLine;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Promises units of one SKU to those who wait for it, in their order: what lies free on the shelves
 * first, then what is inbound, the soonest first. A line is promised all its units or none: whoever
 * can't be served whole is passed over and keeps the place. Who takes nothing from the shelf yet is
 * promised inbound units alone, and keeps those that came.
 */
public final class Promises {
  /** Suppliers are late by a day or two; who is later without a word is not believed. */
  private static final int GRACE_DAYS = 2;

  private final Sku sku;
  private final LocalDate today;
  private final List<InboundLine> inbound;
  private final long[] left;
  private final long[] came;
  private long free;

  private Promises(Sku sku, long free, List<InboundLine> inbound, LocalDate today) {
    this.sku = sku;
    this.free = free;
    this.today = today;
    this.inbound =
        inbound.stream()
            .filter(line -> line.sku().equals(sku))
            .sorted(InboundLine.SOONEST_FIRST)
            .toList();
    this.left = this.inbound.stream().mapToLong(this::stillBelieved).toArray();
    this.came = this.inbound.stream().mapToLong(InboundLine::arrived).toArray();
  }

  private long stillBelieved(InboundLine line) {
    return line.expectedOn().plusDays(GRACE_DAYS).isBefore(today) ? 0 : line.open();
  }

  /**
   * The same list with the promises as they should be now; of other SKUs they stay as they are.
   *
   * @param free units that could be reserved today
   */
  public static List<Waiter> assign(
      Sku sku, List<Waiter> list, long free, List<InboundLine> inbound, LocalDate today) {
    Promises promises = new Promises(sku, free, inbound, today);
    return list.stream().sorted(Waiter.FIRST_COME).map(promises::promise).toList();
  }

  private Waiter promise(Waiter waiter) {
    List<Waiter.Line> lines = new ArrayList<>();
    for (Waiter.Line line : waiter.lines()) {
      lines.add(line.waitsFor(sku) && !line.arrived() ? promise(line) : line);
    }
    return lines.equals(waiter.lines()) ? waiter : waiter.with(lines);
  }

  private Waiter.Line promise(Waiter.Line line) {
    List<Promised> promised = new ArrayList<>();
    line.promised().stream().filter(each -> !each.sku().equals(sku)).forEach(promised::add);
    long units = line.demand().units(sku);
    cover(units, line.inboundOnly(today)).ifPresent(promised::addAll);
    return line.promised(promised);
  }

  /** Empty where not all of them can be had. */
  private Optional<List<Promised>> cover(long units, boolean ahead) {
    long fromShelf = ahead ? 0 : Math.min(free, units);
    long open = units - fromShelf;
    long[] ofCame = new long[left.length];
    long[] ofLeft = new long[left.length];
    List<Promised> promised = new ArrayList<>();
    if (fromShelf > 0) {
      promised.add(Promised.ofShelf(sku, fromShelf));
    }
    for (int i = 0; i < left.length && open > 0; i++) {
      ofCame[i] = ahead ? Math.min(came[i], open) : 0;
      ofLeft[i] = Math.min(left[i], open - ofCame[i]);
      long some = ofCame[i] + ofLeft[i];
      open -= some;
      if (some > 0) {
        promised.add(Promised.of(inbound.get(i), some, ahead));
      }
    }
    if (open > 0) {
      return Optional.empty();
    }
    free -= fromShelf;
    for (int i = 0; i < left.length; i++) {
      came[i] -= ofCame[i];
      left[i] -= ofLeft[i];
      // They lie on a shelf, and are nobody else's.
      free = Math.max(0, free - ofCame[i]);
    }
    return Optional.of(promised);
  }
}
