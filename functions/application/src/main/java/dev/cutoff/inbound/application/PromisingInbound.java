package dev.cutoff.inbound.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a supplier promises, under the supplier's own reference: told again it changes
 * nothing, told otherwise it is put in the place of what was promised before.
 */
public final class PromisingInbound {
  static final long MOST_UNITS = 1_000_000;
  private static final int MOST_LINES = 500;
  private static final int LONGEST_SUPPLIER = 128;
  private static final int MOST_TRIES = 5;

  /** A date further back is a slip of the finger; a delivery that is late is not. */
  private static final int MOST_DAYS_AGO = 30;

  private static final int MOST_DAYS_AHEAD = 3 * 365;

  private final Inbounds inbounds;
  private final Merchants merchants;
  private final StockChanges changes;
  private final InstantSource clock;

  @Inject
  public PromisingInbound(
      Inbounds inbounds, Merchants merchants, StockChanges changes, InstantSource clock) {
    this.inbounds = inbounds;
    this.merchants = merchants;
    this.changes = changes;
    this.clock = clock;
  }

  /** A line as the supplier states it. */
  public record Stated(String line, Sku sku, NodeId node, long quantity, LocalDate expectedOn) {}

  /** What the caller is told. */
  public sealed interface Outcome {
    record Created(Inbound inbound) implements Outcome {}

    record Replaced(Inbound inbound) implements Outcome {}

    record Unchanged(Inbound inbound) implements Outcome {}

    /** 400: what is wrong. */
    record Refused(String why) implements Outcome {}

    /** 409: units came that it no longer speaks of. */
    record TooLate(String why) implements Outcome {}
  }

  public Outcome promise(String reference, Inbound.Kind kind, String supplier, List<Stated> lines) {
    Optional<String> wrong = wrong(reference, supplier, lines);
    if (wrong.isPresent()) {
      return new Outcome.Refused(wrong.get());
    }
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Inbound before = inbounds.find(reference).orElse(null);
      Optional<String> late = before == null ? Optional.empty() : tooLate(before, lines);
      if (late.isPresent()) {
        return new Outcome.TooLate(late.get());
      }
      Inbound after = after(before, reference, kind, supplier, lines);
      boolean same = before != null && before.equals(after);
      // Also where nothing changed: an earlier save may have died before all lines were there.
      if (inbounds.save(before, after)) {
        Set<Sku> skus = new TreeSet<>();
        after.lines().forEach(line -> skus.add(line.sku()));
        changes.changed(skus);
        return before == null
            ? new Outcome.Created(after)
            : same ? new Outcome.Unchanged(after) : new Outcome.Replaced(after);
      }
    }
    throw new TryAgainLater("inbound " + reference + " is being changed by others all the time");
  }

  private static Inbound after(
      @Nullable Inbound before,
      String reference,
      Inbound.Kind kind,
      String supplier,
      List<Stated> stated) {
    List<InboundLine> lines = new ArrayList<>();
    for (Stated each : stated) {
      InboundLine known =
          before == null
              ? null
              : before.line(each.line()).filter(line -> same(line, each)).orElse(null);
      lines.add(
          known == null
              ? InboundLine.promised(
                  reference,
                  each.line(),
                  each.sku(),
                  each.node(),
                  each.quantity(),
                  each.expectedOn())
              : known.stating(each.quantity(), each.expectedOn(), stillClosed(known, each)));
    }
    if (before != null) {
      // A line that is gone stays for what it was: nothing more of it will come.
      before.lines().stream()
          .filter(line -> stated.stream().noneMatch(each -> each.line().equals(line.line())))
          .map(line -> line.stating(line.expected(), line.expectedOn(), true))
          .forEach(lines::add);
    }
    lines.sort(java.util.Comparator.comparing(InboundLine::line));
    Inbound after =
        new Inbound(reference, before == null ? 1 : before.version(), kind, supplier, lines);
    return before == null || before.equals(after)
        ? after
        : new Inbound(reference, before.version() + 1, kind, supplier, lines);
  }

  /** Said again as it was it stays closed; said anew it is open. */
  private static boolean stillClosed(InboundLine known, Stated stated) {
    return known.closed()
        && known.expected() == stated.quantity()
        && known.expectedOn().equals(stated.expectedOn());
  }

  private static boolean same(InboundLine line, Stated stated) {
    return line.sku().equals(stated.sku()) && line.node().equals(stated.node());
  }

  /** A line that units came for, or were promised of, stays what it is. */
  private static Optional<String> tooLate(Inbound before, List<Stated> stated) {
    return before.lines().stream()
        .filter(line -> line.received() + line.damaged() + line.promised() > 0)
        .filter(line ->
            stated.stream().anyMatch(each -> each.line().equals(line.line()) && !same(line, each)))
        .findFirst()
        .map(line ->
            ("line %s is of %s at %s, and units of it came or were promised: leave it as it is and"
                    + " add a line")
                .formatted(line.line(), line.sku(), line.node()));
  }

  private Optional<String> wrong(String reference, String supplier, List<Stated> lines) {
    if (!Inbound.isReference(reference)) {
      return Optional.of("a reference is 1 to 64 letters, digits and . _ -");
    }
    if (supplier.length() > LONGEST_SUPPLIER) {
      return Optional.of("a supplier has " + LONGEST_SUPPLIER + " characters at most");
    }
    if (lines.isEmpty() || lines.size() > MOST_LINES) {
      return Optional.of("1 to " + MOST_LINES + " lines are possible, not " + lines.size());
    }
    Merchant merchant = merchants.current();
    Instant now = clock.instant();
    Set<String> names = new HashSet<>();
    for (Stated line : lines) {
      Optional<String> bad = wrong(line, merchant, now);
      if (bad.isPresent()) {
        return bad;
      }
      if (!names.add(line.line())) {
        return Optional.of("line " + line.line() + " is there twice");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrong(Stated line, Merchant merchant, Instant now) {
    String where = "line " + line.line() + ": ";
    if (!Inbound.isReference(line.line())) {
      return Optional.of("a line's name is 1 to 64 letters, digits and . _ -");
    }
    if (merchant.kit(line.sku()).isPresent()) {
      return Optional.of(where + line.sku() + " is a kit; its components arrive");
    }
    if (merchant.item(line.sku()).isEmpty()) {
      return Optional.of(where + "the merchant file has no stocked item " + line.sku());
    }
    if (!merchant.nodes().containsKey(line.node())) {
      return Optional.of(where + "the merchant file has no node " + line.node());
    }
    if (line.quantity() < 1 || line.quantity() > MOST_UNITS) {
      return Optional.of(where + "a quantity is 1 to " + MOST_UNITS + ", not " + line.quantity());
    }
    return wrongDay(line.expectedOn(), merchant, line.node(), now).map(why -> where + why);
  }

  /** What is wrong with a day on which something is expected. */
  static Optional<String> wrongDay(LocalDate day, Merchant merchant, NodeId node, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, merchant.node(node).zone());
    return day.isBefore(today.minusDays(MOST_DAYS_AGO))
            || day.isAfter(today.plusDays(MOST_DAYS_AHEAD))
        ? Optional.of(
            "%s is no day to expect units on: %s to %s are possible"
                .formatted(day, today.minusDays(MOST_DAYS_AGO), today.plusDays(MOST_DAYS_AHEAD)))
        : Optional.empty();
  }
}
