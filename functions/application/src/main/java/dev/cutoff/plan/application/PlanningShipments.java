package dev.cutoff.plan.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.stock.Allocation;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Allocating;
import dev.cutoff.stock.application.MovingReservations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans what of an order has no label yet: nodes, boxes, carriers, services and days together. The
 * units go where the plan wants them, or the plan stays where they are. Pickup and local delivery
 * need none of it.
 */
public final class PlanningShipments {
  private static final String STEP = "RateShop";

  private final Orders orders;
  private final Merchants merchants;
  private final Allocating allocating;
  private final MovingReservations moving;
  private final PlanFinder finder;
  private final DeliveryPromises promises;
  private final PlanReceipts receipts;
  private final LabelAttempts attempts;
  private final Changing changing;
  private final CountingLoads loads;
  private final WaitingForRest waiting;
  private final Remorse remorse;
  private final TellingDelay telling;
  private final InstantSource clock;

  @Inject
  public PlanningShipments(
      Orders orders,
      Merchants merchants,
      Allocating allocating,
      MovingReservations moving,
      PlanFinder finder,
      DeliveryPromises promises,
      PlanReceipts receipts,
      LabelAttempts attempts,
      Changing changing,
      CountingLoads loads,
      WaitingForRest waiting,
      Remorse remorse,
      TellingDelay telling,
      InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.allocating = allocating;
    this.moving = moving;
    this.finder = finder;
    this.promises = promises;
    this.receipts = receipts;
    this.attempts = attempts;
    this.changing = changing;
    this.loads = loads;
    this.waiting = waiting;
    this.remorse = remorse;
    this.telling = telling;
    this.clock = clock;
  }

  public StepResult plan(OrderId orderId) {
    Order order = orders.find(orderId).orElseThrow();
    if (order.cancellation() != null) {
      return new StepResult.Cancelled();
    }
    if (order.document().shippingMethod().kind() != ShippingMethod.Kind.PARCEL) {
      return remorse.free(order);
    }
    List<Shipment> open = order.openShipments().stream().filter(this::toPlan).toList();
    if (open.isEmpty()) {
      return remorse.free(order);
    }
    MovingReservations.Holding holding = moving.holding(order, open);
    Promise promise = promises.of(order);
    Wanted wanted = wanted(order, holding, promise).heardOnly(isPlannedAgain(open));
    boolean asHeld = holding.shipments().equals(open);
    WaitingForRest.Decision rest =
        asHeld ? waiting.decide(order, open, wanted) : WaitingForRest.Decision.NONE;
    if (rest.waits().isPresent()) {
      return remorse.free(kept(order, open, rest.waits().get(), promise));
    }
    PlanFinder.Found found =
        finder
            .find(wanted, asHeld ? waiting.expecting(order, open, wanted) : Expecting.NOTHING)
            .beside(rest.alternatives());
    Optional<Alternative> waits = found.waits();
    if (waits.isPresent()) {
      return remorse.free(kept(order, open, WaitingForRest.Waits.of(found, waits.get()), promise));
    }
    Optional<Plan> plan = chosen(order, found);
    if (plan.isEmpty()) {
      return changing.hold(orderId, STEP, Refusals.of(found, wanted, merchants.current()));
    }
    Optional<List<Shipment>> moved = moving.move(order, holding, allocation(plan.get()));
    if (moved.isEmpty()) {
      // Somebody was quicker where the plan wanted to go: it stays where its units are.
      found = finder.find(wanted.where(true));
      plan = chosen(order, found);
      if (plan.isEmpty()) {
        return changing.hold(orderId, STEP, Refusals.of(found, wanted, merchants.current()));
      }
      moved = moving.move(order, holding, allocation(plan.get()));
    }
    return remorse.free(
        decide(
            order,
            open,
            moved.orElseThrow(
                () -> new TryAgainLater("what order " + orderId + " holds changes all the time")),
            plan.get(),
            found,
            promise));
  }

  /** The day at every node; none has to begin. */
  private boolean hasBegun(@Nullable LocalDate day) {
    Instant now = clock.instant();
    return day == null
        || merchants.current().nodes().values().stream()
            .noneMatch(node -> LocalDate.ofInstant(now, node.zone()).isBefore(day));
  }

  /**
   * What is there stays until its day, or until the rest comes: whoever serves the rest lets it go
   * before. The receipt is that of the decision to wait.
   */
  private Order kept(
      Order asked, List<Shipment> open, WaitingForRest.Waits waits, Promise promised) {
    Plan plan = waits.plan();
    Promise promise = finder.kept(promised, plan, waits.found());
    String receipt = receipts.keep(asked, open, plan, waits.found(), promise, clock.instant());
    return changing.change(
        asked,
        order -> {
          if (order.cancellation() != null || !order.shipments().equals(asked.shipments())) {
            return Optional.empty();
          }
          List<Shipment> all =
              order.shipments().stream()
                  .map(each ->
                      open.contains(each) && each instanceof Shipment.Reserved held
                          ? held.waiting(waits.day(), receipt)
                          : each)
                  .toList();
          return Optional.of(
              new Decision(
                  change ->
                      change.shipments(all).promise(order.waits() ? order.promise() : promise),
                  "cutoff",
                  waits.what(),
                  waits.why()));
        });
  }

  /** A plan that money was spent on, or may have been, stays; so does what is packed. */
  private boolean toPlan(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Reserved reserved -> hasBegun(reserved.notBefore());
      case Shipment.Planned planned ->
          planned.parcels().stream().allMatch(parcel -> parcel.packed() == null)
              && attempts.of(planned.id()).stream().noneMatch(LabelAttempts.Attempt::mayBePaid);
      case Shipment.Labelled labelled -> false;
      case Shipment.Shipped shipped -> false;
      case Shipment.Delivered delivered -> false;
      case Shipment.Cancelled cancelled -> false;
    };
  }

  /** Who was to say its price before a label was bought, and did not, is not waited for again. */
  private boolean isPlannedAgain(List<Shipment> open) {
    return open.stream()
        .filter(Shipment.Planned.class::isInstance)
        .flatMap(each -> attempts.of(each.id()).stream())
        .anyMatch(each -> each.plannedAgain() != null);
  }

  private Wanted wanted(Order order, MovingReservations.Holding holding, Promise promise) {
    List<ShipmentLine> parts =
        holding.shipments().stream().flatMap(shipment -> shipment.lines().stream()).toList();
    return wanted(order, allocating.demandsOf(order, parts), holding.reservations(), promise);
  }

  /** What is wanted for these units of an order. */
  Wanted wanted(Order order, List<Demand> demands, List<Reservation> held, Promise promise) {
    List<Wanted.Line> lines = Wanted.lines(order, demands);
    // What was taken from the shelf already is not carried to another node.
    boolean picked = held.stream().anyMatch(each -> each.state() == Reservation.State.PICKED);
    return new Wanted(
        lines,
        held,
        order.shipTo().orElseThrow(),
        promise.deliverBy(),
        order.plansFrom(clock.instant()),
        true,
        picked);
  }

  /** Late ones only where a person or the shop's rule says so. */
  private Optional<Plan> chosen(Order order, PlanFinder.Found found) {
    boolean late =
        order.shipLate()
            || merchants.current().rules().plan().whenLate() == PlanRules.WhenLate.SHIP;
    return late ? found.best().or(found::late) : found.best();
  }

  private static Allocation allocation(Plan plan) {
    return new Allocation(
        plan.legs().stream()
            .map(leg ->
                new Allocation.AtNode(
                    leg.node(),
                    leg.demands().stream()
                        .map(demand -> new Allocation.Part(demand, demand.quantity()))
                        .toList()))
            .toList());
  }

  private Order decide(
      Order asked,
      List<Shipment> before,
      List<Shipment> holders,
      Plan plan,
      PlanFinder.Found found,
      Promise promised) {
    Instant now = clock.instant();
    Promise promise = finder.kept(promised, plan, found);
    String receipt = receipts.keep(asked, holders, plan, found, promise, now);
    List<Shipment.Planned> planned = new ArrayList<>();
    for (int i = 0; i < holders.size(); i++) {
      planned.add(PlannedShipments.of(holders.get(i), plan.legs().get(i), receipt, now));
    }
    loads.replaced(before, planned);
    Order after = changing.change(asked, order -> decided(order, asked, before, planned, promise));
    if (after.shipments().containsAll(planned)) {
      loads.planned(planned);
    }
    telling.tell(after);
    return after;
  }

  /** Somebody may have changed the order while the carriers were asked; then Label will see it. */
  private Optional<Decision> decided(
      Order order,
      Order asked,
      List<Shipment> before,
      List<Shipment.Planned> planned,
      Promise promise) {
    if (order.cancellation() != null || !order.shipments().equals(asked.shipments())) {
      return Optional.empty();
    }
    List<Shipment> all = new ArrayList<>(order.shipments());
    all.removeAll(before);
    all.addAll(planned);
    all.sort(java.util.Comparator.comparingInt(each -> each.id().number()));
    return Optional.of(
        new Decision(
            change ->
                change.shipments(all).promise(promise).remorseUntil(remorse.until(order, planned)),
            "cutoff",
            "planned: "
                + String.join("; ", planned.stream().map(PlannedShipments::inWords).toList()),
            DeliveryPromises.why(order, promise)
                + (promise.expected() == null ? "" : ", expected by " + promise.expected())));
  }
}
