package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.application.StockBooks;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.Outstanding;
import dev.cutoff.plan.application.PlannedLoads.State;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.testkit.ForAll;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The laws of the design, over random histories. */
final class HistoryTest {
  private static final int SEEDS = Integer.getInteger("cutoff.histories", 400);
  private static final Set<OrderState> ENDS =
      EnumSet.of(OrderState.DELIVERED, OrderState.CANCELLED, OrderState.RETURNED);

  @Test
  void whateverHappensNoOrderIsLostAndTheLawsHold() {
    ForAll.seeds(
        SEEDS,
        random -> {
          History history = new History(random);
          try {
            history.run(60 + random.nextInt(200));
            history.calm();
            neverNowhere(history);
            history.people();
            history.deliverAll();
            atTheEnd(history);
          } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(
                broken.getMessage() + "\n" + String.join("\n", history.log), broken);
          }
        });
  }

  /** Law 6, with nobody but the sweeper and the clock at work. */
  private static void neverNowhere(History history) {
    World world = history.world;
    for (OrderId id : history.watch.accepted().keySet()) {
      boolean queued = isQueued(world, id);
      Order order = world.orders.find(id).orElse(null);
      if (order == null) {
        assertThat(queued).as("%s was accepted and is nowhere", id).isTrue();
        continue;
      }
      boolean waits = order.paymentWait() != null && isRunning(history, id);
      // Of what is being undone the list knows nothing any more.
      boolean undone = order.cancellation() != null;
      assertThat(!order.waits() || undone || world.backorders.find(id).isPresent())
          .as("%s waits in no list: %s; %s", id, order, world.orders.timeline(id))
          .isTrue();
      assertThat(!Outstanding.any(order) || queued || waits)
          .as(
              "%s is %s and nobody works on it: %s; %s",
              id, order.state(), order, world.orders.timeline(id))
          .isTrue();
    }
  }

  private static void atTheEnd(History history) {
    World world = history.world;
    everyAcceptedOrderIsOneAndEnds(history);
    world
        .orders
        .all()
        .forEach(order -> {
          labelsAreOwned(world, order);
          published(world, order);
          notCancelledByTimeWhenPaid(history, order);
          shippedAsOrdered(history, order);
        });
    everyLabelHasARow(world);
    assertThat(world.auditing.audit(StockBooks.Progress.SILENT).drifts())
        .as("what the audit finds")
        .isEmpty();
    Supply.whoWaitsIsListed(world);
    Supply.promisesAddUp(world);
    placesAreTakenOnce(world);
  }

  /** A place of a node's day is taken by what is planned or left, by nothing else. */
  private static void placesAreTakenOnce(World world) {
    if (world.merchants.current().node(new NodeId("EAST")).hours().parcelsPerHour() == null) {
      assertThat(world.loads.all()).isEmpty();
      return;
    }
    Set<String> expected = new TreeSet<>();
    for (Order order : world.orders.all()) {
      for (Shipment shipment : order.openShipments()) {
        List<PlannedParcel> parcels =
            shipment instanceof Shipment.Planned planned
                ? planned.parcels()
                : shipment.paidParcels().stream().map(Parcel::plan).toList();
        boolean left =
            shipment instanceof Shipment.Shipped || shipment instanceof Shipment.Delivered;
        if (!parcels.isEmpty()) {
          expected.add(
              "%s %s %s %s %d %s"
                  .formatted(
                      shipment.node(),
                      parcels.getFirst().shipDate(),
                      shipment.id(),
                      parcels.getFirst().carrier(),
                      parcels.size(),
                      left ? State.DONE : State.PLANNED));
        }
      }
    }
    assertThat(
            world.loads.all().stream()
                .map(load ->
                    "%s %s %s %s %d %s"
                        .formatted(
                            load.node(),
                            load.day(),
                            load.shipment(),
                            load.carrier(),
                            load.parcels(),
                            load.state()))
                .sorted())
        .as("places that are taken")
        .containsExactlyElementsOf(expected);
  }

  /** Laws 3 and 6. */
  private static void everyAcceptedOrderIsOneAndEnds(History history) {
    World world = history.world;
    assertThat(world.orders.all().stream().map(order -> order.document().externalId()))
        .doesNotHaveDuplicates();
    for (OrderId id : history.watch.accepted().keySet()) {
      Order order = world.order(id);
      assertThat(ENDS.contains(order.state()) || isQueued(world, id))
          .as("%s ended as %s: %s", id, order.state(), order)
          .isTrue();
      if (ENDS.contains(order.state())) {
        assertThat(isQueued(world, id)).as("%s ended and is in the queue", id).isFalse();
        assertThat(world.stock.reservations(id))
            .as("%s ended and holds units", id)
            .noneMatch(each -> each.state() == Reservation.State.RESERVED);
      }
    }
  }

  /** Law 4: used, voided or listed. */
  private static void labelsAreOwned(World world, Order order) {
    Set<String> used =
        order.openShipments().stream()
            .flatMap(shipment -> shipment.paidParcels().stream())
            .map(Parcel::labelId)
            .collect(Collectors.toSet());
    for (Attempt attempt : world.attempts.all()) {
      if (attempt.orderId().equals(order.id()) && ENDS.contains(order.state())) {
        String label = attempt.labelId();
        assertThat(attempt.state()).as("%s", attempt).isNotEqualTo(LabelAttempts.State.BEGUN);
        assertThat(attempt.state() == LabelAttempts.State.BOUGHT)
            .isEqualTo(label != null && used.contains(label));
      }
    }
  }

  private static void everyLabelHasARow(World world) {
    Map<String, Attempt> byReference = new TreeMap<>();
    world.attempts.all().forEach(attempt -> byReference.put(attempt.reference(), attempt));
    List<String> references =
        world.carriers.sold().stream().map(sold -> sold.request().reference()).toList();
    assertThat(references).as("bought twice").doesNotHaveDuplicates();
    for (ScriptedCarriers.Sold sold : world.carriers.sold()) {
      Attempt owner = byReference.get(sold.request().reference());
      if (owner == null) {
        throw new AssertionError(sold + " has no row");
      }
      assertThat(owner.state())
          .isIn(
              LabelAttempts.State.BOUGHT,
              LabelAttempts.State.VOIDED,
              LabelAttempts.State.ORPHAN,
              LabelAttempts.State.BEGUN);
      assertThat(owner.state() == LabelAttempts.State.VOIDED)
          .as("%s, %s", sold, owner)
          .isEqualTo(sold.voided());
    }
  }

  /** Law 7, first half. */
  private static void published(World world, Order order) {
    Set<String> keys =
        world.announcements.published().stream().map(Announcement::key).collect(Collectors.toSet());
    if (order.state() == OrderState.CANCELLED) {
      assertThat(keys).contains(order.id() + "##cancelled");
    }
    if (order.state() == OrderState.DELIVERED) {
      order
          .openShipments()
          .forEach(shipment -> {
            assertThat(keys).contains(order.id() + "#" + shipment.id() + "#shipped");
            shipment
                .paidParcels()
                .forEach(parcel ->
                    assertThat(keys)
                        .contains(order.id() + "#" + parcel.plan().parcelId() + "#delivered"));
          });
    }
  }

  /** Law 9, second half. */
  private static void notCancelledByTimeWhenPaid(History history, Order order) {
    Order.Cancellation cancellation = order.cancellation();
    if (cancellation == null || !cancellation.why().equals("not paid in time")) {
      return;
    }
    Map<OrderDocument, Instant> accepted =
        history.watch.accepted().getOrDefault(order.id(), Map.of());
    accepted.forEach((document, at) -> {
      boolean newest =
          accepted.keySet().stream()
              .filter(each ->
                  accepted.getOrDefault(each, Instant.MAX).isBefore(cancellation.requestedAt()))
              .noneMatch(each -> each.updatedAt().isAfter(document.updatedAt()));
      assertThat(newest && document.payment().settled() && at.isBefore(cancellation.requestedAt()))
          .as("%s was paid at %s and cancelled at %s", order.id(), at, cancellation.requestedAt())
          .isFalse();
    });
  }

  /** What left is what the store's newest version wanted, unless it was changed after it left. */
  private static void shippedAsOrdered(History history, Order order) {
    List<OrderDocument> then = history.watch.atHandOver.getOrDefault(order.id(), List.of());
    if (order.state() != OrderState.DELIVERED || then.isEmpty()) {
      return;
    }
    // Edited up, handed over and edited down again: what left in between was wanted then.
    if (then.stream().allMatch(order.document()::shipsLike) && !order.document().calledOff()) {
      Map<String, Long> wanted =
          order.document().physicalLines().stream()
              .collect(
                  Collectors.toMap(OrderLine::lineId, OrderLine::open, Long::sum, TreeMap::new));
      assertThat(Watch.left(order))
          .as("%s shipped; %s; %s", order.id(), order, history.world.orders.timeline(order.id()))
          .isEqualTo(wanted);
    }
  }

  private static boolean isQueued(World world, OrderId id) {
    return world.exceptions.of(id).stream()
        .anyMatch(each -> each.resolution() == null && !each.owner().isBlank());
  }

  private static boolean isRunning(History history, OrderId id) {
    return history.machine.all().stream().anyMatch(run -> run.orderId.equals(id) && !run.ended());
  }
}
