package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.QueueEntry;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.StockException;
import dev.cutoff.exception.application.AssigningException;
import dev.cutoff.exception.application.ResolvingStockException.Outcome;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.Cause;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.SafetyStock;
import dev.cutoff.stock.Shelf;
import dev.cutoff.stock.Sku;
import dev.cutoff.stock.application.ObservingStock.Outcome.Observed;
import dev.cutoff.stock.application.Stock;
import dev.cutoff.testkit.AMerchant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forty mugs are on the books; a count may be off by two, or five percent. */
final class StockExceptionsTest {
  private static final Shelf MUG = Shelf.of(new Sku("MUG-WHT"), new NodeId("EAST"));

  private World world;

  @BeforeEach
  void openTheShop() {
    world = new World();
    world.merchants.put(AMerchant.standard().rules(tolerant()).build());
    assertThat(count(40).result()).isInstanceOf(Stock.Observed.Taken.class);
  }

  private static Rules tolerant() {
    Rules usual = AMerchant.shop().rules();
    StockRules plain = StockRules.PLAIN;
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        new StockRules(
            plain.whenShort(),
            plain.shipPartial(),
            plain.longestBackorder(),
            new StockRules.CountTolerance(2, 5),
            plain.hotSku()));
  }

  private Observed count(long units) {
    world.clock.advance(Duration.ofMinutes(1));
    return count(units, world.clock.instant());
  }

  private Observed count(long units, Instant at) {
    return (Observed) world.observing.observe(MUG, units, at, "scanner 3");
  }

  private Reservation reserve(String order, long units) {
    OrderId id = new OrderId(order);
    Reservation wanted =
        new Reservation(
            id,
            "1",
            MUG.sku(),
            MUG.node(),
            null,
            units,
            units,
            ShipmentId.of(id, 1),
            Reservation.State.RESERVED);
    world.stock.reserve(List.of(wanted), SafetyStock.NONE, now());
    return wanted;
  }

  private Cause now() {
    world.clock.advance(Duration.ofMinutes(1));
    return Cause.ours(world.clock.instant(), "test");
  }

  private long onHand() {
    return world.stock.levels(List.of(MUG.sku())).getFirst().onHand();
  }

  private List<QueueEntry> queue() {
    return world.exceptions.open(null, null, null).items();
  }

  private StockException open() {
    return (StockException) queue().getFirst();
  }

  private Outcome resolve(Action action) {
    return world.resolvingStock.resolve(open(), action, "sam");
  }

  @Test
  void aCountBeyondToleranceIsNoSilentOverwriteButAnExceptionWithOwnerAndClock() {
    Observed observed = count(30);
    assertThat(observed.result()).isInstanceOf(Stock.Observed.Differs.class);
    assertThat(onHand()).isEqualTo(40);
    assertThat(observed.exception()).isEqualTo(open());
    assertThat(open().refusal().reason()).isEqualTo(Reason.COUNT_DIFFERS);
    assertThat(open().refusal().message())
        .isEqualTo(
            "scanner 3 counted 30 of MUG-WHT at EAST, which comes to 30 on hand; the books have 40. Count again, or accept the count.");
    assertThat(open().owner()).isEqualTo("floor lead");
    assertThat(open().dueAt()).isEqualTo(world.clock.instant().plus(Duration.ofHours(4)));
    assertThat(open().actions())
        .containsExactly(Action.RECOUNT, Action.ACCEPT_COUNT, Action.DISMISS);
  }

  @Test
  void howeverOftenItIsFoundOneEntryIsOpenAndShowsTheNewestFigures() {
    count(30);
    StockException first = open();
    world.assigning.assign(first.id(), "night shift");
    count(29);
    count(28);
    assertThat(queue()).hasSize(1);
    assertThat(open().id()).isEqualTo(first.id());
    assertThat(open().owner()).isEqualTo("night shift");
    assertThat(open().dueAt()).isEqualTo(first.dueAt());
    assertThat(open().refusal().facts()).containsEntry("counted", "28");
  }

  @Test
  void afterItWasResolvedTheNextOneIsANewEntry() {
    count(30);
    StockException first = open();
    resolve(Action.DISMISS);
    assertThat(queue()).isEmpty();
    count(30);
    assertThat(open().number()).isEqualTo(first.number() + 1);
  }

  /** woocommerce_fusion#170, WooCommerceConnector#41. */
  @Test
  void anAcceptedCountIsTakenByItsOwnTimeAndLaterMovementsAreNotOverwritten() {
    Reservation held = reserve("DTC-1", 3);
    count(30);
    world.stock.consume(List.of(held), now());
    assertThat(onHand()).isEqualTo(37);
    assertThat(resolve(Action.ACCEPT_COUNT)).isInstanceOf(Outcome.Resolved.class);
    assertThat(onHand()).isEqualTo(27);
    assertThat(queue()).isEmpty();
  }

  @Test
  void acceptingTwiceOrByTwoPeopleHasOneEffect() {
    count(30);
    StockException open = open();
    world.resolvingStock.resolve(open, Action.ACCEPT_COUNT, "sam");
    assertThat(world.resolvingStock.resolve(open, Action.ACCEPT_COUNT, "kim"))
        .isEqualTo(new Outcome.AlreadyResolved());
    assertThat(onHand()).isEqualTo(30);
  }

  @Test
  void aCountBelowWhatIsReservedIsRefusedAndComesBeforeAPerson() {
    Reservation held = reserve("DTC-1", 10);
    assertThat(count(8).result()).isInstanceOf(Stock.Observed.BelowReserved.class);
    assertThat(open().refusal().reason()).isEqualTo(Reason.COUNT_BELOW_RESERVED);
    assertThat(resolve(Action.ACCEPT_COUNT)).isInstanceOf(Outcome.Refused.class);
    assertThat(queue()).hasSize(1);
    world.stock.release(List.of(held), now());
    assertThat(resolve(Action.ACCEPT_COUNT)).isInstanceOf(Outcome.Resolved.class);
    assertThat(onHand()).isEqualTo(8);
  }

  @Test
  void aCountThatIsTakenEndsTheDispute() {
    count(30);
    count(39);
    assertThat(onHand()).isEqualTo(39);
    assertThat(queue()).isEmpty();
    assertThat(world.exceptions.latest(MUG, Reason.COUNT_DIFFERS).orElseThrow().resolution())
        .satisfies(how -> assertThat(how.action()).isEqualTo(Action.RECOUNT));
  }

  @Test
  void aRecountIsAskedForAndTheEntryStaysUntilSomebodyCounted() {
    count(30);
    world.clock.advance(Duration.ofHours(5));
    assertThat(resolve(Action.RECOUNT)).isInstanceOf(Outcome.Resolved.class);
    assertThat(open().dueAt()).isEqualTo(world.clock.instant().plus(Duration.ofHours(4)));
    assertThat(world.dueCounts.due(MUG.node(), 0).counts())
        .singleElement()
        .satisfies(due -> assertThat(due.exceptionId()).isEqualTo(open().id()));
    count(38);
    assertThat(world.dueCounts.due(MUG.node(), 0).counts()).isEmpty();
  }

  @Test
  void whatAnEntryDoesNotOfferIsNotPossibleAndResolvedIsResolved() {
    count(30);
    StockException open = open();
    assertThat(world.resolvingStock.resolve(open, Action.APPLY_CORRECTION, "sam"))
        .isEqualTo(new Outcome.NotPossible(open.actions()));
    resolve(Action.DISMISS);
    StockException done = (StockException) world.exceptions.entry(open.id()).orElseThrow();
    assertThat(world.resolvingStock.resolve(done, Action.DISMISS, "sam"))
        .isEqualTo(new Outcome.AlreadyResolved());
    assertThat(world.assigning.assign(open.id(), "kim"))
        .isEqualTo(new AssigningException.Outcome.Conflict());
  }
}
