package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.dock.application.ScanningAtDock.Code;
import dev.cutoff.dock.application.ScanningAtDock.Outcome;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.testkit.AnOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parcel on its way to the truck: a good one leaves, one with a void label does not. */
final class DockScanTest {
  private final World world = new World();
  private final AnOrder order = AnOrder.numbered("1").line("MUG-WHT", 1);
  private ShipmentId shipment = ShipmentId.of(order.id(), 1);
  private String number = "";
  private String carrier = "";

  @BeforeEach
  void labelled() {
    world.on("EAST", "MUG-WHT", 9).on("WEST", "MUG-WHT", 9);
    world.receive(order);
    var _ = world.ingesting.ingest(order.id());
    var _ = world.reserving.reserve(order.id(), false);
    var _ = world.planning.plan(order.id());
    var _ = world.labelling.label(order.id(), 1);
    Shipment labelled = world.order(order.id()).shipments().getFirst();
    shipment = labelled.id();
    carrier = labelled.paidParcels().getFirst().plan().carrier();
    number = labelled.paidParcels().getFirst().trackingNumber();
  }

  @Test
  void aGoodParcelIsHandedOverByWhateverTheScannerReads() {
    List<Code> codes =
        List.of(
            new Code.TrackingNumber(number),
            new Code.Parcel(shipment.parcel(1)),
            new Code.WholeShipment(shipment));
    for (Code code : codes) {
      assertThat(scan(code)).isInstanceOf(Outcome.HandedOver.class);
    }
    assertThat(world.order(order.id()).state()).isEqualTo(OrderState.SHIPPED);
    assertThat(queue()).isEmpty();
  }

  /** Reported: order shown complete before hand-over (bopis#706). */
  @Test
  void anOrderIsNotShownCompleteBeforeItsHandOver() {
    var _ = world.announcing.announce(order.id());
    assertThat(world.order(order.id()).state()).isEqualTo(OrderState.LABELLED);
    assertThat(world.announcements.published())
        .noneMatch(each -> each.what().name().equals("SHIPPED"));
    var _ = scan(new Code.TrackingNumber(number));
    assertThat(world.order(order.id()).state()).isEqualTo(OrderState.SHIPPED);
  }

  @Test
  void aParcelOfACancelledOrderIsStoppedBeforeAndAfterItsLabelIsVoid() {
    var _ = world.cancelling.cancel(order.id(), "person", "changed my mind");

    assertThat(scan(new Code.WholeShipment(shipment))).isInstanceOf(Outcome.Stopped.class);
    var _ = world.compensating.compensate(order.id());

    for (Code code :
        List.of(
            new Code.TrackingNumber(number),
            new Code.Parcel(shipment.parcel(1)),
            new Code.WholeShipment(shipment))) {
      assertThat(scan(code))
          .isInstanceOfSatisfying(
              Outcome.Stopped.class,
              stopped -> assertThat(stopped.why()).contains("stop the parcel"));
    }
    assertThat(world.order(order.id()).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(queue())
        .allMatch(each -> each.refusal().reason() == Reason.VOID_LABEL_SCANNED)
        .hasSize(3);
  }

  @Test
  void aParcelWhoseOrderWasReaddressedIsStopped() {
    world.clock.advance(java.time.Duration.ofMinutes(1));
    world.receive(order.line("MUG-WHT", 2).updatedAt(world.clock.instant()));
    assertThat(world.order(order.id()).replan()).isTrue();

    assertThat(scan(new Code.TrackingNumber(number))).isInstanceOf(Outcome.Stopped.class);
    assertThat(queue()).hasSize(1);
  }

  @Test
  void aVoidParcelThatTheCarrierScansIsNamedOnceUntilSomebodyLookedAfterIt() {
    var _ = world.cancelling.cancel(order.id(), "person", "changed my mind");
    var _ = world.compensating.compensate(order.id());

    for (int i = 0; i < 2; i++) {
      var _ = world.scan(carrier, "s" + i + " " + number + " IN_TRANSIT 2026-11-24T09:00:00Z");
    }

    DockException named = (DockException) queue().getFirst();
    assertThat(queue()).hasSize(1);
    assertThat(named.refusal().message()).contains(number).contains("by " + carrier);
    assertThat(named.orders()).containsExactly(order.id());
    var done = new DismissingDockException(world.exceptions, world.clock);
    assertThat(done.dismiss(named, Action.RETRY, "sam"))
        .isInstanceOf(DismissingDockException.Outcome.NotPossible.class);
    assertThat(done.dismiss(named, Action.DISMISS, "sam"))
        .isInstanceOf(DismissingDockException.Outcome.Dismissed.class);
    assertThat(queue()).isEmpty();
  }

  @Test
  void aCodeThatNobodyKnowsIsNotFound() {
    assertThat(scan(new Code.TrackingNumber("1Z000"))).isInstanceOf(Outcome.NotFound.class);
    assertThat(scan(new Code.Parcel("garbage"))).isInstanceOf(Outcome.NotFound.class);
    assertThat(scan(new Code.Parcel("SHP-DTC-77-1-1"))).isInstanceOf(Outcome.NotFound.class);
  }

  private Outcome scan(Code code) {
    return world.dock.scan(code, world.clock.instant(), "dock 2");
  }

  private List<QueueEntry> queue() {
    return world.exceptions.open(null, null, null).items();
  }
}
