package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Routing;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses node, split, boxes, service and day together, from the units that it is given. */
public final class Planner {
  /** Days after the promised one that are looked at when no plan keeps it. */
  private static final int MOST_DAYS_LATE = 30;

  /** Nearly always one of so many is it, from the first on that can be. */
  private static final int DAYS_NEAR = 4;

  private final Geography geography;
  private final Packing packing;
  private final LiveRates rates;
  private final Holidays holidays;
  private final Circumstances circumstances;

  @Inject
  public Planner(
      Geography geography,
      Packing packing,
      LiveRates rates,
      Holidays holidays,
      Circumstances circumstances) {
    this.geography = geography;
    this.packing = packing;
    this.rates = rates;
    this.holidays = holidays;
    this.circumstances = circumstances;
  }

  /**
   * Plans; with what is stopped only where nothing else keeps the promise.
   *
   * @param free units by node; a node that is missing has none
   */
  public PlanFinder.Found plan(Merchant merchant, Map<NodeId, Map<Sku, Long>> free, Wanted wanted) {
    return plan(merchant, free, wanted, Expecting.NOTHING);
  }

  /**
   * Plans, or finds that it is better to wait. No carrier is asked then.
   *
   * @param free units by node; a node that is missing has none
   * @param expecting what it may wait for
   */
  public PlanFinder.Found plan(
      Merchant merchant, Map<NodeId, Map<Sku, Long>> free, Wanted wanted, Expecting expecting) {
    Stopped stopped = new Stopped(circumstances.stops());
    if (stopped.isNothing()) {
      return plan(merchant, free, wanted, expecting, Stopped.NOTHING);
    }
    PlanFinder.Found without = plan(merchant, free, wanted, expecting, stopped);
    if (without.best().isPresent()) {
      return without.saying(stopped.told(true));
    }
    PlanFinder.Found with = plan(merchant, free, wanted, expecting, Stopped.NOTHING);
    return with.best().isEmpty() && without.late().isPresent()
        ? without.saying(stopped.told(true))
        : with.saying(stopped.told(false));
  }

  private PlanFinder.Found plan(
      Merchant merchant,
      Map<NodeId, Map<Sku, Long>> free,
      Wanted wanted,
      Expecting expecting,
      Stopped stopped) {
    List<Node> nodes = List.copyOf(merchant.nodes().values());
    List<Map<Sku, Long>> shelves =
        nodes.stream()
            .map(node ->
                stopped.goes(node.id())
                    ? free.getOrDefault(node.id(), Map.<Sku, Long>of())
                    : Map.<Sku, Long>of())
            .toList();
    Problem.Setting setting =
        new Problem.Setting(
            merchant, nodes, shelves, context(merchant, wanted), rates.isLive(merchant), stopped);
    Problem cards = solve(setting, parts(setting, wanted), wanted);
    WaitingPlans.Looked waiting =
        WaitingPlans.look(
            cards, expecting, (other, later) -> solve(other, parts(other, later), later));
    boolean waits = waiting.alternatives().stream().anyMatch(Alternative::chosen);
    List<Answer> answers = new ArrayList<>();
    Problem problem =
        wanted.live() && cards.best().isPresent() && !waits ? rates.heard(cards, answers) : cards;
    List<Receipt.Asked> asked = told(problem, answers);
    Optional<Plan> best = problem.best();
    if (best.isPresent()) {
      return new PlanFinder.Found(
          best,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          asked,
          problem,
          waiting.inbound(),
          waiting.alternatives());
    }
    Optional<Sku> unpackable = unpackable(problem, merchant);
    Optional<Late> late =
        unpackable.isPresent() ? Optional.empty() : late(setting, cards, willing(answers));
    return new PlanFinder.Found(
        best,
        late.map(Late::plan),
        late.map(Late::day),
        unpackable,
        asked,
        problem,
        List.of(),
        List.of());
  }

  /** The plan for a day that can be kept. */
  private record Late(LocalDate day, Plan plan) {}

  /**
   * For the first later day that can be kept. Priced by cards: who is to be paid is asked again
   * before a late plan is carried out.
   */
  private static Optional<Late> late(
      Problem.Setting setting, Problem cards, Predicate<String> willing) {
    LocalDate promised = cards.wanted().deliverBy();
    LocalDate first = promised.plusDays(1);
    LocalDate last = promised.plusDays(MOST_DAYS_LATE);
    Optional<LocalDate> soonest = Soonest.of(cards.parts().parts(), cards.origins());
    if (soonest.isEmpty()) {
      return Optional.empty();
    }
    LocalDate from = soonest.get().isAfter(first) ? soonest.get() : first;
    LocalDate near = from.plusDays(DAYS_NEAR);
    Optional<Late> found =
        between(from, near.isBefore(last) ? near : last, setting, cards, willing);
    if (found.isPresent()) {
      return found;
    }
    // What can't be kept by the last day can't by any before.
    Optional<Late> atLast = by(last, setting, cards, willing);
    return atLast.isEmpty()
        ? atLast
        : between(near, last, setting, cards, willing).or(() -> atLast);
  }

  private static Optional<Late> between(
      LocalDate from,
      LocalDate before,
      Problem.Setting setting,
      Problem cards,
      Predicate<String> willing) {
    return Stream.iterate(from, day -> day.isBefore(before), day -> day.plusDays(1))
        .flatMap(day -> by(day, setting, cards, willing).stream())
        .findFirst();
  }

  /**
   * Who was asked and has no price for this now has none for another day: its card is not taken.
   */
  private static Predicate<String> willing(List<Answer> answers) {
    Set<String> not = new HashSet<>();
    answers.forEach(each -> not.add(each.question().carrier().id()));
    answers.stream()
        .filter(each -> !(each.outcome() instanceof AskingCarriers.Outcome.NoRates))
        .forEach(each -> not.remove(each.question().carrier().id()));
    return carrier -> !not.contains(carrier);
  }

  private static Optional<Late> by(
      LocalDate day, Problem.Setting setting, Problem cards, Predicate<String> willing) {
    return new Problem(
            setting,
            cards.parts(),
            cards.wanted().by(day),
            new CardPrices(setting.isLive()),
            willing)
        .best()
        .map(plan -> new Late(day, plan));
  }

  static Problem byCards(Problem.Setting setting, PackedParts parts, Wanted wanted) {
    return new Problem(setting, parts, wanted, new CardPrices(setting.isLive()), all -> true);
  }

  /** Lines whole where that can be; else as they are held, which always can. */
  private Problem solve(Problem.Setting setting, List<Part> parts, Wanted wanted) {
    Problem problem = byCards(setting, packed(setting, parts), wanted);
    if (!problem.splits().isEmpty() || wanted.held().isEmpty()) {
      return problem;
    }
    List<Part> held =
        new Parts(setting.merchant(), setting.free()).held(wanted.lines(), wanted.held());
    return byCards(setting, packed(setting, held), wanted);
  }

  private PackedParts packed(Problem.Setting setting, List<Part> parts) {
    return new PackedParts(parts, packing, setting.merchant().boxes());
  }

  /** What each carrier has, by its answers and by its card. */
  private static List<Receipt.Asked> told(Problem problem, List<Answer> answers) {
    List<Receipt.Asked> all =
        new ArrayList<>(answers.stream().map(Answer::asked).distinct().toList());
    Set<String> heard = all.stream().map(Receipt.Asked::carrier).collect(Collectors.toSet());
    problem.asked().stream().filter(each -> !heard.contains(each.carrier())).forEach(all::add);
    return all;
  }

  private Optional<Sku> unpackable(Problem problem, Merchant merchant) {
    for (Part part : problem.parts().parts()) {
      // One of each will do, and hundreds take long to pack.
      List<Packing.Units> ones =
          part.units().stream()
              .map(each -> new Packing.Units(each.lineId(), each.item(), 1, 1))
              .toList();
      if (packing.pack(ones, merchant.boxes()) instanceof Packing.Outcome.FitsNone none) {
        return Optional.of(none.sku());
      }
    }
    return Optional.empty();
  }

  private List<Part> parts(Problem.Setting setting, Wanted wanted) {
    List<StockLevel> levels = new ArrayList<>();
    for (int i = 0; i < setting.nodes().size(); i++) {
      NodeId node = setting.nodes().get(i).id();
      setting.free().get(i).forEach((sku, units) -> levels.add(StockLevel.of(sku, node, units)));
    }
    Optional<Allocation> routed =
        Routing.route(
            wanted.lines().stream().map(Wanted.Line::demand).toList(),
            setting.nodes().stream().map(Node::id).toList(),
            levels,
            (sku, node) -> 0);
    return new Parts(setting.merchant(), setting.free()).of(wanted.lines(), routed);
  }

  private Offers.Context context(Merchant merchant, Wanted wanted) {
    return new Offers.Context(
        geography,
        holidays,
        circumstances.workload(merchant, wanted),
        circumstances.transit(merchant, wanted));
  }
}
