package dev.cutoff.plan.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.SameHands;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.application.Orders;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.application.Allocating;
import dev.cutoff.stock.application.MovingReservations;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds what of one customer could go to one address together while all of it is in its remorse
 * period, and prices it with the planner that plans each, on rate cards. It offers: the store alone
 * can make one order of several, and whoever works there is told how.
 */
public final class OfferingOneShipment {
  /** Of a customer who orders all day, the newest. */
  private static final int MOST_OTHERS = 5;

  private final Orders orders;
  private final Allocating allocating;
  private final MovingReservations moving;
  private final PlanFinder finder;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public OfferingOneShipment(
      Orders orders,
      Allocating allocating,
      MovingReservations moving,
      PlanFinder finder,
      Merchants merchants,
      InstantSource clock) {
    this.orders = orders;
    this.allocating = allocating;
    this.moving = moving;
    this.finder = finder;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** Those that save something: all of them together, or else those that do in pairs. */
  public List<OneShipment> offers(Order order) {
    Instant now = clock.instant();
    String email = order.document().customer().email();
    if (!isFree(order, now) || email.isBlank()) {
      return List.of();
    }
    List<Order> others =
        orders
            .list(new Orders.Query(OrderState.PLANNED, order.document().storeId(), email, null))
            .items()
            .stream()
            .filter(each -> !each.id().equals(order.id()))
            .filter(each -> isFree(each, now) && SameHands.are(order, each))
            .limit(MOST_OTHERS)
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    Alone own = alone(order, now);
    List<Alone> all = others.stream().map(each -> alone(each, now)).toList();
    Optional<OneShipment> whole = offer(Stream.concat(Stream.of(own), all.stream()).toList(), now);
    return whole.isPresent() || all.size() == 1
        ? whole.stream().toList()
        : all.stream().flatMap(each -> offer(List.of(own, each), now).stream()).toList();
  }

  /** One order with what is wanted for it, and its plan by rate cards. */
  private record Alone(Order order, Wanted wanted, Optional<Plan> plan) {}

  /** Sleeping in its remorse period with all of it planned: nobody is at work on it. */
  private static boolean isFree(Order order, Instant now) {
    return order.inRemorse(now)
        && order.hold() == null
        && order.cancellation() == null
        && !order.replan()
        && !order.waits()
        && order.promise() != null
        && order.document().shippingMethod().kind() == ShippingMethod.Kind.PARCEL
        && !order.openShipments().isEmpty()
        && order.openShipments().stream().allMatch(Shipment.Planned.class::isInstance);
  }

  private Alone alone(Order order, Instant now) {
    MovingReservations.Holding holding = moving.holding(order, order.openShipments());
    List<Demand> demands =
        allocating.demandsOf(
            order,
            holding.shipments().stream().flatMap(shipment -> shipment.lines().stream()).toList());
    Promise promise = Objects.requireNonNull(order.promise());
    Wanted wanted =
        new Wanted(
            Wanted.lines(order, demands),
            holding.reservations(),
            order.shipTo().orElseThrow(),
            promise.day(),
            order.plansFrom(now),
            false,
            false);
    return new Alone(order, wanted, finder.find(wanted).best());
  }

  /** Empty where one of them has no plan, the promise of one would be lost, or nothing is saved. */
  private Optional<OneShipment> offer(List<Alone> some, Instant now) {
    if (some.stream().anyMatch(each -> each.plan().isEmpty())) {
      return Optional.empty();
    }
    Optional<Plan> found = finder.find(together(some)).best();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Plan plan = found.get();
    Merchant merchant = merchants.current();
    Money apart =
        some.stream()
            .map(each -> each.plan().orElseThrow().cost())
            .reduce(Money.zero(merchant.currency()), Money::plus);
    Money saving = apart.minus(plan.cost());
    Instant until =
        Stream.concat(
                some.stream().map(each -> Objects.requireNonNull(each.order().remorseUntil())),
                Stream.of(PlanWords.releaseBy(plan)))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    boolean fewer =
        plan.legs().size()
            < some.stream().mapToInt(each -> each.plan().orElseThrow().legs().size()).sum();
    if (!fewer || saving.isNegative() || saving.isZero() || !until.isAfter(now)) {
      return Optional.empty();
    }
    List<OrderId> ids =
        some.stream()
            .map(Alone::order)
            .sorted(
                Comparator.comparing((Order each) -> each.document().placedAt())
                    .thenComparing(Order::id))
            .map(Order::id)
            .toList();
    String how = how(ids, new PlanWords(merchant, now).at(until, node(plan, merchant)));
    return Optional.of(
        new OneShipment(
            ids, PlanWords.sending(plan, plan.deliveryDate()), apart, saving, until, how));
  }

  private static Optional<Node> node(Plan plan, Merchant merchant) {
    return Optional.of(merchant.node(plan.legs().getFirst().node()));
  }

  private static String how(List<OrderId> ids, String until) {
    String others =
        ids.subList(1, ids.size()).stream().map(OrderId::value).collect(Collectors.joining(", "));
    return "In the store, add the lines of %s to %s and cancel %s there: until %s that is free, and Cutoff plans %s anew."
        .formatted(others, ids.getFirst(), others, until, ids.getFirst());
  }

  /** Lines of several orders may have one number: here each has its order's name before it. */
  private static Wanted together(List<Alone> some) {
    List<Wanted.Line> lines = new ArrayList<>();
    List<Reservation> held = new ArrayList<>();
    for (Alone each : some) {
      String prefix = each.order().id() + "/";
      each.wanted().lines().forEach(line -> lines.add(named(prefix, line)));
      each.wanted().held().forEach(one -> held.add(named(prefix, one)));
    }
    Wanted any = some.getFirst().wanted();
    LocalDate first =
        some.stream()
            .map(each -> each.wanted().deliverBy())
            .min(Comparator.naturalOrder())
            .orElseThrow();
    Instant from =
        some.stream().map(each -> each.wanted().now()).max(Comparator.naturalOrder()).orElseThrow();
    return new Wanted(lines, held, any.to(), first, from, false, false);
  }

  private static Wanted.Line named(String prefix, Wanted.Line line) {
    Demand demand = line.demand();
    return new Wanted.Line(
        new Demand(prefix + demand.lineId(), demand.sku(), demand.quantity(), demand.perUnit()),
        line.unitValue(),
        line.grams());
  }

  private static Reservation named(String prefix, Reservation held) {
    return new Reservation(
        held.orderId(),
        prefix + held.lineId(),
        held.sku(),
        held.node(),
        held.lot(),
        held.quantity(),
        held.sets(),
        held.shipmentId(),
        held.state());
  }
}
