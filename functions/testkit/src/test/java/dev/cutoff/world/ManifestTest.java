package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.carrier.application.PickupAnswer;
import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.ManifestId;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.NodeDock;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.PackOutcome;
import dev.cutoff.shipment.application.Packing;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three mugs leave EAST with swift on Monday; the cutoff is at 16:00 in Newark. */
final class ManifestTest {
  private static final Instant CUTOFF = Instant.parse("2026-11-23T21:00:00Z");
  private static final ManifestId MONDAY =
      new ManifestId(new NodeId("EAST"), "swift", LocalDate.parse("2026-11-23"));
  private static final ManifestId TUESDAY =
      new ManifestId(new NodeId("EAST"), "swift", LocalDate.parse("2026-11-24"));
  private static final List<OrderId> ORDERS =
      List.of(new OrderId("DTC-1"), new OrderId("DTC-2"), new OrderId("DTC-3"));

  private Machine machine = new Machine(() -> true);
  private World world = new World(machine);

  @BeforeEach
  void open() {
    open(new NodeDock(true, false, Set.of()));
  }

  private void open(NodeDock dock) {
    machine = new Machine(() -> true);
    world = new World(machine);
    machine.runs(world);
    world.merchants.put(Docks.shop(dock, DockRules.PLAIN));
    world.on("EAST", "MUG-WHT", 9);
    for (OrderId id : ORDERS) {
      world.receive(AnOrder.numbered(id.value().substring("DTC-".length())).line("MUG-WHT", 1));
    }
    goOn();
    world.clock.advance(Duration.ofMinutes(30));
    goOn();
  }

  @Test
  void closingTheDayIsTheHandOver() {
    assertThat(world.docks.watch().closed()).isZero();
    assertThat(states()).containsOnly(OrderState.LABELLED);

    atCutoff();
    assertThat(world.docks.watch().failed()).isEmpty();

    assertThat(states()).containsOnly(OrderState.SHIPPED);
    Manifest manifest = manifest(MONDAY);
    assertThat(manifest.state()).isEqualTo(Manifest.State.DONE);
    assertThat(manifest.entries()).hasSize(3);
    assertThat(world.objects.get(String.valueOf(manifest.document()))).isPresent();
    assertThat(world.announcements.whats().stream().filter("shipped"::equals)).hasSize(3);
    assertThat(queue()).isEmpty();
  }

  @Test
  void againIsTheSameManifestAndTheCarrierIsAskedOnce() {
    atCutoff();
    world.docks.watch();
    Manifest first = manifest(MONDAY);
    world.clock.advance(Duration.ofMinutes(5));
    assertThat(world.docks.watch().closed()).isZero();
    var _ = world.closing.close(MONDAY, CUTOFF, "sam");

    assertThat(manifest(MONDAY)).isEqualTo(first);
    assertThat(world.carriers.manifested()).containsExactly("MAN-EAST-swift-2026-11-23");
  }

  @Test
  void aDayOnWhichNothingLeavesIsClosedWithoutTheCarrier() {
    atCutoff();
    world.docks.watch();
    ManifestId parcelway = new ManifestId(MONDAY.node(), "parcelway", MONDAY.date());
    assertThat(manifest(parcelway).state()).isEqualTo(Manifest.State.DONE);
    assertThat(world.carriers.manifested()).noneMatch(each -> each.contains("parcelway"));
  }

  /** Where a scan is the hand-over, the day is closed only where somebody asks for it. */
  @Test
  void aNodeThatHandsOverByScanIsNotShippedByAManifest() {
    open(NodeDock.PLAIN);
    atCutoff();
    assertThat(world.docks.watch().closed()).isZero();
    var _ = world.closing.close(MONDAY, CUTOFF, "sam");
    assertThat(manifest(MONDAY).entries()).hasSize(3);
    assertThat(states()).containsOnly(OrderState.LABELLED);
  }

  @Test
  void whatTheCarrierLeftOutIsNamedAndGoesWithTheNextTruck() {
    world.carriers.closeDay(request ->
        new ManifestAnswer.Closed(
            "M1", Optional.of(new byte[] {1}), List.of(request.labels().getFirst().labelId())));
    atCutoff();
    world.docks.watch();

    assertThat(states())
        .containsExactlyInAnyOrder(OrderState.LABELLED, OrderState.SHIPPED, OrderState.SHIPPED);
    DockException named = (DockException) queue().getFirst();
    assertThat(named.refusal().reason()).isEqualTo(Reason.MANIFEST_MISSED);
    assertThat(named.refusal().message())
        .contains("left out by the carrier")
        .contains("2026-11-24T21:00");

    world.carriers.closeDay(
        request -> new ManifestAnswer.Closed("M2", Optional.empty(), List.of()));
    world.clock.advance(Duration.ofDays(1));
    world.docks.watch();
    assertThat(manifest(TUESDAY).entries()).hasSize(1);
    assertThat(states()).containsOnly(OrderState.SHIPPED);
    assertThat(queue())
        .as("and nobody has scanned anything of Monday")
        .extracting(each -> each.refusal().reason())
        .containsExactly(Reason.PICKUP_MISSED);
  }

  @Test
  void aCarrierThatDoesNotCloseTheDayIsAskedAgainUnderTheSameReference() {
    world.carriers.closeDay(request -> new ManifestAnswer.Refused("too early"));
    atCutoff();
    assertThat(world.docks.watch().refused()).isEqualTo(1);
    assertThat(queue())
        .extracting(each -> each.refusal().reason())
        .containsExactly(Reason.MANIFEST_REFUSED);
    assertThat(states()).containsOnly(OrderState.LABELLED);

    world.carriers.closeDay(request -> {
      throw NoAnswer.unreachable();
    });
    assertThat(world.docks.watch().failed()).hasSize(1);

    world.carriers.closeDay(request -> new ManifestAnswer.NotWanted());
    world.docks.watch();
    assertThat(world.carriers.manifested()).hasSize(3).containsOnly(MONDAY.reference());
    assertThat(states()).containsOnly(OrderState.SHIPPED);
  }

  @Test
  void anOrderThatIsCancelledWhileTheDayIsClosedIsStoppedAndNotShipped() {
    world.seam.meanwhile(
        "after Manifests.create", () -> world.cancelling.cancel(ORDERS.getFirst(), "person", "no"));
    atCutoff();
    world.docks.watch();
    goOn();

    assertThat(world.order(ORDERS.getFirst()).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(queue())
        .extracting(each -> each.refusal().reason())
        .contains(Reason.VOID_LABEL_SCANNED, Reason.MANIFEST_MISSED);
    assertThat(states().stream().filter(OrderState.SHIPPED::equals)).hasSize(2);
  }

  @Test
  void whatWasNotPackedIsNamedWithTheTruckItMissed() {
    open(new NodeDock(true, true, Set.of()));
    atCutoff();
    world.docks.watch();
    assertThat(queue())
        .singleElement()
        .satisfies(each ->
            assertThat(each.refusal().message()).contains("3 shipment(s)").contains("not packed"));
    world.sweeping.sweep();
    goOn();
    assertThat(world.order(ORDERS.getFirst()).shipments().getFirst())
        .isInstanceOfSatisfying(
            Shipment.Planned.class, planned -> assertThat(planned.shipBy()).isAfter(CUTOFF));
  }

  @Test
  void aCourierIsBookedOnceUnderAKeyAndOneThatDoesNotComeIsTold() {
    open(new NodeDock(true, false, Set.of("swift")));
    world.carriers.come(request -> new PickupAnswer.Booked("PRN-7"));
    atCutoff();
    world.docks.watch();
    world.docks.watch();
    assertThat(world.carriers.pickups()).containsExactly("PU-EAST-swift-2026-11-23");
    assertThat(manifest(MONDAY).pickup()).isEqualTo("PRN-7");

    open(new NodeDock(true, false, Set.of("swift")));
    world.carriers.come(request -> new PickupAnswer.Refused("closed for the day"));
    atCutoff();
    world.docks.watch();
    assertThat(queue())
        .singleElement()
        .satisfies(each -> assertThat(each.refusal().message()).contains("closed for the day"));
    assertThat(states()).containsOnly(OrderState.SHIPPED);
  }

  @Test
  void aWholeManifestWithoutAScanIsOneExceptionThatTheFirstScanEnds() {
    atCutoff();
    world.docks.watch();
    world.clock.advance(Duration.ofHours(11));
    world.docks.watch();
    assertThat(queue()).isEmpty();

    world.clock.advance(Duration.ofHours(2));
    assertThat(world.docks.watch().missed()).isEqualTo(1);
    world.docks.watch();
    assertThat(queue())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.refusal().reason()).isEqualTo(Reason.PICKUP_MISSED);
          assertThat(each.refusal().message()).contains("3 parcel(s)");
        });

    String number =
        world
            .order(ORDERS.getLast())
            .shipments()
            .getFirst()
            .paidParcels()
            .getFirst()
            .trackingNumber();
    var _ = world.scan("swift", "s1 " + number + " ACCEPTED 2026-11-24T10:00:00Z");
    assertThat(world.docks.watch().missed()).isZero();
    assertThat(queue()).isEmpty();
    assertThat(manifest(MONDAY).firstScanAt()).isEqualTo(Instant.parse("2026-11-24T10:00:00Z"));
  }

  /** Reported: a label could not be voided the day after: it was already manifested (USPS#37). */
  @Test
  void aLabelThatIsOnAManifestIsNotVoidedForAnotherWeight() {
    open(NodeDock.PLAIN);
    var _ = world.closing.close(MONDAY, CUTOFF, "sam");
    var outcome =
        world.packing.pack(
            new Packing(
                world.order(ORDERS.getFirst()).shipments().getFirst().id(),
                List.of(new Packing.OnBench(null, null, 9_000)),
                true,
                "bench 2"));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PackOutcome.Refused.class,
            refused -> assertThat(refused.why()).contains("can't be voided any more"));
    assertThat(world.carriers.sold()).noneMatch(ScriptedCarriers.Sold::voided);
  }

  @Test
  void whoDiesBetweenAnyTwoStepsIsFollowedByTheNextRound() {
    int points = 0;
    for (int at = 1; ; at++) {
      open(new NodeDock(true, false, Set.of("swift")));
      world.carriers.come(request -> new PickupAnswer.Booked("PRN-" + request.reference()));
      world.carriers.closeDay(request ->
          new ManifestAnswer.Closed("M-" + request.reference(), Optional.empty(), List.of()));
      atCutoff();
      AtomicInteger left = new AtomicInteger(at);
      world.seam.on(point -> {
        if (left.decrementAndGet() == 0) {
          throw new Seam.Crash(point);
        }
      });
      try {
        world.docks.watch();
      } catch (Seam.Crash died) {
        points++;
      }
      world.seam.quiet();
      world.clock.advance(Duration.ofMinutes(5));
      world.docks.watch();

      assertThat(manifest(MONDAY).state()).as("crash " + at).isEqualTo(Manifest.State.DONE);
      assertThat(manifest(MONDAY).carriersId()).isEqualTo("M-" + MONDAY.reference());
      assertThat(manifest(MONDAY).pickup()).isEqualTo("PRN-" + MONDAY.pickupReference());
      assertThat(world.carriers.manifested()).containsOnly(MONDAY.reference());
      assertThat(states()).as("crash " + at).containsOnly(OrderState.SHIPPED);
      assertThat(world.stock.levels(List.of(new Sku("MUG-WHT"))).getFirst().onHand())
          .as("crash " + at)
          .isEqualTo(6);
      for (OrderId id : ORDERS) {
        assertThat(world.announcements.published())
            .anyMatch(
                each -> each.orderId().equals(id) && each.what().wireName().equals("shipped"));
      }
      if (left.get() > 0) {
        break;
      }
    }
    assertThat(points).isGreaterThan(30);
  }

  private void atCutoff() {
    world.clock.advance(Duration.between(world.clock.instant(), CUTOFF).plusSeconds(30));
  }

  private List<OrderState> states() {
    return ORDERS.stream().map(id -> world.order(id).state()).toList();
  }

  private Manifest manifest(ManifestId id) {
    return world.manifests.find(id).orElseThrow();
  }

  private List<QueueEntry> queue() {
    return world.exceptions.open(null, null, null).items();
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }
}
