package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Node;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.BuyingReturnLabel.Outcome;
import dev.cutoff.shipment.application.BuyingReturnLabel.Wish;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Places;
import dev.cutoff.testkit.Together;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A label back to the shop is paid once, whatever happens while it is bought. */
final class ReturnLabelTest {
  private static final Duration ASKED = Duration.ofSeconds(31);
  private static final Duration SETTLED = FaultyCarrier.SETTLE.plusMinutes(5);
  private static final Duration ROUND = Duration.ofMinutes(1);

  private ScriptedTill till = new ScriptedTill();
  private Machine machine = new Machine(() -> true);
  private World world = new World(machine, till);

  @BeforeEach
  void open() {
    machine.runs(world);
    world.merchants.put(Purchases.shop());
    world.on("EAST", "TEE-BLK-M", 10);
  }

  private void another() {
    till = new ScriptedTill();
    machine = new Machine(() -> true);
    world = new World(machine, till);
    open();
  }

  @Test
  void theSameRequestIsTheSameLabelAndAnotherRequestAnother() {
    ShipmentId id = shipped();
    Attempt label = bought(id, 1);

    assertThat(label.reference()).isEqualTo(id + "-1-r1-a1");
    assertThat(label.labelId()).isEqualTo("L2");
    assertThat(bought(id, 1)).isEqualTo(label);
    assertThat(till.asked()).isEqualTo(2);
    assertThat(lines(id))
        .singleElement()
        .extracting(TimelineEntry::who, TimelineEntry::what, TimelineEntry::why)
        .containsExactly(
            "support",
            "return label for " + id + "-1-r1",
            "swift ground to EAST for USD 9.00: TRKL2");

    assertThat(bought(id, 2).labelId()).isEqualTo("L3");
    assertThat(lines(id)).hasSize(2);
    assertThat(till.paid()).containsExactly("L1", "L2", "L3");
  }

  @Test
  void itGoesFromTheCustomerToTheNodeThatIsAskedFor() {
    machine = new Machine(() -> true);
    world = new World(machine, new ScriptedTill());
    machine.runs(world);
    world.on("EAST", "TEE-BLK-M", 10);
    ShipmentId id = shipped();
    var _ = bought(new Wish(id, null, 1, new NodeId("WEST"), 300L, "support"));

    LabelRequest back = world.carriers.sold().getLast().request();
    assertThat(back.from().address()).isEqualTo(order(id).shipTo().orElseThrow());
    assertThat(back.to().postcode())
        .isEqualTo(world.merchants.current().node(new NodeId("WEST")).address().postcode());
    assertThat(back.to().name() + back.to().company()).isNotBlank();
    assertThat(back.parcel().grams()).isEqualTo(300);
    assertThat(back.customs()).isNull();
  }

  @Test
  void aLostAnswerIsAskedForAndNotBoughtAgain() {
    ShipmentId id = shipped();
    till.next(ScriptedTill.Act.LOSES_THE_ANSWER);
    assertThatThrownBy(() -> ask(id, 1)).isInstanceOf(TryAgainLater.class);
    assertThatThrownBy(() -> ask(id, 1)).isInstanceOf(TryAgainLater.class);

    world.clock.advance(ASKED);
    assertThat(bought(id, 1).labelId()).isEqualTo("L2");
    assertThat(till.asked()).isEqualTo(2);
    later();
    assertThat(till.paid()).containsExactly("L1", "L2");
    assertThat(world.loose.all()).isEmpty();
  }

  @Test
  void whereNobodyAsksAgainTheLabelIsFoundAndKept() {
    ShipmentId id = shipped();
    till.next(ScriptedTill.Act.LOSES_THE_ANSWER);
    assertThatThrownBy(() -> ask(id, 1)).isInstanceOf(TryAgainLater.class);
    later();

    assertThat(till.paid()).containsExactly("L1", "L2");
    assertThat(returns(id)).extracting(Attempt::state).containsExactly(State.BOUGHT);
    assertThat(world.loose.all()).isEmpty();
    assertThat(bought(id, 1).labelId()).isEqualTo("L2");
  }

  @Test
  void whatTheCarrierNeverHeardOfIsBoughtOnceItsSettleTimeIsOver() {
    ShipmentId id = shipped();
    till.next(ScriptedTill.Act.NEVER_HEARS_OF_IT);
    assertThatThrownBy(() -> ask(id, 1)).isInstanceOf(TryAgainLater.class);
    world.clock.advance(ASKED);
    assertThat(refused(id, 1)).contains("can't say before");

    world.clock.advance(FaultyCarrier.SETTLE);
    assertThat(bought(id, 1).labelId()).isEqualTo("L2");
    assertThat(till.paid()).containsExactly("L1", "L2");
  }

  @Test
  void theProcessMayDieBetweenEveryTwoStepsAndOneLabelIsPaid() {
    Set<String> diedAt = new HashSet<>();
    boolean dies = true;
    for (int nth = 1; dies; nth++) {
      another();
      ShipmentId id = shipped();
      dies = diesAt(nth, id, diedAt);
      world.seam.quiet();
      if (nth % 2 == 0) {
        later();
      }
      world.clock.advance(SETTLED);
      Attempt label = bought(id, 1);
      later();
      assertThat(till.paid()).as("after %s", diedAt).containsExactly("L1", label.labelId());
      assertThat(lines(id)).hasSize(1);
      // What the carrier once did not know of is watched; nothing else is left to do.
      assertThat(world.loose.all()).allMatch(Loose::mayTurnUp);
    }
    assertThat(diedAt)
        .contains(
            "after LooseLabels.list",
            "before LabelAttempts.begin",
            "after LabelAttempts.begin",
            "before CarrierProvider.buy",
            "after CarrierProvider.buy",
            "after ObjectStore.put",
            "after LabelAttempts.record",
            "before Orders.save",
            "after Orders.save");
  }

  /** Whether there were so many steps. */
  private boolean diesAt(int nth, ShipmentId id, Set<String> diedAt) {
    int[] left = {nth};
    world.seam.on(point -> {
      if (--left[0] == 0) {
        diedAt.add(point);
        throw new Seam.Crash(point);
      }
    });
    try {
      var _ = ask(id, 1);
      return false;
    } catch (Seam.Crash | TryAgainLater gone) {
      // As who calls a carrier sees it: the answer is lost.
      return true;
    }
  }

  @Test
  void fourAtOnceAreOneLabel() throws Exception {
    ShipmentId id = shipped();
    List<Attempt> labels = Together.run(4, number -> patiently(id));

    assertThat(new HashSet<>(labels)).hasSize(1);
    assertThat(till.paid()).containsExactly("L1", "L2");
    assertThat(lines(id)).hasSize(1);
    later();
    assertThat(till.paid()).containsExactly("L1", "L2");
  }

  private Attempt patiently(ShipmentId id) {
    for (int tries = 0; tries < 10_000; tries++) {
      try {
        return bought(id, 1);
      } catch (TryAgainLater busy) {
        LockSupport.parkNanos(1_000_000);
      }
    }
    return bought(id, 1);
  }

  @Test
  void aLabelThatWasGivenBackMakesRoomForANewOne() {
    ShipmentId id = shipped();
    world.attempts.record(bought(id, 1).in(State.VOIDED));

    Attempt next = bought(id, 1);
    assertThat(next.reference()).isEqualTo(id + "-1-r1-a2");
    assertThat(next.labelId()).isEqualTo("L3");
    assertThat(lines(id)).hasSize(2);
  }

  @Test
  void whatCarriersAndLimitsSayNoToIsRefusedInWords() {
    ShipmentId id = shipped();
    till.next(ScriptedTill.Act.REFUSES);
    assertThat(refused(id, 1)).isEqualTo("Swift sold no label: not today. Ask again.");
    till.next(ScriptedTill.Act.HAS_NO_FUNDS);
    assertThat(refused(id, 1)).contains("the account is empty");
    till.next(ScriptedTill.Act.PRINTS_RUBBISH);
    assertThat(refused(id, 1)).contains("can't be printed");
    later();
    assertThat(till.paid()).as("what can't be printed is given back").containsExactly("L1");
    assertThat(bought(id, 1).reference()).isEqualTo(id + "-1-r1-a4");

    world.postage.stop(
        new PostageStop(Scope.CARRIER, "swift", "wrong prices", "ops", world.clock.instant()));
    assertThat(refused(id, 2)).contains("wrong prices");
    assertThat(returns(id)).hasSize(4);
  }

  @Test
  void aRequestForAnotherNodeOrWeightIsAnotherRequest() {
    ShipmentId id = shipped();
    Attempt label = bought(id, 1);
    assertThat(reason(new Wish(id, null, 1, new NodeId("WEST"), null, "support")))
        .contains("another node or weight");
    assertThat(reason(new Wish(id, null, 1, null, 5L, "support")))
        .contains("another node or weight");
    assertThat(bought(new Wish(id, id + "-1", 1, new NodeId("EAST"), null, "support")))
        .isEqualTo(label);
  }

  @Test
  void whatIsStillHereHasNoWayBack() {
    OrderId order = placed(AnOrder.numbered("1").line("TEE-BLK-M", 1));
    ShipmentId id = ShipmentId.of(order, 1);
    assertThat(refused(id, 1))
        .isEqualTo("it has not left the house: there is nothing to send back");
    assertThat(world.returning.buy(wish(ShipmentId.of(order, 2), 1)))
        .isInstanceOf(Outcome.NotFound.class);
    assertThat(world.returning.buy(new Wish(id, null, 1, new NodeId("MOON"), null, "support")))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(till.asked()).isEqualTo(1);
  }

  @Test
  void aNodeThatIsNotThereAndAParcelThatIsNoneAreNotFound() {
    ShipmentId id = shipped();
    assertThat(world.returning.buy(new Wish(id, null, 1, new NodeId("MOON"), null, "support")))
        .isEqualTo(new Outcome.NotFound("the merchant file has no node MOON"));
    assertThat(world.returning.buy(new Wish(id, id + "-7", 1, null, null, "support")))
        .isEqualTo(new Outcome.NotFound("the shipment has no such parcel"));
  }

  /** Its papers are others than those of the way out. */
  @Test
  void whatWouldCrossABorderIsRefused() {
    ShipmentId id = shipped();
    AMerchant shop = AMerchant.standard().node(inToronto(Places.EAST));
    Purchases.shop().carriers().values().forEach(shop::carrier);
    world.merchants.put(shop.build());
    assertThat(refused(id, 1)).contains("cross a border");
    assertThat(till.asked()).isEqualTo(1);
  }

  private static Node inToronto(Node node) {
    return new Node(
        node.id(),
        node.name(),
        Address.of(
            null, "Acme", "1 King Street", null, "Toronto", "ON", "M5H 1A1", "CA", "+14165550100"),
        node.zone(),
        node.cutoffs(),
        node.handlingCost(),
        node.shippedAtLabel());
  }

  private ShipmentId shipped() {
    return shipped(AnOrder.numbered("1").line("TEE-BLK-M", 1));
  }

  private ShipmentId shipped(AnOrder order) {
    ShipmentId id = ShipmentId.of(placed(order), 1);
    var _ = world.handingOver.handOver(id, world.clock.instant(), "driver");
    return id;
  }

  private OrderId placed(AnOrder order) {
    var _ = world.receive(order);
    for (int i = 0; i < 200 && !machine.runnable().isEmpty(); i++) {
      machine.step(machine.runnable().getFirst());
      machine.wake();
    }
    return order.id();
  }

  private Order order(ShipmentId id) {
    return world.order(id.orderId());
  }

  /** Long enough for whatever is to be found out. */
  private void later() {
    for (int round = 0; round < 4; round++) {
      world.clock.advance(SETTLED);
      assertThat(world.settlingLabels.settle(ROUND).failed()).isEmpty();
    }
  }

  private static Wish wish(ShipmentId id, int request) {
    return new Wish(id, null, request, null, null, "support");
  }

  private Outcome ask(ShipmentId id, int request) {
    return world.returning.buy(wish(id, request));
  }

  private Attempt bought(ShipmentId id, int request) {
    return bought(wish(id, request));
  }

  private Attempt bought(Wish wish) {
    return world.returning.buy(wish) instanceof Outcome.Bought bought
        ? bought.attempt()
        : fail(wish);
  }

  private Attempt fail(Wish wish) {
    throw new AssertionError(world.returning.buy(wish));
  }

  private String refused(ShipmentId id, int request) {
    return reason(wish(id, request));
  }

  private String reason(Wish wish) {
    return switch (world.returning.buy(wish)) {
      case Outcome.Refused refused -> refused.why();
      case Outcome.Bought bought -> throw new AssertionError(bought);
      case Outcome.NotFound none -> throw new AssertionError(none);
    };
  }

  private List<Attempt> returns(ShipmentId id) {
    return world.attempts.of(id).stream().filter(Attempt::isReturn).toList();
  }

  private List<TimelineEntry> lines(ShipmentId id) {
    return world.orders.timeline(id.orderId()).stream()
        .filter(each -> each.what().startsWith("return label"))
        .toList();
  }
}
