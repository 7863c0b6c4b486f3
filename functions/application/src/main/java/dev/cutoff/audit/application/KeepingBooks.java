package dev.cutoff.audit.application;

import dev.cutoff.audit.DueCount;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.RaisingStockException;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.stock.application.StockChanges;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Does after an audit what needs nobody's word: findings go into the exception queue, and leave it
 * when they are gone; who let a clock run out hands over to the next owner; lots past their days go
 * out of sale; and the next counts are planned. Counters are left alone.
 */
public final class KeepingBooks {
  /** What the calendar holds for one node; the rest comes up when these are counted. */
  private static final int MOST_COUNTS = 20_000;

  private final Exceptions exceptions;
  private final RaisingStockException raising;
  private final Stock stock;
  private final StockChanges changes;
  private final CountPlans plans;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public KeepingBooks(
      Exceptions exceptions,
      RaisingStockException raising,
      Stock stock,
      StockChanges changes,
      CountPlans plans,
      Merchants merchants,
      InstantSource clock) {
    this.exceptions = exceptions;
    this.raising = raising;
    this.stock = stock;
    this.changes = changes;
    this.plans = plans;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param raised entries of the queue that say what was found
   * @param expired movements that took lots out of sale
   */
  public record Kept(List<StockException> raised, List<Movement> expired) {
    public Kept {
      raised = List.copyOf(raised);
      expired = List.copyOf(expired);
    }
  }

  public Kept keep(Report report) {
    List<Movement> expired =
        report.expired().stream()
            .filter(each -> stock.book(each) instanceof Stock.Booked.Done)
            .toList();
    if (!expired.isEmpty()) {
      changes.changed(expired.stream().map(each -> each.shelf().sku()).distinct().toList());
    }
    List<StockException> raised = report.findings().stream().map(raising::raise).toList();
    goneOrLate(report);
    plan(report);
    return new Kept(raised, expired);
  }

  private record Kind(Shelf shelf, Reason reason) {}

  private void goneOrLate(Report report) {
    Set<Kind> found = new HashSet<>();
    for (Finding each : report.findings()) {
      found.add(new Kind(each.shelf(), each.refusal().reason()));
    }
    for (StockException open : open()) {
      Reason reason = open.refusal().reason();
      boolean ofAudits = Drifts.REASONS.contains(reason) || reason == Reason.LOT_EXPIRED;
      if (ofAudits
          && open.foundAt().isBefore(report.readAt())
          && !report.unsettled().contains(open.shelf())
          && !found.contains(new Kind(open.shelf(), reason))) {
        raising.settle(open.shelf(), reason, Action.DISMISS, "cutoff");
      } else {
        escalate(open);
      }
    }
  }

  private void escalate(StockException open) {
    Rules rules = merchants.current().rules();
    Instant now = clock.instant();
    int next = open.escalation() + 1;
    if (open.dueAt().isBefore(now) && next < rules.owners().size()) {
      exceptions.replace(
          open, open.escalated(rules.owners().get(next), now.plus(rules.exceptionDue()), next));
    }
  }

  private List<StockException> open() {
    List<StockException> all = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      if (reason.ofStock()) {
        all.addAll(EveryOpen.of(reason, StockException.class, exceptions));
      }
    }
    return all;
  }

  private void plan(Report report) {
    SortedMap<NodeId, List<DueCount>> byNode = new TreeMap<>();
    merchants.current().nodes().keySet().forEach(node -> byNode.put(node, new ArrayList<>()));
    for (DueCount each : report.counts()) {
      List<DueCount> some = byNode.computeIfAbsent(each.shelf().node(), node -> new ArrayList<>());
      if (some.size() < MOST_COUNTS) {
        some.add(each);
      }
    }
    byNode.forEach(
        (node, counts) -> plans.save(node, new CountPlans.Plan(report.readAt(), counts)));
  }
}
