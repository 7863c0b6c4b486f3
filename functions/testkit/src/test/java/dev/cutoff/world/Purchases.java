package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Orders whose labels are bought from a carrier at its worst: some are cancelled meanwhile, people
 * retry what is held, and where the process may die it does so at any call of a port.
 */
final class Purchases {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration VOID_WITHIN = Duration.ofDays(28);
  private static final Set<Reason> BY_THEMSELVES =
      Set.of(Reason.LABEL_UNSETTLED, Reason.CARRIER_DOWN);

  final FaultyCarrier carrier;
  final World world;
  final Set<String> points = new HashSet<>();
  final Set<String> diedAt = new HashSet<>();
  private final Machine machine;
  private final RandomGenerator random;
  private final int orders;
  private boolean mayDie;

  /**
   * So many orders.
   *
   * @param mayDie whether processes die
   */
  Purchases(RandomGenerator random, int orders, boolean mayDie) {
    this.random = random;
    this.orders = orders;
    machine = new Machine(random::nextBoolean);
    carrier = new FaultyCarrier(random);
    world = new World(machine, carrier);
    carrier.tells(world.clock);
    machine.runs(world);
    world.merchants.put(shop());
    world.on("EAST", "TEE-BLK-M", 10L * orders);
    for (int i = 1; i <= orders; i++) {
      var _ = world.receive(AnOrder.numbered(String.valueOf(i)).line("TEE-BLK-M", 1));
    }
    this.mayDie = mayDie;
    world.seam.on(this::at);
  }

  static Merchant shop() {
    Merchant usual = AMerchant.shop();
    Carrier swift = usual.carriers().get("swift");
    if (swift == null) {
      throw new AssertionError("no swift");
    }
    CarrierAccount account =
        new CarrierAccount(null, "swift-api", "", FaultyCarrier.SETTLE, VOID_WITHIN, Map.of());
    return AMerchant.standard()
        .withoutCarrier("parcelway")
        .carrier(
            new Carrier(
                swift.id(),
                swift.name(),
                "faulty",
                swift.secretName(),
                swift.pickupDays(),
                swift.deliveryDays(),
                swift.services(),
                swift.limits(),
                account))
        .build();
  }

  private void at(String point) {
    points.add(point);
    if (mayDie && random.nextInt(100) == 0) {
      diedAt.add(point);
      throw new Seam.Crash(point);
    }
  }

  /** A wild time, a calm one until every deadline has passed, and then all must add up. */
  void play() {
    for (int round = 0; round < 12; round++) {
      work(orders * 3);
      if (random.nextInt(3) == 0) {
        cancelSome();
      }
      pass(MINUTE.multipliedBy(1 + random.nextInt(20)));
    }
    mayDie = false;
    carrier.calm();
    for (int round = 0; round < 30; round++) {
      work(orders * 10);
      pass(MINUTE.multipliedBy(30));
    }
    for (int day = 0; day < 28; day++) {
      pass(Duration.ofDays(1));
      work(orders * 10);
    }
    addUp();
  }

  private void work(int steps) {
    for (int i = 0; i < steps; i++) {
      List<Machine.Run> runnable = machine.runnable();
      if (runnable.isEmpty()) {
        return;
      }
      machine.step(runnable.get(random.nextInt(runnable.size())));
      world.clock.advance(Duration.ofMillis(20));
    }
  }

  private void cancelSome() {
    for (Order order : world.orders.all()) {
      if (random.nextInt(15) == 0) {
        alone(() -> {
          var _ = world.cancelling.cancel(order.id(), "person", "changed my mind");
        });
      }
    }
  }

  private void pass(Duration time) {
    world.clock.advance(time);
    machine.wake();
    machine.timeOut(world.clock.instant());
    alone(() -> {
      var _ = world.sweeping.sweep();
    });
    alone(() -> {
      var _ = world.settlingLabels.settle(MINUTE);
    });
    alone(() -> {
      var _ = world.resumingLabels.resume();
    });
    people();
  }

  /** People retry what does not go on by itself, and only that. */
  private void people() {
    String cursor = null;
    do {
      var page = world.exceptions.open(null, null, cursor);
      page.items().stream()
          .filter(OpenException.class::isInstance)
          .map(OpenException.class::cast)
          .filter(each -> !BY_THEMSELVES.contains(each.refusal().reason()))
          .forEach(each ->
              alone(() -> {
                boolean late = each.actions().contains(Action.SHIP_LATE);
                var _ =
                    world.resolving.resolve(
                        each.id(), late ? Action.SHIP_LATE : Action.RETRY, null, "person");
              }));
      cursor = page.cursor();
    } while (cursor != null);
  }

  /** Whoever called dies with it, or tries later. */
  private static void alone(Runnable action) {
    try {
      action.run();
    } catch (TryAgainLater | Seam.Crash gone) {
      // The next round does it.
    }
  }

  private void addUp() {
    Map<String, Attempt> owners = new HashMap<>();
    for (Attempt attempt : world.attempts.all()) {
      if (attempt.labelId() != null) {
        assertThat(owners.put(attempt.labelId(), attempt))
            .as("rows of %s", attempt.labelId())
            .isNull();
      }
    }
    Set<String> used =
        world.orders.all().stream()
            .flatMap(order -> order.openShipments().stream())
            .flatMap(shipment -> shipment.paidParcels().stream())
            .map(Parcel::labelId)
            .collect(Collectors.toSet());
    long paid = 0;
    Set<String> kept = new HashSet<>();
    for (FaultyCarrier.Entry sold : carrier.ledger()) {
      assertThat(owners).as("who owns %s", sold).containsKey(sold.labelId());
      Attempt owner = Objects.requireNonNull(owners.get(sold.labelId()));
      State state =
          sold.voided()
              ? State.VOIDED
              : used.contains(sold.labelId()) ? State.BOUGHT : State.ORPHAN;
      assertThat(owner.state()).as("%s, %s", sold, owner).isEqualTo(state);
      if (state == State.ORPHAN) {
        assertThat(sold.forEver()).as("an orphan that could be voided: %s", sold).isTrue();
        kept.add(owner.reference());
      }
      paid += sold.voided() ? 0 : sold.charged().amount();
    }
    assertThat(paid).as("paid").isEqualTo(wanted(used) + orphans(kept));
    everyOrderHasItsLabel();
    assertThat(world.loose.all().stream().map(Loose::reference))
        .as("the list of what somebody has to look after")
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(world.loose.all()).allMatch(each -> owned(each).voidBy() != null);
  }

  private Attempt owned(Loose place) {
    return world.attempts.of(place.shipmentId()).stream()
        .filter(each -> each.reference().equals(place.reference()))
        .findFirst()
        .orElseThrow();
  }

  private long wanted(Set<String> used) {
    return world.orders.all().stream()
        .flatMap(order -> order.openShipments().stream())
        .flatMap(shipment -> shipment.paidParcels().stream())
        .filter(parcel -> used.contains(parcel.labelId()))
        .map(Parcel::cost)
        .mapToLong(Money::amount)
        .sum();
  }

  private long orphans(Set<String> references) {
    return world.attempts.all().stream()
        .filter(each -> references.contains(each.reference()))
        .map(Attempt::cost)
        .mapToLong(cost -> cost == null ? 0 : cost.amount())
        .sum();
  }

  private void everyOrderHasItsLabel() {
    for (Order order : world.orders.all()) {
      if (order.cancellation() != null) {
        assertThat(order.openShipments()).as("%s was cancelled", order.id()).isEmpty();
      } else {
        assertThat(order.openShipments())
            .as("%s; %s", order.id(), world.orders.timeline(order.id()))
            .isNotEmpty()
            .allMatch(each -> each instanceof Shipment.Labelled it && it.parcels().size() == 1);
      }
    }
  }
}
