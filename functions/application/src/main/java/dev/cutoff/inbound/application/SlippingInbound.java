package dev.cutoff.inbound.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.inbound.Inbound;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A supplier says another day: what was promised of the line moves, and whoever it was promised to
 * is told.
 */
public final class SlippingInbound {
  private static final int MOST_TRIES = 5;

  private final Inbounds inbounds;
  private final Merchants merchants;
  private final StockChanges changes;
  private final InstantSource clock;

  @Inject
  public SlippingInbound(
      Inbounds inbounds, Merchants merchants, StockChanges changes, InstantSource clock) {
    this.inbounds = inbounds;
    this.merchants = merchants;
    this.changes = changes;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Moved(InboundLine line) implements Outcome {}

    /** 400. */
    record Refused(String why) implements Outcome {}

    /** 404: no such delivery, or no such line. */
    record NotFound(String what) implements Outcome {}
  }

  public Outcome slip(String reference, String line, LocalDate newDay) {
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      Optional<Inbound> found = inbounds.find(reference);
      if (found.isEmpty()) {
        return new Outcome.NotFound("no inbound delivery " + reference);
      }
      Inbound before = found.get();
      Optional<InboundLine> slips = before.line(line);
      if (slips.isEmpty()) {
        return new Outcome.NotFound(reference + " has no line " + line);
      }
      Optional<String> wrong = wrong(slips.get(), newDay);
      if (wrong.isPresent()) {
        return new Outcome.Refused(wrong.get());
      }
      InboundLine moved = slips.get().stating(slips.get().expected(), newDay, slips.get().closed());
      if (inbounds.save(before, with(before, moved))) {
        changes.changed(List.of(moved.sku()));
        return new Outcome.Moved(moved);
      }
    }
    throw new TryAgainLater("inbound " + reference + " is being changed by others all the time");
  }

  private Optional<String> wrong(InboundLine line, LocalDate newDay) {
    Merchant merchant = merchants.current();
    if (line.open() == 0) {
      return Optional.of("nothing of line " + line.line() + " is still to come");
    }
    if (!merchant.nodes().containsKey(line.node())) {
      return Optional.of("the merchant file has no node " + line.node());
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), merchant.node(line.node()).zone());
    if (newDay.isBefore(today)) {
      return Optional.of("the new date is past: " + newDay);
    }
    return PromisingInbound.wrongDay(newDay, merchant, line.node(), clock.instant());
  }

  private static Inbound with(Inbound before, InboundLine moved) {
    List<InboundLine> lines =
        before.lines().stream()
            .map(each -> each.line().equals(moved.line()) ? moved : each)
            .toList();
    return new Inbound(
        before.reference(), before.version() + 1, before.kind(), before.supplier(), lines);
  }
}
