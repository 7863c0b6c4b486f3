package dev.cutoff.world;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.ReceivingWebhook;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A random history: stores deliver versions again and out of order, steps run again, processes die
 * at any call of a port, others work in between, people cancel and resolve, parcels move.
 */
final class History {
  private static final Duration SETTLED_AFTER = Duration.ofMinutes(10);

  final Machine machine;
  final World world;
  final List<StoreFront> stores = new ArrayList<>();
  final Watch watch;
  private final Supply supply;
  final List<String> log = new ArrayList<>();
  private final RandomGenerator random;
  private boolean wild = true;
  private int depth;

  History(RandomGenerator random) {
    this.random = random;
    machine = new Machine(random::nextBoolean);
    world = new World(machine);
    machine.runs(world);
    supply = new Supply(world, random);
    watch = new Watch(world);
    int orders = 1 + random.nextInt(4);
    for (int i = 1; i <= orders; i++) {
      stores.add(new StoreFront(random, i));
    }
    for (String node : List.of("EAST", "CENTRAL", "WEST")) {
      for (String sku : List.of("TEE-BLK-M", "MUG-WHT", "SOCKS-GRY")) {
        world.on(node, sku, random.nextInt(6));
      }
    }
    watch.opened();
    world.carriers.notFound(request -> notFound(request.reference()));
    world.carriers.refuse(request -> wild && random.nextInt(15) == 0 ? "not today" : "");
    world.carriers.refuseVoid(label -> wild && random.nextInt(8) == 0);
    world.seam.on(this::at);
  }

  /** Until a purchase has settled nobody can say that it was not made. */
  private FindAnswer notFound(String reference) {
    Instant begun =
        world.attempts.all().stream()
            .filter(each -> each.reference().equals(reference))
            .map(Attempt::begunAt)
            .findFirst()
            .orElse(Instant.EPOCH);
    Instant known = begun.plus(SETTLED_AFTER);
    return world.clock.instant().isBefore(known)
        ? new FindAnswer.NotYetKnown(known)
        : new FindAnswer.NotBought();
  }

  private void at(String point) {
    watch.look(point);
    if (!wild) {
      return;
    }
    int dice = random.nextInt(1_000);
    if (dice < 15) {
      log.add("  crash " + point);
      throw new Seam.Crash(point);
    }
    if (dice < 40 && depth < 2) {
      log.add("  meanwhile, " + point);
      depth++;
      try {
        nested();
      } finally {
        depth--;
      }
    }
  }

  void run(int steps) {
    for (int i = 0; i < steps; i++) {
      one();
    }
  }

  private void one() {
    int dice = random.nextInt(100);
    if (dice < 50) {
      List<Machine.Run> runnable = machine.runnable();
      if (!runnable.isEmpty()) {
        step(runnable.get(random.nextInt(runnable.size())));
      }
    } else if (dice < 60) {
      world.clock.advance(
          Duration.ofSeconds(random.nextInt(random.nextInt(5) == 0 ? 90_000 : 300)));
      machine.timeOut(world.clock.instant());
    } else {
      nested();
    }
    world.clock.advance(Duration.ofMillis(10));
  }

  /** What may happen at any time, also in the middle of something else. */
  private void nested() {
    int dice = random.nextInt(100);
    if (dice < 35) {
      deliver(store());
    } else if (dice < 55) {
      again();
    } else if (dice < 60) {
      anyOrder()
          .ifPresent(order ->
              act(
                  "cancel " + order.id(),
                  () -> {
                    var _ = world.cancelling.cancel(order.id(), "person", "changed my mind");
                  }));
    } else if (dice < 72) {
      resolveOne();
    } else if (dice < 82) {
      handOverOne();
    } else if (dice < 88) {
      scanOne();
    } else if (dice < 95) {
      act("sweep", this::sweep);
    } else {
      act("supply", () -> log.add("  " + supply.something()));
    }
  }

  private void step(Machine.Run run) {
    log.add(run.orderId + "-" + run.attempt + " " + run.state);
    watch.stepping(run.orderId, run.state, () -> machine.step(run));
  }

  private StoreFront store() {
    return stores.get(random.nextInt(stores.size()));
  }

  private void deliver(StoreFront store) {
    if (random.nextInt(4) == 0) {
      store.change();
    }
    receive(random.nextInt(3) == 0 ? store.newest() : store.any());
  }

  private void receive(OrderDocument document) {
    act(
        "webhook " + document.externalId() + " " + document.updatedAt(),
        () -> {
          ReceivingWebhook.Outcome outcome = world.receive(document);
          if (outcome instanceof ReceivingWebhook.Outcome.Taken taken) {
            watch.accepted(taken.orderId(), document);
          }
        });
  }

  private java.util.Optional<Order> anyOrder() {
    List<Order> all = world.orders.all();
    return all.isEmpty()
        ? java.util.Optional.empty()
        : java.util.Optional.of(all.get(random.nextInt(all.size())));
  }

  /** A step that was thought dead runs on, or runs twice. */
  private void again() {
    anyOrder()
        .ifPresent(order -> {
          OrderId id = order.id();
          int which = random.nextInt(6);
          boolean undone = order.cancellation() != null || order.document().payment().settled();
          String name =
              List.of("Ingest", "Reserve", "RateShop", "Label", "Notify", "Compensate").get(which);
          act(
              "again " + id + " " + name,
              () ->
                  watch.stepping(
                      id,
                      name,
                      () -> {
                        var _ =
                            switch (which) {
                              case 0 -> world.ingesting.ingest(id);
                              case 1 -> world.reserving.reserve(id, false);
                              case 2 -> world.planning.plan(id);
                              case 3 -> world.labelling.label(id, order.attempt());
                              case 4 -> world.announcing.announce(id);
                              default ->
                                  undone
                                      ? world.compensating.compensate(id)
                                      : world.announcing.announce(id);
                            };
                      }));
        });
  }

  private void resolveOne() {
    List<OpenException> open = heldOrders();
    if (!open.isEmpty()) {
      OpenException one = open.get(random.nextInt(open.size()));
      resolve(one, one.actions().get(random.nextInt(one.actions().size())));
    }
  }

  private List<OpenException> heldOrders() {
    return world.exceptions.open(null, null, null).items().stream()
        .filter(OpenException.class::isInstance)
        .map(OpenException.class::cast)
        .toList();
  }

  private void resolve(OpenException one, Action action) {
    act(
        "resolve " + one.id() + " " + action,
        () -> {
          var _ = world.resolving.resolve(one.id(), action, AnOrder.LOS_ANGELES, "person");
        });
  }

  private void handOverOne() {
    anyOrder()
        .ifPresent(order ->
            order
                .openShipments()
                .forEach(shipment -> {
                  if (random.nextBoolean() && shipment instanceof Shipment.Labelled) {
                    act(
                        "hand over " + shipment.id(),
                        () -> {
                          var _ =
                              world.handingOver.handOver(
                                  shipment.id(), world.clock.instant(), "floor");
                        });
                  }
                }));
  }

  private void scanOne() {
    anyOrder()
        .ifPresent(order ->
            order.openShipments().stream()
                .filter(
                    shipment -> !(shipment instanceof Shipment.Labelled) || random.nextInt(4) == 0)
                .flatMap(shipment -> shipment.paidParcels().stream())
                .findAny()
                .ifPresent(parcel -> {
                  TrackingStatus[] all = TrackingStatus.values();
                  TrackingStatus status = all[random.nextInt(all.length - 1)];
                  scan(parcel.plan().carrier(), parcel.trackingNumber(), status);
                }));
  }

  private void scan(String carrier, String tracking, TrackingStatus status) {
    String line = status + "-" + tracking + " " + tracking + " " + status;
    act(
        "scan " + line,
        () -> {
          var _ = world.scan(carrier, line + " " + world.clock.instant());
        });
  }

  /** Whoever called dies with it, or tries later. */
  private void act(String what, Runnable action) {
    log.add(what);
    try {
      action.run();
    } catch (TryAgainLater busy) {
      log.add("  later: " + busy.getMessage());
    } catch (Seam.Crash crash) {
      // Gone.
    }
  }

  /** No more crashes, every store delivers what it has: sweeper and clock alone go on. */
  void calm() {
    wild = false;
    for (StoreFront store : stores) {
      receive(store.newest());
    }
    settle(12);
  }

  /** People come: they count the shelves, mend, pay, and pick up. */
  void people() {
    for (String node : List.of("EAST", "CENTRAL", "WEST")) {
      for (String sku : List.of("TEE-BLK-M", "MUG-WHT", "SOCKS-GRY")) {
        watch.received(node, sku, 100);
      }
    }
    for (int round = 0; round < 25; round++) {
      stores.stream()
          .filter(store -> random.nextBoolean())
          .forEach(store -> {
            if (!store.gone()) {
              store.pay();
            }
            receive(store.newest());
          });
      for (OpenException open : heldOrders()) {
        boolean late = open.actions().contains(Action.SHIP_LATE);
        resolve(open, late ? Action.SHIP_LATE : Action.RETRY);
      }
      settle(3);
    }
  }

  void deliverAll() {
    for (Order order : world.orders.all()) {
      for (Shipment shipment : order.openShipments()) {
        act(
            "hand over " + shipment.id(),
            () -> {
              var _ = world.handingOver.handOver(shipment.id(), world.clock.instant(), "floor");
            });
        shipment
            .paidParcels()
            .forEach(parcel ->
                scan(parcel.plan().carrier(), parcel.trackingNumber(), TrackingStatus.DELIVERED));
      }
    }
  }

  private void settle(int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < 500 && !machine.runnable().isEmpty(); i++) {
        step(machine.runnable().getFirst());
        act("follow stock", supply::follow);
        world.clock.advance(Duration.ofSeconds(30));
      }
      world.clock.advance(SETTLED_AFTER.plusMinutes(1));
      machine.timeOut(world.clock.instant());
      act("sweep", this::sweep);
    }
  }

  private void sweep() {
    var swept = world.sweeping.sweep();
    supply.tend();
    var settled = world.settlingLabels.settle(Duration.ofMinutes(1));
    settled.failed().forEach(failed -> log.add("  not settled: " + failed));
    var resumed = world.resumingLabels.resume();
    resumed.failed().forEach(failed -> log.add("  not resumed: " + failed));
    swept.failed().forEach(failed -> log.add("  not helped: " + failed));
  }
}
