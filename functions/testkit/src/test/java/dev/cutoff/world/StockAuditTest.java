package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.application.KeepingBooks.Kept;
import dev.cutoff.audit.application.Report;
import dev.cutoff.audit.application.StockBooks.Progress;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.exception.application.ResolvingStockException.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forty tees in the east; order DTC-1 is labelled and holds two of them. */
final class StockAuditTest {
  private static final Shelf TEE = Shelf.of(new Sku("TEE-BLK-M"), new NodeId("EAST"));

  private final World world = new World().on("EAST", "TEE-BLK-M", 40);

  private Order labelled(String number) {
    Order received = AnOrder.numbered(number).line("TEE-BLK-M", 2).received();
    world.orders.save(null, received, List.of());
    Order reserved = Stage.reserved(received, "EAST");
    world.stock.reserve(Stage.reservations(reserved, "EAST"), SafetyStock.NONE, now());
    world.orders.save(received, reserved, List.of());
    Order planned = Stage.planned(reserved);
    world.orders.save(reserved, planned, List.of());
    Order labelled = Stage.labelled(planned);
    world.orders.save(planned, labelled, List.of());
    return labelled;
  }

  private Cause now() {
    world.clock.advance(Duration.ofMinutes(1));
    return Cause.ours(world.clock.instant(), "test");
  }

  private Report audit() {
    world.clock.advance(Duration.ofMinutes(1));
    return world.auditing.audit(Progress.SILENT);
  }

  private StockLevel tees() {
    return world.stock.levels(List.of(TEE.sku())).getFirst();
  }

  private List<Reservation> held(Order order) {
    return world.stock.reservations(order.id());
  }

  private List<QueueEntry> queue() {
    return world.exceptions.open(null, null, null).items();
  }

  private Outcome resolve(Action action) {
    return world.resolvingStock.resolve((StockException) queue().getFirst(), action, "sam");
  }

  @Test
  void whatAddsUpIsClean() {
    labelled("1");
    Report report = audit();
    assertThat(report.findings()).isEmpty();
    assertThat(report.unsettled()).isEmpty();
    assertThat(report.shelves()).isEqualTo(1);
    assertThat(report.orders()).isEqualTo(1);
  }

  /** medusa#12401, magento/inventory#2078. */
  @Test
  void reservedQuantityDriftsBelowZeroAndTheAuditNamesProposesAndWhenToldRepairsIt() {
    Order order = labelled("1");
    StockLevel right = tees();
    world.stock.with(right.plus(0, -5, 0, 0));

    Report report = audit();
    Finding drift = report.drifts().getFirst();
    assertThat(drift.refusal().message())
        .isEqualTo(
            "The counters of TEE-BLK-M at EAST are not what its ledger sums up to: set reserved -3 → 2, available 43 → 38.");
    assertThat(drift.orders()).containsExactly(order.id());

    // Nothing is applied without being told: not by the audit, and not by its round.
    Kept kept = world.keeping.keep(report);
    assertThat(kept.raised()).hasSize(1);
    assertThat(tees().reserved()).isEqualTo(-3);

    assertThat(resolve(Action.APPLY_CORRECTION)).isInstanceOf(Outcome.Resolved.class);
    assertThat(tees()).isEqualTo(right);
    assertThat(queue()).isEmpty();
    assertThat(audit().findings()).isEmpty();
    assertThat(world.stock.ledger(TEE, world.clock.instant().minusSeconds(3_600)).getLast().cause())
        .satisfies(cause -> assertThat(cause.by()).isEqualTo("sam"));
  }

  @Test
  void aDriftIsOneEntryHoweverManyRoundsFindItAndLeavesTheQueueWhenItIsGone() {
    StockLevel right = tees();
    world.stock.with(right.plus(1, 0, 0, 0));
    world.keeping.keep(audit());
    world.stock.with(right.plus(3, 0, 0, 0));
    world.keeping.keep(audit());
    assertThat(queue()).hasSize(1);
    assertThat(queue().getFirst().refusal().facts()).containsEntry("onHand", "43");
    world.stock.with(right);
    world.keeping.keep(audit());
    assertThat(queue()).isEmpty();
  }

  @Test
  void aCorrectionOfAShelfThatMovedSinceIsNotDoneAndTheNextRoundSaysHowItIsNow() {
    world.stock.with(tees().plus(0, 3, 0, 0));
    world.keeping.keep(audit());
    labelled("1");
    assertThat(resolve(Action.APPLY_CORRECTION)).isInstanceOf(Outcome.Refused.class);
    assertThat(tees().reserved()).isEqualTo(5);
    world.keeping.keep(audit());
    assertThat(resolve(Action.APPLY_CORRECTION)).isInstanceOf(Outcome.Resolved.class);
    assertThat(tees().reserved()).isEqualTo(2);
  }

  @Test
  void whoLetsTheClockRunOutHandsOverToTheNextOwner() {
    world.stock.with(tees().plus(1, 0, 0, 0));
    for (String owner : List.of("floor lead", "operations", "owner", "owner")) {
      world.keeping.keep(audit());
      assertThat(queue().getFirst().owner()).isEqualTo(owner);
      world.clock.advance(Duration.ofHours(5));
      world.keeping.keep(audit());
    }
  }

  @Test
  void unitsHeldForAShipmentThatLeftAreNamedAndConsumedWhenTold() {
    Order labelled = labelled("1");
    Order shipped = Stage.shipped(labelled, world.clock.instant());
    world.orders.save(labelled, shipped, List.of());
    world.keeping.keep(audit());
    assertThat(queue().getFirst().refusal().reason()).isEqualTo(Reason.RESERVATION_ASTRAY);
    assertThat(held(shipped).getFirst().state()).isEqualTo(Reservation.State.RESERVED);
    resolve(Action.APPLY_CORRECTION);
    assertThat(held(shipped).getFirst().state()).isEqualTo(Reservation.State.CONSUMED);
    assertThat(tees().onHand()).isEqualTo(38);
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void unitsHeldForAnOrderThatNobodyKnowsAreNamedAndGivenBackWhenTold() {
    Order never = Stage.reserved(AnOrder.numbered("9").line("TEE-BLK-M", 2).received(), "EAST");
    world.stock.reserve(Stage.reservations(never, "EAST"), SafetyStock.NONE, now());
    world.keeping.keep(audit());
    StockException entry = (StockException) queue().getFirst();
    assertThat(entry.orders()).containsExactly(new OrderId("DTC-9"));
    resolve(Action.APPLY_CORRECTION);
    assertThat(tees().reserved()).isZero();
  }

  @Test
  void anOrderServedByNothingIsNamedAndReservesAnewWhenTold() {
    Order order = labelled("1");
    world.stock.release(held(order), now());
    Report report = audit();
    assertThat(report.drifts().getFirst().refusal().message())
        .isEqualTo(
            "Shipment SHP-DTC-1-1 of order DTC-1 is to take 2 of TEE-BLK-M at EAST, and 0 are held for it.");
    world.keeping.keep(report);
    assertThat(world.order(order.id()).replan()).isFalse();
    assertThat(resolve(Action.APPLY_CORRECTION)).isInstanceOf(Outcome.Resolved.class);
    assertThat(world.order(order.id()).replan()).isTrue();
    assertThat(audit().findings()).isEmpty();
  }

  @Test
  void anOrderThatWasMendedMeanwhileIsNotCorrected() {
    Order labelled = labelled("1");
    Order shipped = Stage.shipped(labelled, world.clock.instant());
    world.orders.save(labelled, shipped, List.of());
    world.keeping.keep(audit());
    world.stock.consume(held(shipped), now());
    assertThat(resolve(Action.APPLY_CORRECTION)).isInstanceOf(Outcome.Refused.class);
    assertThat(tees().onHand()).isEqualTo(38);
    world.keeping.keep(audit());
    assertThat(queue()).isEmpty();
  }

  @Test
  void anOrderThatIsStillOnItsWayIsNoDrift() {
    Order received = AnOrder.numbered("1").line("TEE-BLK-M", 2).received();
    world.orders.save(null, received, List.of());
    // The units are taken, and the order's row has not followed yet.
    world.stock.reserve(
        Stage.reservations(Stage.reserved(received, "EAST"), "EAST"), SafetyStock.NONE, now());
    assertThat(audit().findings()).isEmpty();
  }
}
