package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.ItemStock;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.Lot;
import dev.cutoff.stock.Movement;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Goods;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of an item with lots, those that expire first ship first, and none too late. */
final class LotsTest {
  private static final Sku TEE = Goods.TEE.sku();
  private static final NodeId WEST = new NodeId("WEST");
  private static final int DAYS_LEFT = 30;

  private final World world = new World();
  private final AnOrder order = AnOrder.numbered("1");

  @BeforeEach
  void teesHaveLots() {
    world.merchants.put(
        AMerchant.standard()
            .item(Goods.TEE.stocked(new ItemStock(new TreeMap<>(), DAYS_LEFT, null)))
            .build());
  }

  @Test
  void theLotThatExpiresFirstShipsFirstAndTheNextOneHelpsOut() {
    arrived("LATE", "2027-06-30", 5);
    arrived("EARLY", "2027-01-31", 2);
    assertThat(reserve(3)).isInstanceOf(StepResult.Done.class);
    assertThat(world.stock.reservations(order.id()))
        .extracting(LotsTest::inWords)
        .containsExactly("2 of EARLY for 3", "1 of LATE for 0");
    assertThat(world.orders.find(order.id()).orElseThrow().shipments().getFirst().lines())
        .singleElement()
        .satisfies(line -> assertThat(line.quantity()).isEqualTo(3));
    assertThat(world.reserving.reserve(order.id(), false)).isInstanceOf(StepResult.Done.class);
    assertThat(world.stock.reservations(order.id())).hasSize(2);
  }

  @Test
  void aLotThatIsTooOldWhenItShipsIsNotPromised() {
    LocalDate today = LocalDate.parse("2026-11-23");
    arrived("OLD", today.plusDays(DAYS_LEFT - 1).toString(), 9);
    arrived("JUST", today.plusDays(DAYS_LEFT).toString(), 1);
    assertThat(reserve(2)).isInstanceOf(StepResult.Held.class);
    AnOrder one = AnOrder.numbered("2").line(TEE.value(), 1);
    world.receive(one);
    world.ingesting.ingest(one.id());
    assertThat(world.reserving.reserve(one.id(), false)).isInstanceOf(StepResult.Done.class);
    assertThat(world.stock.reservations(one.id()))
        .extracting(LotsTest::inWords)
        .containsExactly("1 of JUST for 1");
  }

  private StepResult reserve(long units) {
    AnOrder tees = order.line(TEE.value(), units);
    world.receive(tees);
    world.ingesting.ingest(tees.id());
    return world.reserving.reserve(tees.id(), false);
  }

  private void arrived(String lot, String expiresOn, long units) {
    Shelf shelf = new Shelf(TEE, WEST, new Lot(lot, LocalDate.parse(expiresOn)));
    world.stock.book(
        new Movement(
            "po " + lot,
            shelf,
            Movement.Kind.RECEIVED,
            units,
            0,
            Cause.ours(world.clock.instant(), ""),
            null));
  }

  private static String inWords(Reservation each) {
    Lot lot = each.lot();
    return "%d of %s for %d"
        .formatted(each.quantity(), lot == null ? "none" : lot.id(), each.sets());
  }
}
