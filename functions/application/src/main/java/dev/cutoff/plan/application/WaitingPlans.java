package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.Split;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * All of an order is there, and would be cheaper from a node that lacks some of it until its
 * inbound units come. Both are priced by rate cards. What the order holds it keeps: it only waits
 * where that keeps the promise by itself, so that a supplier who is late, or another who is
 * quicker, costs it the saving and nothing else.
 */
final class WaitingPlans {
  private final Problem now;
  private final Solver solver;
  private final List<Waiting> all = new ArrayList<>();
  private List<Receipt.Expected> inbound = List.of();

  /** Plans an order, lines whole where that can be. */
  interface Solver {
    Problem solve(Problem.Setting setting, Wanted wanted);
  }

  private record Waiting(Plan plan, long score, LocalDate from, Instant then) {}

  /**
   * What came of it.
   *
   * @param inbound what was looked at
   */
  record Looked(List<Receipt.Expected> inbound, List<Alternative> alternatives) {
    static final Looked NOTHING = new Looked(List.of(), List.of());
  }

  private WaitingPlans(Problem now, Solver solver) {
    this.now = now;
    this.solver = solver;
  }

  /** Nothing is asked where no node could be cheaper than the plan for now. */
  static Looked look(Problem now, Expecting expecting, Solver solver) {
    // What is quickest waits for nothing.
    return now.best().isEmpty() || now.strategy() == Strategy.FASTEST
        ? Looked.NOTHING
        : new WaitingPlans(now, solver).look(expecting);
  }

  private Looked look(Expecting expecting) {
    Map<Sku, Long> wanted = wanted();
    List<Integer> nodes =
        now.cheaperOnceThere().stream()
            .filter(node -> now.setting().stopped().goes(id(node)))
            .toList();
    TreeSet<Sku> missing = new TreeSet<>();
    nodes.forEach(node -> missing.addAll(WholeLater.missing(wanted, shelf(node))));
    if (missing.isEmpty()) {
      return Looked.NOTHING;
    }
    inbound = expecting.of(missing);
    for (int node : nodes) {
      WholeLater.from(id(node).value(), wanted, shelf(node), inbound)
          .filter(from -> from.isBefore(now.wanted().deliverBy()))
          .ifPresent(from -> price(node, wanted, from));
    }
    Optional<Waiting> least =
        all.stream()
            .filter(each -> each.score() < now.score())
            .min(Comparator.comparingLong(Waiting::score).thenComparing(Waiting::from));
    return new Looked(
        inbound,
        all.stream()
            .map(each ->
                least.filter(each::equals).isPresent()
                    ? better(each)
                    : new Alternative(each.plan(), each.from(), false, ""))
            .toList());
  }

  /** It is what is done, unless something is against it. */
  private Alternative better(Waiting waiting) {
    Optional<String> not = whyNot(waiting);
    return new Alternative(
        waiting.plan(),
        waiting.from(),
        not.isEmpty(),
        not.map(why -> "not done: " + why).orElse(""));
  }

  private void price(int node, Map<Sku, Long> wanted, LocalDate from) {
    Instant then = begins(from, now.setting().merchant());
    List<Map<Sku, Long>> shelves = new ArrayList<>();
    for (int i = 0; i < now.setting().nodes().size(); i++) {
      shelves.add(i == node ? wanted : Map.of());
    }
    Problem later = Planner.byCards(on(shelves), now.parts(), now.wanted().onCardsAt(then));
    Optional<Plan> best = later.best();
    long whole = (1L << now.parts().parts().size()) - 1;
    best.or(() -> later.surest(new Split(List.of(new Split.Leg(node, whole)))))
        .ifPresent(plan -> all.add(new Waiting(plan, later.score(), from, then)));
  }

  /** What is against it. */
  private Optional<String> whyNot(Waiting waiting) {
    if (now.setting().merchant().rules().stock().whenShort() != WhenShort.BACKORDER) {
      return Optional.of("no order waits in this shop (rules.stock.whenShort)");
    }
    Wanted later = now.wanted().onCardsAt(waiting.then());
    return solver.solve(held(), later).best().isPresent()
        ? Optional.empty()
        : Optional.of(
            "should the supplier be late, what is held could not keep the promise from then on");
  }

  /** With what the order holds alone; where it holds nothing yet, with what it may take. */
  private Problem.Setting held() {
    List<Reservation> held = now.wanted().held();
    if (held.isEmpty()) {
      return now.setting();
    }
    Map<NodeId, Map<Sku, Long>> units = new HashMap<>();
    held.forEach(each ->
        units
            .computeIfAbsent(each.node(), node -> new HashMap<>())
            .merge(each.sku(), each.quantity(), Long::sum));
    return on(
        now.setting().nodes().stream()
            .map(node -> units.getOrDefault(node.id(), Map.of()))
            .toList());
  }

  private Problem.Setting on(List<Map<Sku, Long>> shelves) {
    Problem.Setting setting = now.setting();
    return new Problem.Setting(
        setting.merchant(),
        setting.nodes(),
        shelves,
        setting.context(),
        setting.isLive(),
        setting.stopped());
  }

  private Map<Sku, Long> wanted() {
    Map<Sku, Long> wanted = new HashMap<>();
    now.parts().parts().forEach(part -> part.addTo(wanted));
    return wanted;
  }

  private Map<Sku, Long> shelf(int node) {
    return now.setting().free().get(node);
  }

  private NodeId id(int node) {
    return now.setting().nodes().get(node).id();
  }

  /** When the day has begun at every node. */
  static Instant begins(LocalDate day, Merchant merchant) {
    return merchant.nodes().values().stream()
        .map(node -> day.atStartOfDay(node.zone()).toInstant())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }
}
