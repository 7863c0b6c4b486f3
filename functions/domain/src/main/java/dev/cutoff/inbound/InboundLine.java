package dev.cutoff.inbound;

import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Units of one SKU on their way to one node.
 *
 * @param reference of the inbound delivery
 * @param line its name there
 * @param version of this row, 1 at first
 * @param expected units that the supplier promised
 * @param expectedOn the day they are to arrive, in the node's zone
 * @param received units that came in good order
 * @param damaged units that came and can't be sold
 * @param closed nothing more will come
 * @param promised units that waiting orders were promised
 * @param ahead of the promised ones, those for orders that take nothing from the shelf yet
 * @param arrived of those, the ones that came and that their orders have not taken yet
 */
public record InboundLine(
    String reference,
    String line,
    long version,
    Sku sku,
    NodeId node,
    long expected,
    LocalDate expectedOn,
    long received,
    long damaged,
    boolean closed,
    long promised,
    long ahead,
    long arrived) {
  /** The soonest first; of one day the name decides. */
  public static final Comparator<InboundLine> SOONEST_FIRST =
      Comparator.comparing(InboundLine::expectedOn)
          .thenComparing(InboundLine::reference)
          .thenComparing(InboundLine::line);

  public InboundLine {
    if (expected < 0
        || received < 0
        || damaged < 0
        || promised < 0
        || ahead < 0
        || ahead > promised
        || arrived < 0
        || arrived > ahead) {
      throw new IllegalArgumentException(
          "counters that can't be: %s line %s: %d expected, %d received, %d damaged, %d promised,"
                  .formatted(reference, line, expected, received, damaged, promised)
              + " %d of them ahead, %d of those arrived".formatted(ahead, arrived));
    }
  }

  /** As a supplier promises it, with nothing received yet. */
  public static InboundLine promised(
      String reference, String line, Sku sku, NodeId node, long expected, LocalDate expectedOn) {
    return new InboundLine(
        reference, line, 1, sku, node, expected, expectedOn, 0, 0, false, 0, 0, 0);
  }

  /** Units that are still to come. */
  public long open() {
    return closed ? 0 : Math.max(0, expected - received - damaged);
  }

  /** Units that came beyond what was promised. */
  public long over() {
    return Math.max(0, received + damaged - expected);
  }

  /** Units that will not come any more. */
  public long missing() {
    return closed ? Math.max(0, expected - received - damaged) : 0;
  }

  /** What can still be promised; below zero where less comes than was promised. */
  public long promisable() {
    return open() + arrived - promised;
  }

  /** The same after units came. */
  public InboundLine receiving(long good, long bad, boolean last) {
    return new InboundLine(
        reference,
        line,
        version + 1,
        sku,
        node,
        expected,
        expectedOn,
        received + good,
        damaged + bad,
        closed || last,
        promised,
        ahead,
        Math.min(ahead, arrived + good));
  }

  /** The same as the supplier states it now; what came and what was promised stays. */
  public InboundLine stating(long units, LocalDate day, boolean noMore) {
    if (units == expected && day.equals(expectedOn) && noMore == closed) {
      return this;
    }
    return new InboundLine(
        reference,
        line,
        version + 1,
        sku,
        node,
        units,
        day,
        received,
        damaged,
        noMore,
        promised,
        ahead,
        arrived);
  }

  /**
   * The same after orders were promised more of it, or gave it back.
   *
   * @return empty where it would promise more than is still to come
   */
  public Optional<InboundLine> promising(long more, long moreAhead) {
    if (more > 0 && promisable() < more) {
      return Optional.empty();
    }
    long nowAhead = ahead + moreAhead;
    return Optional.of(counting(promised + more, nowAhead, Math.min(nowAhead, arrived)));
  }

  /**
   * The same after an order that takes inbound units alone took some that came.
   *
   * @return empty where not so many came for such orders
   */
  public Optional<InboundLine> handing(long units) {
    return arrived < units
        ? Optional.empty()
        : Optional.of(counting(promised - units, ahead - units, arrived - units));
  }

  private InboundLine counting(long nowPromised, long nowAhead, long nowArrived) {
    return new InboundLine(
        reference,
        line,
        version + 1,
        sku,
        node,
        expected,
        expectedOn,
        received,
        damaged,
        closed,
        nowPromised,
        nowAhead,
        nowArrived);
  }
}
