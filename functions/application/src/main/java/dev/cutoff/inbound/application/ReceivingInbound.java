package dev.cutoff.inbound.application;

import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.Receipt;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts what was scanned at the dock, each scan once: short, over or damaged as it is. Units are
 * on the shelf before the line says so; a scan that got no answer is sent again.
 */
public final class ReceivingInbound {
  private static final int LONGEST_ID = 64;

  private final Inbounds inbounds;
  private final Stock stock;
  private final Merchants merchants;
  private final StockChanges changes;
  private final InstantSource clock;

  @Inject
  public ReceivingInbound(
      Inbounds inbounds,
      Stock stock,
      Merchants merchants,
      StockChanges changes,
      InstantSource clock) {
    this.inbounds = inbounds;
    this.stock = stock;
    this.merchants = merchants;
    this.changes = changes;
    this.clock = clock;
  }

  /**
   * A scan.
   *
   * @param line null where the SKU says which
   * @param sku null where the line is named
   * @param quantity units that came, the damaged among them
   */
  public record Scan(
      String receiptId,
      @Nullable String line,
      @Nullable Sku sku,
      long quantity,
      long damaged,
      @Nullable Lot lot,
      boolean last,
      String by) {}

  /** What the caller is told. */
  public sealed interface Outcome {
    /** The line after it. */
    record Received(InboundLine line) implements Outcome {}

    /** Counted before; the line as it is. */
    record Already(InboundLine line) implements Outcome {}

    /** 409: that receipt told of other units. */
    record Differs(Receipt known) implements Outcome {}

    /** 400. */
    record Refused(String why) implements Outcome {}

    /** 404. */
    record NotFound(String what) implements Outcome {}
  }

  public Outcome receive(String reference, Scan scan) {
    Optional<Inbound> found = inbounds.find(reference);
    if (found.isEmpty()) {
      return new Outcome.NotFound("no inbound delivery " + reference);
    }
    Optional<Receipt> known = inbounds.receipt(reference, scan.receiptId());
    Optional<InboundLine> line =
        known.map(Receipt::line).or(() -> name(found.get(), scan)).flatMap(found.get()::line);
    if (line.isEmpty()) {
      return new Outcome.NotFound(reference + " has no such line");
    }
    Optional<String> wrong = wrong(scan, line.get());
    if (wrong.isPresent()) {
      return new Outcome.Refused(wrong.get());
    }
    Receipt receipt = receipt(scan, line.get());
    if (known.isPresent() && !known.get().tellsLike(receipt)) {
      return new Outcome.Differs(known.get());
    }
    return count(receipt, line.get());
  }

  /** The shelf first: units that nobody may sell are worse than a line that expects too much. */
  private Outcome count(Receipt receipt, InboundLine line) {
    if (receipt.good() + receipt.damaged() > 0
        && stock.book(movement(receipt, line)) instanceof Stock.Booked.Refused) {
      throw new IllegalStateException("what came makes a shelf fall below zero: " + receipt);
    }
    return switch (inbounds.receive(receipt)) {
      case Inbounds.Counted.Done done -> {
        changes.changed(List.of(line.sku()));
        yield new Outcome.Received(done.line());
      }
      case Inbounds.Counted.Already already -> {
        // Whoever counted it may have died before telling.
        changes.changed(List.of(line.sku()));
        yield new Outcome.Already(already.line());
      }
      case Inbounds.Counted.Differs differs -> new Outcome.Differs(differs.known());
      case Inbounds.Counted.NoSuchLine gone ->
          new Outcome.NotFound(line.reference() + " has no line " + line.line());
    };
  }

  private Receipt receipt(Scan scan, InboundLine line) {
    return new Receipt(
        scan.receiptId(),
        line.reference(),
        line.line(),
        scan.quantity() - scan.damaged(),
        scan.damaged(),
        scan.lot(),
        scan.last(),
        clock.instant(),
        scan.by());
  }

  /** Everything that tells of other units has another id: a shelf never counts both. */
  private static Movement movement(Receipt receipt, InboundLine line) {
    return new Movement(
        "receipt#" + receipt.reference() + "#" + receipt.id(),
        new Shelf(line.sku(), line.node(), receipt.lot()),
        Movement.Kind.RECEIVED,
        receipt.good() + receipt.damaged(),
        receipt.damaged(),
        new Cause(receipt.at(), receipt.by(), "inbound " + line.reference() + " " + line.line()),
        null);
  }

  /** Of several lines of a SKU the one that still expects units and is due first. */
  private static Optional<String> name(Inbound inbound, Scan scan) {
    return scan.line() != null
        ? Optional.of(scan.line())
        : inbound.lines().stream()
            .filter(each -> each.sku().equals(scan.sku()))
            .min(
                Comparator.comparing((InboundLine each) -> each.open() == 0)
                    .thenComparing(InboundLine.SOONEST_FIRST))
            .map(InboundLine::line);
  }

  private Optional<String> wrong(Scan scan, InboundLine line) {
    if (scan.receiptId().isBlank() || scan.receiptId().length() > LONGEST_ID) {
      return Optional.of("a receiptId has 1 to " + LONGEST_ID + " characters");
    }
    if (scan.by().isBlank() || scan.by().length() > 128) {
      return Optional.of("by has 1 to 128 characters");
    }
    if (scan.sku() != null && !scan.sku().equals(line.sku())) {
      return Optional.of("line " + line.line() + " is of " + line.sku() + ", not " + scan.sku());
    }
    long least = scan.last() ? 0 : 1;
    if (scan.quantity() < least || scan.quantity() > PromisingInbound.MOST_UNITS) {
      return Optional.of(
          "a quantity is 1 to %d, not %d; 0 only with last"
              .formatted(PromisingInbound.MOST_UNITS, scan.quantity()));
    }
    if (scan.damaged() < 0 || scan.damaged() > scan.quantity()) {
      return Optional.of("damaged is 0 to the quantity, not " + scan.damaged());
    }
    Optional<Item> item = merchants.current().item(line.sku());
    if (item.isEmpty()) {
      return Optional.of("the merchant file has no stocked item " + line.sku());
    }
    if (item.get().stock().hasLots() != (scan.lot() != null) && scan.quantity() > 0) {
      return Optional.of(
          scan.lot() == null
              ? line.sku() + " has lots: say lot and expiresOn"
              : line.sku() + " has no lots in the merchant file");
    }
    return Optional.empty();
  }
}
