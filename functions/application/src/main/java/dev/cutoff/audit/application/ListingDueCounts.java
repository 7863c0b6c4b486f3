package dev.cutoff.audit.application;

import dev.cutoff.audit.AbcClass;
import dev.cutoff.audit.DueCount;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.application.Stock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What to count next at a node: what somebody wants to know, then what the calendar says, without
 * what was counted since the plan was made.
 */
public final class ListingDueCounts {
  private static final int PAGE = 50;

  /** What a count of the shelf settles. */
  private static final List<Reason> SETTLED_BY_COUNT =
      List.of(Reason.COUNT_DIFFERS, Reason.COUNT_BELOW_RESERVED, Reason.STOCK_OVERCOMMITTED);

  private final CountPlans plans;
  private final Exceptions exceptions;
  private final Stock stock;
  private final InstantSource clock;

  @Inject
  public ListingDueCounts(
      CountPlans plans, Exceptions exceptions, Stock stock, InstantSource clock) {
    this.plans = plans;
    this.exceptions = exceptions;
    this.stock = stock;
    this.clock = clock;
  }

  /**
   * A page of the list.
   *
   * @param madeAt when the calendar's part was made; null before the first audit
   * @param next where the next page begins; 0 where there is none
   */
  public record Due(@Nullable Instant madeAt, List<DueCount> counts, int next) {
    public Due {
      counts = List.copyOf(counts);
    }
  }

  /**
   * Lists.
   *
   * @param from where the page begins, 0 for the first
   */
  public Due due(NodeId node, int from) {
    Instant now = clock.instant();
    Optional<CountPlans.Plan> plan = plans.find(node);
    SortedMap<Shelf, DueCount> all = new TreeMap<>();
    plan.ifPresent(made -> made.counts().forEach(each -> all.put(each.shelf(), each)));
    SortedMap<Shelf, StockException> asked = asked(node);
    asked.forEach((shelf, open) -> {
      DueCount planned = all.getOrDefault(shelf, unplanned(shelf, open));
      all.put(shelf, planned.askedBy(open.id()));
    });
    List<DueCount> due =
        all.values().stream()
            .filter(each -> each.exceptionId() != null || !each.dueAt().isAfter(now))
            .sorted(DueCount.MOST_OVERDUE_FIRST)
            .toList();
    List<DueCount> page = new ArrayList<>();
    int at = from;
    while (at < due.size() && page.size() < PAGE) {
      DueCount each = due.get(at++);
      if (each.exceptionId() != null || plan.isEmpty() || !isCounted(each, plan.get().madeAt())) {
        page.add(each);
      }
    }
    return new Due(plan.map(CountPlans.Plan::madeAt).orElse(null), page, at < due.size() ? at : 0);
  }

  private SortedMap<Shelf, StockException> asked(NodeId node) {
    SortedMap<Shelf, StockException> asked = new TreeMap<>();
    for (Reason reason : SETTLED_BY_COUNT) {
      for (StockException open : EveryOpen.of(reason, StockException.class, exceptions)) {
        if (open.actions().contains(Action.RECOUNT) && open.shelf().node().equals(node)) {
          asked.putIfAbsent(open.shelf(), open);
        }
      }
    }
    return asked;
  }

  private static DueCount unplanned(Shelf shelf, StockException open) {
    return new DueCount(shelf, AbcClass.C, null, open.openedAt(), null);
  }

  private boolean isCounted(DueCount due, Instant since) {
    return stock.ledger(due.shelf(), since).stream()
        .map(Movement::kind)
        .anyMatch(kind -> kind == Movement.Kind.COUNTED || kind == Movement.Kind.OPENED);
  }
}
