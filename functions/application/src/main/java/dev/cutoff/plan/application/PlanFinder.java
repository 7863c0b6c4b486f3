package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.Search;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Routing;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Allocating;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one way to a plan from the stock there is: for the order that came in, for the customer who
 * asks before buying, and for the watch.
 */
public final class PlanFinder {
  /** Splits that are priced at most. */
  public static final int MOST_SPLITS = 100;

  private final Merchants merchants;
  private final Allocating allocating;
  private final Planner planner;

  @Inject
  public PlanFinder(Merchants merchants, Allocating allocating, Planner planner) {
    this.merchants = merchants;
    this.allocating = allocating;
    this.planner = planner;
  }

  /**
   * What was found.
   *
   * @param best the plan that keeps the promise; empty where none does
   * @param late where none does: the plan for the first later day that can be kept
   * @param lateBy that day
   * @param unpackable an item that fits no box; empty where all do
   * @param asked what each carrier said, for the receipt
   * @param problem what was chosen from, for the receipt
   * @param inbound what it might have waited for, as far as somebody looked
   * @param alternatives ways beside those of the problem; one that is chosen is better than the
   *     best
   */
  public record Found(
      Optional<Plan> best,
      Optional<Plan> late,
      Optional<LocalDate> lateBy,
      Optional<Sku> unpackable,
      List<Receipt.Asked> asked,
      Problem problem,
      List<Receipt.Expected> inbound,
      List<Alternative> alternatives) {
    public Found {
      asked = List.copyOf(asked);
      inbound = List.copyOf(inbound);
      alternatives = List.copyOf(alternatives);
    }

    /** That it is better to wait, and until when; empty where it goes now. */
    public Optional<Alternative> waits() {
      return alternatives.stream().filter(Alternative::chosen).findFirst();
    }

    /** The same beside ways that somebody else looked at. */
    Found beside(List<Alternative> others) {
      return others.isEmpty()
          ? this
          : new Found(best, late, lateBy, unpackable, asked, problem, inbound, others);
    }

    /** The same with more to tell. */
    Found saying(List<Receipt.Asked> more) {
      List<Receipt.Asked> all = new ArrayList<>(asked);
      all.addAll(more);
      return new Found(best, late, lateBy, unpackable, all, problem, inbound, alternatives);
    }
  }

  public Found find(Wanted wanted) {
    return find(wanted, Expecting.NOTHING);
  }

  /**
   * The same, where it may wait for units.
   *
   * @param expecting what it may wait for
   */
  Found find(Wanted wanted, Expecting expecting) {
    Merchant merchant = merchants.current();
    return planner.plan(
        merchant, free(List.copyOf(merchant.nodes().keySet()), wanted), wanted, expecting);
  }

  /** The promise with what the plan makes of it. */
  Promise kept(Promise promised, Plan plan, Found found) {
    return new Promise(
        promised.deliverBy(),
        promised.zone(),
        plan.chance(),
        promised.basis(),
        found.problem().lastSafe(promised.deliverBy()),
        found.best().isPresent() ? null : found.lateBy().orElse(null));
  }

  /** Units by node: what routing may take, and what the order holds already. */
  private Map<NodeId, Map<Sku, Long>> free(List<NodeId> nodes, Wanted wanted) {
    List<Demand> demands = wanted.lines().stream().map(Wanted.Line::demand).toList();
    Map<NodeId, Map<Sku, Long>> shelves =
        Routing.shelves(
            nodes, wanted.fixed() ? List.of() : allocating.levels(demands), allocating.safety());
    for (Reservation held : wanted.held()) {
      Map<Sku, Long> shelf = shelves.get(held.node());
      if (shelf != null) {
        shelf.merge(held.sku(), held.quantity(), Long::sum);
      }
    }
    return shelves;
  }

  /**
   * How far to look.
   *
   * @param fewest splits that are priced in any case
   */
  static Search.Limits limits(PlanRules rules, int fewest) {
    Money late = rules.lateCost();
    return new Search.Limits(
        rules.mostShipments(),
        rules.leastChance(),
        late == null ? 0 : late.amount(),
        MOST_SPLITS,
        fewest);
  }
}
