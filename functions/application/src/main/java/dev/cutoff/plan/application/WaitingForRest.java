package dev.cutoff.plan.application;

import dev.cutoff.backorder.application.Backorders;
import dev.cutoff.backorder.application.NotBefore;
import dev.cutoff.inbound.InboundLine;
import dev.cutoff.inbound.application.Inbounds;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Receipt;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.Allocating;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether what is there of an order waits for the rest of it, which is inbound: where all of it
 * together, from the day after the units are expected, costs less than now and then, and keeps the
 * promise. What is held keeps the promise from that day on by itself, so that a supplier who is
 * late costs the promise of nothing that is there. Priced by rate cards.
 */
public final class WaitingForRest {
  private final Inbounds inbounds;
  private final Backorders backorders;
  private final NotBefore notBefore;
  private final Allocating allocating;
  private final PlanFinder finder;
  private final Planner planner;
  private final Merchants merchants;

  @Inject
  public WaitingForRest(
      Inbounds inbounds,
      Backorders backorders,
      NotBefore notBefore,
      Allocating allocating,
      PlanFinder finder,
      Planner planner,
      Merchants merchants) {
    this.inbounds = inbounds;
    this.backorders = backorders;
    this.notBefore = notBefore;
    this.allocating = allocating;
    this.finder = finder;
    this.planner = planner;
    this.merchants = merchants;
  }

  /**
   * It waits.
   *
   * @param day from which on what is there goes by itself
   * @param plan how it goes then, if all comes as expected
   * @param found what that was chosen from, with what it is better than
   */
  record Waits(LocalDate day, Plan plan, PlanFinder.Found found, String what, String why) {
    /** For units that it could do without. */
    static Waits of(PlanFinder.Found found, Alternative waits) {
      LocalDate day = Objects.requireNonNull(waits.waitsUntil());
      return new Waits(
          day,
          waits.plan(),
          found,
          "waits for inbound units at %s, until %s".formatted(waits.plan().nodes(), day),
          "whole from there %s, now %s, and the promise is kept"
              .formatted(
                  waits.plan().cost().display(), found.best().orElseThrow().cost().display()));
    }
  }

  /**
   * What came of it.
   *
   * @param waits empty where what is there goes now
   * @param alternatives to going now, why it is not done
   */
  record Decision(Optional<Waits> waits, List<Alternative> alternatives) {
    static final Decision NONE = new Decision(Optional.empty(), List.of());
  }

  /** Units that are expected, where, and when the last of them is there. */
  private record Coming(Map<NodeId, Map<Sku, Long>> units, LocalDate day) {}

  /**
   * Decides.
   *
   * @param open what is there of it
   * @param now what is wanted for that
   */
  Decision decide(Order order, List<Shipment> open, Wanted now) {
    Backorder backorder = order.backorder();
    if (backorder == null || !order.waits() || !isUntouched(open, now)) {
      return Decision.NONE;
    }
    List<Demand> rest = allocating.unserved(order);
    if (rest.isEmpty()
        || rest.stream().anyMatch(each -> notBefore.isAhead(order.document(), each))) {
      return Decision.NONE;
    }
    return coming(order, rest, now.now())
        .filter(coming -> isPatient(backorder, coming.day()))
        .map(coming -> compared(order, rest, now, coming))
        .orElse(Decision.NONE);
  }

  /**
   * What an order might wait for though all of it is there: once, before it is planned for the
   * first time. Units of others, and those whose day is past, are not among them.
   */
  Expecting expecting(Order order, List<Shipment> open, Wanted now) {
    boolean may =
        !order.waits()
            && isUntouched(open, now)
            && open.stream()
                .noneMatch(
                    each -> each instanceof Shipment.Reserved held && held.notBefore() != null);
    return may ? skus -> promisable(skus, now.now()) : Expecting.NOTHING;
  }

  private List<Receipt.Expected> promisable(Set<Sku> skus, Instant now) {
    return inbounds.expected(skus).stream()
        .filter(line -> line.promisable() > 0 && isToCome(line, now))
        .map(line ->
            new Receipt.Expected(
                line.node().value(), line.sku().value(), line.promisable(), line.expectedOn()))
        .toList();
  }

  /** Where it should have come, nobody knows when it does. */
  private boolean isToCome(InboundLine line, Instant now) {
    Node node = merchants.current().nodes().get(line.node());
    return node != null && line.expectedOn().isAfter(LocalDate.ofInstant(now, node.zone()));
  }

  /** Held and never planned before, with no unit taken from its shelf. */
  private static boolean isUntouched(List<Shipment> open, Wanted now) {
    return !now.fixed() && open.stream().allMatch(Shipment.Reserved.class::isInstance);
  }

  /** Whoever waits longer than the rules allow goes to a person, who wants to see it free. */
  private boolean isPatient(Backorder backorder, LocalDate day) {
    StockRules rules = merchants.current().rules().stock();
    Instant gone = backorder.since().plus(rules.longestBackorder());
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(gone);
  }

  private Decision compared(Order order, List<Demand> rest, Wanted now, Coming coming) {
    Merchant merchant = merchants.current();
    Instant then = WaitingPlans.begins(coming.day(), merchant);
    Wanted later = now.onCardsAt(then);
    Wanted restLater =
        new Wanted(
            Wanted.lines(order, rest), List.of(), now.to(), now.deliverBy(), then, false, false);
    Optional<Plan> rests = planner.plan(merchant, coming.units(), restLater).best();
    PlanFinder.Found all =
        planner.plan(merchant, plus(coming.units(), now.held()), all(now, restLater));
    if (all.best().isEmpty()) {
      return Decision.NONE;
    }
    Plan together = all.best().get();
    Optional<Plan> part = finder.find(now.onCardsAt(now.now())).best();
    if (part.isEmpty() || rests.isEmpty() || finder.find(later).best().isEmpty()) {
      return goesNow(coming, together, "not done: what is there, or the rest, would come too late");
    }
    Plan apart = both(part.get(), rests.get());
    String prices =
        "together %s, now and then %s".formatted(together.cost().display(), apart.cost().display());
    return together.cost().compareTo(apart.cost()) < 0
        ? new Decision(
            Optional.of(
                new Waits(
                    coming.day(),
                    together,
                    all.beside(List.of(new Alternative(apart, null, false, ""))),
                    "waits for the rest of it, until " + coming.day(),
                    prices + ", and the promise is kept")),
            List.of())
        : goesNow(coming, together, prices);
  }

  private static Decision goesNow(Coming coming, Plan together, String why) {
    return new Decision(
        Optional.empty(), List.of(new Alternative(together, coming.day(), false, why)));
  }

  /** What is there now, and the rest later. */
  private static Plan both(Plan part, Plan rest) {
    return new Plan(
        Stream.concat(part.legs().stream(), rest.legs().stream()).toList(),
        part.cost().plus(rest.cost()),
        part.chance() * rest.chance());
  }

  private static Wanted all(Wanted held, Wanted rest) {
    Map<String, Wanted.Line> lines = new TreeMap<>();
    // A part of a line may be there and a part of it to come.
    for (Wanted.Line each : concat(held.lines(), rest.lines())) {
      lines.merge(
          each.demand().lineId(),
          each,
          (one, other) ->
              new Wanted.Line(
                  one.demand().of(one.demand().quantity() + other.demand().quantity()),
                  one.unitValue(),
                  one.grams()));
    }
    return new Wanted(
        List.copyOf(lines.values()),
        List.of(),
        rest.to(),
        rest.deliverBy(),
        rest.now(),
        false,
        false);
  }

  private static List<Wanted.Line> concat(List<Wanted.Line> some, List<Wanted.Line> more) {
    List<Wanted.Line> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static Map<NodeId, Map<Sku, Long>> plus(
      Map<NodeId, Map<Sku, Long>> coming, List<Reservation> held) {
    Map<NodeId, Map<Sku, Long>> all = new HashMap<>();
    coming.forEach((node, units) -> all.put(node, new HashMap<>(units)));
    held.forEach(each ->
        all.computeIfAbsent(each.node(), node -> new HashMap<>())
            .merge(each.sku(), each.quantity(), Long::sum));
    return all;
  }

  /** Empty where not all of the rest is expected, on days that are still to come. */
  private Optional<Coming> coming(Order order, List<Demand> rest, Instant now) {
    Map<Sku, Long> wanted = new TreeMap<>();
    rest.forEach(each ->
        each.perUnit().keySet().forEach(sku -> wanted.merge(sku, each.units(sku), Long::sum)));
    Map<String, Long> own = promisedToIt(order);
    Map<NodeId, Map<Sku, Long>> units = new HashMap<>();
    LocalDate last = LocalDate.MIN;
    for (InboundLine line : inbounds.expected(wanted.keySet())) {
      long open = wanted.getOrDefault(line.sku(), 0L);
      long may = line.promisable() + own.getOrDefault(key(line.reference(), line.line()), 0L);
      long taken = Math.min(open, Math.max(0, may));
      if (taken > 0 && isToCome(line, now)) {
        wanted.put(line.sku(), open - taken);
        units
            .computeIfAbsent(line.node(), node -> new HashMap<>())
            .merge(line.sku(), taken, Long::sum);
        last = line.expectedOn().isAfter(last) ? line.expectedOn() : last;
      }
    }
    // Units come some time of that day: the next one is sure.
    return wanted.values().stream().allMatch(left -> left == 0)
        ? Optional.of(new Coming(units, last.plusDays(1)))
        : Optional.empty();
  }

  private Map<String, Long> promisedToIt(Order order) {
    Map<String, Long> own = new HashMap<>();
    backorders.find(order.id()).stream()
        .flatMap(waiter -> waiter.lines().stream())
        .flatMap(line -> line.promised().stream())
        .forEach(each -> own.merge(key(each.reference(), each.line()), each.units(), Long::sum));
    return own;
  }

  private static String key(String reference, String line) {
    return reference + "#" + line;
  }
}
