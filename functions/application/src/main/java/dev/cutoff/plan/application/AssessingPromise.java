package dev.cutoff.plan.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.PromiseRisk;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.exception.application.Upgrading;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Allocating;
import dev.cutoff.stock.application.MovingReservations;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether an order's promise is at risk, and what is the last safe action. An order is at risk
 * where the hand-over it is planned for is near or past, and the same service a hand-over later
 * would be late: what may go tomorrow just as well is no risk.
 */
public final class AssessingPromise {
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private final DeliveryPromises promises;
  private final PlanningShipments planning;
  private final PlanFinder finder;
  private final Allocating allocating;
  private final MovingReservations moving;
  private final Exceptions exceptions;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public AssessingPromise(
      DeliveryPromises promises,
      PlanningShipments planning,
      PlanFinder finder,
      Allocating allocating,
      MovingReservations moving,
      Exceptions exceptions,
      Merchants merchants,
      InstantSource clock) {
    this.promises = promises;
    this.planning = planning;
    this.finder = finder;
    this.allocating = allocating;
    this.moving = moving;
    this.exceptions = exceptions;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * From the row alone whether it is worth a look.
   *
   * @return how urgent it is: when it is to be handed over, or, where nobody knows that yet, now
   */
  Optional<Instant> suspicious(Order order) {
    if (!isWatched(order)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    List<Instant> shipBy =
        inTheHouse(order).stream().flatMap(each -> PresentPlan.shipBy(each).stream()).toList();
    return shipBy.isEmpty()
        ? Optional.of(now)
        : shipBy.stream().min(Comparator.naturalOrder()).filter(due -> isNear(due, now));
  }

  /** Empty where its promise is not at risk. */
  Optional<PromiseRisk.Finding> assess(Order order) {
    if (suspicious(order).isEmpty()) {
      return Optional.empty();
    }
    List<Shipment> open = inTheHouse(order);
    MovingReservations.Holding holding = moving.holding(order, open);
    PresentPlan planned = PresentPlan.of(open);
    List<Demand> demands =
        open.isEmpty()
            ? allocating.unserved(order)
            : allocating.demandsOf(
                order, open.stream().flatMap(each -> each.lines().stream()).toList());
    if (demands.isEmpty()) {
      return Optional.empty();
    }
    Promise told = order.promise();
    Promise promise = told == null ? promises.of(order) : told;
    Wanted wanted =
        planning.wanted(order, demands, holding.reservations(), promise).by(promise.day());
    return planned.isEmpty()
        ? notPlanned(order, wanted)
        : planned(order, wanted, planned, holding.reservations());
  }

  /** Why an entry about it is closed. */
  static String whyOver(Order order) {
    if (order.cancellation() != null) {
      return "the order is cancelled";
    }
    if (inTheHouse(order).isEmpty() && order.anythingHandedOver()) {
      return "it is handed over";
    }
    return "its promise is not at risk any more";
  }

  private Optional<PromiseRisk.Finding> planned(
      Order order, Wanted wanted, PresentPlan planned, List<Reservation> held) {
    Instant now = clock.instant();
    Optional<Shipment> due =
        planned.shipments().stream()
            .filter(each -> isDue(each, held, now))
            .min(Comparator.comparing(each -> PresentPlan.shipBy(each).orElseThrow()));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Instant cutoff = PresentPlan.shipBy(due.get()).orElseThrow();
    PlanFinder.Found found = finder.find(wanted.onCardsAt(after(cutoff, now)));
    Merchant merchant = merchants.current();
    double least = merchant.rules().plan().leastChance();
    if (planned.chance(found.problem()) >= least) {
      return Optional.empty();
    }
    boolean picked = held.stream().anyMatch(each -> each.state() == Reservation.State.PICKED);
    RiskWords words =
        new RiskWords(merchant, order, wanted.deliverBy(), due.get().node(), cutoff, now);
    List<PricedOption> options =
        words.options(
            found,
            planned.cost(merchant),
            canUpgrade(order),
            canShipLate(order) ? planned.late(found.problem(), merchant) : Optional.empty());
    return Optional.of(
        finding(
            order,
            words.refusal(words.planned(due.get(), cutoff, picked), cutoff, options),
            cutoff));
  }

  private Optional<PromiseRisk.Finding> notPlanned(Order order, Wanted wanted) {
    Instant now = clock.instant();
    PlanFinder.Found present = finder.find(wanted.onCardsAt(order.plansFrom(now)));
    Optional<Plan> best = present.best();
    Optional<Instant> until = present.problem().bestUntil();
    Merchant merchant = merchants.current();
    if (best.isEmpty() || until.isEmpty()) {
      // Without any plan it is held for something else, which has its own entry.
      return present
          .late()
          .map(late -> {
            Instant since = lastSafe(order, now);
            RiskWords words =
                new RiskWords(
                    merchant, order, wanted.deliverBy(), late.legs().getFirst().node(), since, now);
            List<PricedOption> options = words.options(present, null, false, Optional.empty());
            return finding(order, words.refusal(words.tooLate(), since, options), since);
          });
    }
    if (!isNear(until.get(), now)) {
      return Optional.empty();
    }
    PlanFinder.Found found = finder.find(wanted.onCardsAt(after(until.get(), now)));
    RiskWords words =
        new RiskWords(
            merchant,
            order,
            wanted.deliverBy(),
            best.get().legs().getFirst().node(),
            until.get(),
            now);
    List<PricedOption> options =
        words.options(found, best.get().cost(), canUpgrade(order), Optional.empty());
    String matter = words.notPlanned(best.get(), until.get());
    return Optional.of(finding(order, words.refusal(matter, until.get(), options), until.get()));
  }

  private static boolean canUpgrade(Order order) {
    return Upgrading.whyNot(order).isEmpty();
  }

  private static boolean canShipLate(Order order) {
    return order.hold() == null;
  }

  /** With the actions of its options, and the next moment at which it is too late for one. */
  private PromiseRisk.Finding finding(Order order, Refusal refusal, Instant lastSafe) {
    Instant now = clock.instant();
    List<Action> actions =
        Stream.concat(
                refusal.offered().stream().map(PricedOption::action).filter(Objects::nonNull),
                Stream.of(Action.DISMISS))
            .distinct()
            .toList();
    Instant actBy =
        Stream.concat(
                Stream.of(lastSafe),
                refusal.offered().stream().map(PricedOption::before).filter(Objects::nonNull))
            .filter(each -> each.isAfter(now))
            .min(Comparator.naturalOrder())
            .orElse(lastSafe);
    return new PromiseRisk.Finding(order.id(), refusal, lastSafe, actBy, actions);
  }

  /** As it was named before: that nothing keeps it is no new moment every round. */
  private Instant lastSafe(Order order, Instant now) {
    return exceptions
        .latestRisk(order.id())
        .filter(each -> each.resolution() == null || isDismissed(each.resolution()))
        .map(PromiseRisk::lastSafe)
        .orElse(now);
  }

  private static boolean isDismissed(QueueEntry.Resolution how) {
    return how.action() == Action.DISMISS;
  }

  private boolean isNear(Instant due, Instant now) {
    return !due.minus(merchants.current().rules().plan().warnBefore()).isAfter(now);
  }

  /** What is picked already waits for the truck: it is named once that is missed. */
  private boolean isDue(Shipment shipment, List<Reservation> held, Instant now) {
    Instant due = PresentPlan.shipBy(shipment).orElseThrow();
    List<Reservation> own =
        held.stream().filter(each -> each.shipmentId().equals(shipment.id())).toList();
    boolean picked =
        !own.isEmpty() && own.stream().allMatch(each -> each.state() == Reservation.State.PICKED);
    return picked ? due.isBefore(now) : isNear(due, now);
  }

  private static Instant after(Instant missed, Instant now) {
    return (missed.isAfter(now) ? missed : now).plus(ONE_SECOND);
  }

  private static @Nullable LocalDate expected(Order order) {
    Promise promise = order.promise();
    return promise == null ? null : promise.expected();
  }

  /** Promised, meant to go, and not held for its promise already. */
  private static boolean isWatched(Order order) {
    Order.Hold hold = order.hold();
    return order.cancellation() == null
        && order.paymentWait() == null
        && order.hasWork()
        && !order.document().calledOff()
        && !(order.shipLate() && expected(order) == null)
        && !order.replan()
        && order.shipTo().isPresent()
        && order.document().shippingMethod().kind() == ShippingMethod.Kind.PARCEL
        && (hold == null || hold.refusal().reason() != Reason.PROMISE_CANNOT_BE_KEPT)
        && !(inTheHouse(order).isEmpty() && (order.waits() || order.anythingHandedOver()));
  }

  /** Open, not handed over, and not kept back until a day. */
  private static List<Shipment> inTheHouse(Order order) {
    return order.openShipments().stream()
        .filter(each ->
            switch (each) {
              case Shipment.Reserved reserved -> reserved.notBefore() == null;
              case Shipment.Planned planned -> true;
              case Shipment.Labelled labelled -> true;
              case Shipment.Shipped shipped -> false;
              case Shipment.Delivered delivered -> false;
              case Shipment.Cancelled cancelled -> false;
            })
        .toList();
  }
}
