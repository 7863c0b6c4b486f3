package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.audit.application.Report;
import dev.cutoff.audit.application.StockBooks.Progress;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.StockLevel;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.Goods;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten syrups of a lot that may be used until 31 May 2027, and must then be good for ten days. */
final class ExpiredLotsTest {
  private static final Shelf SYRUP =
      new Shelf(new Sku("SYRUP"), new NodeId("EAST"), new Lot("L1", LocalDate.parse("2027-05-31")));

  private final World world = new World();

  @BeforeEach
  void openTheShop() {
    Item mug = Goods.MUG;
    Item syrup =
        new Item(
            SYRUP.sku(),
            "Maple syrup",
            mug.weightGrams(),
            mug.size(),
            mug.barcode(),
            mug.value(),
            mug.hsCode(),
            mug.originCountry(),
            mug.customsDescription(),
            true,
            new ItemStock(new TreeMap<>(), 10, null));
    world.merchants.put(AMerchant.standard().item(syrup).build());
    world.arrived(SYRUP, 10);
  }

  private StockLevel level() {
    return world.stock.levels(List.of(SYRUP.sku())).getFirst();
  }

  private Reservation reserve(long units) {
    OrderId id = new OrderId("DTC-1");
    Reservation wanted =
        new Reservation(
            id,
            "1",
            SYRUP.sku(),
            SYRUP.node(),
            SYRUP.lot(),
            units,
            units,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED);
    world.stock.reserve(List.of(wanted), SafetyStock.NONE, cause());
    return wanted;
  }

  private Cause cause() {
    return Cause.ours(world.clock.instant(), "test");
  }

  /** The round of the audit at that time; New York is where the node is. */
  private Report round(String time) {
    world.clock.set(Instant.parse(time));
    Report report = world.auditing.audit(Progress.SILENT);
    world.keeping.keep(report);
    return report;
  }

  private List<QueueEntry> queue(Reason reason) {
    return world.exceptions.open(null, reason, null).items();
  }

  @Test
  void freeUnitsOfALotPastItsDaysGoOutOfSaleOnceByTheClockOfTheNode() {
    round("2027-05-21T23:59:00-04:00");
    assertThat(level().unavailable()).isZero();
    round("2027-05-22T00:01:00-04:00");
    assertThat(level().unavailable()).isEqualTo(10);
    assertThat(level().onHand()).isEqualTo(10);
    round("2027-05-22T06:00:00-04:00");
    round("2027-05-23T06:00:00-04:00");
    assertThat(world.stock.ledger(SYRUP, Instant.EPOCH))
        .filteredOn(each -> each.kind() == Movement.Kind.EXPIRED)
        .hasSize(1);
    assertThat(world.stockChanges.calls()).containsExactly(List.of(SYRUP.sku()));
  }

  @Test
  void unitsThatArePromisedStayAndAreNamedWithTheirOrders() {
    Reservation held = reserve(3);
    round("2027-06-01T06:00:00-04:00");
    assertThat(level().unavailable()).isEqualTo(7);
    assertThat(level().reserved()).isEqualTo(3);
    StockException named = (StockException) queue(Reason.LOT_EXPIRED).getFirst();
    assertThat(named.orders()).containsExactly(held.orderId());
    assertThat(named.refusal().facts()).containsEntry("units", "3");

    // Given back, they are out of sale with the next day's round, and nobody has to look any more.
    world.stock.release(List.of(held), cause());
    round("2027-06-02T06:00:00-04:00");
    assertThat(level().unavailable()).isEqualTo(10);
    assertThat(queue(Reason.LOT_EXPIRED)).isEmpty();
  }

  @Test
  void anAuditAloneOnlySaysWhatIsPastItsDays() {
    world.clock.set(Instant.parse("2027-06-01T12:00:00Z"));
    assertThat(world.auditing.audit(Progress.SILENT).expired())
        .singleElement()
        .satisfies(each -> assertThat(each.unavailable()).isEqualTo(10));
    assertThat(level().unavailable()).isZero();
  }
}
