package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.postage.PostageRules;
import dev.cutoff.postage.PostageStop;
import dev.cutoff.postage.PostageStop.Scope;
import dev.cutoff.postage.application.ListingLabels;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of money for labels; field failures by their names. */
final class PostageTest {
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final Machine machine = new Machine(() -> true);
  private final ScriptedTill till = new ScriptedTill();
  private final World world = new World(machine, till);

  @BeforeEach
  void open() {
    machine.runs(world);
    world.merchants.put(Purchases.shop());
    world.on("EAST", "TEE-BLK-M", 100);
  }

  @Test
  void aLabelPurchaseThatTimedOutIsBoughtAgain() {
    till.next(ScriptedTill.Act.LOSES_THE_ANSWER);
    OrderId id = order("1");

    assertThat(till.soldUnder()).as("it was sold, and that is found out").hasSize(1);
    assertThat(labels(id)).containsExactly("L1");
    assertThat(till.paid()).containsExactly("L1");
  }

  @Test
  void whatTheCarrierDoesNotKnowIsUnknownUntilItsSettleTimeIsOver() {
    till.next(ScriptedTill.Act.NEVER_HEARS_OF_IT);
    OrderId id = order("1");

    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_UNSETTLED);
    later(FaultyCarrier.SETTLE.minus(ROUND));
    assertThat(till.soldUnder()).as("too early to buy again").isEmpty();
    later(ROUND);
    later(ROUND);
    assertThat(till.soldUnder()).as("by itself").hasSize(1);
    assertThat(labels(id)).containsExactly("L1");
  }

  @Test
  void whatWasAskedForOnceMoreIsUnknownForAsLongOnceMore() {
    till.next(ScriptedTill.Act.NEVER_HEARS_OF_IT, ScriptedTill.Act.NEVER_HEARS_OF_IT);
    OrderId id = order("1");
    later(FaultyCarrier.SETTLE);
    later(ROUND);
    assertThat(till.asked()).isEqualTo(2);

    later(FaultyCarrier.SETTLE.minus(ROUND.multipliedBy(2)));
    assertThat(till.asked()).as("too early to ask a third time").isEqualTo(2);
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_UNSETTLED);
    later(ROUND.multipliedBy(2));
    later(ROUND);
    assertThat(till.asked()).isEqualTo(3);
    assertThat(labels(id)).containsExactly("L1");
    assertThat(till.soldUnder()).containsExactly(attempts(id).getFirst().reference());
  }

  @Test
  void whatWasNotBoughtAndTurnsUpLaterIsGivenBack() {
    till.next(ScriptedTill.Act.NEVER_HEARS_OF_IT);
    OrderId id = order("1");
    for (int round = 0; round < 5; round++) {
      later(ROUND);
    }
    Attempt first = attempts(id).getFirst();
    assertThat(labels(id)).containsExactly("L1");

    till.sellsLate(first.reference());
    assertThat(till.paid()).containsExactly("L1", "L2");
    later(Duration.ofHours(13));

    assertThat(till.paid()).as("the one that is used").containsExactly("L1");
    assertThat(labels(id)).containsExactly("L1");
    assertThat(attempts(id))
        .extracting(Attempt::labelId, Attempt::state)
        .contains(org.assertj.core.groups.Tuple.tuple("L2", State.VOIDED));
  }

  @Test
  void whoCannotFindByReferenceEndsOnHoldAndNeverInASecondPurchase() {
    till.cannotFind();
    till.next(ScriptedTill.Act.LOSES_THE_ANSWER);
    OrderId id = order("1");
    for (int round = 0; round < 20; round++) {
      later(ROUND);
    }

    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_IN_DOUBT);
    assertThat(till.soldUnder()).hasSize(1);
    assertThat(listed()).extracting(each -> each.attempt().reference()).hasSize(1);

    retry(id);
    assertThat(labels(id)).as("a person said so, under a new reference").containsExactly("L2");
    assertThat(till.soldUnder()).doesNotHaveDuplicates();
    assertThat(listed()).extracting(each -> each.attempt().state()).containsExactly(State.ORPHAN);
  }

  @Test
  void aFailedOrRefundedLabelBlocksANewOne() {
    till.next(
        ScriptedTill.Act.REFUSES,
        ScriptedTill.Act.HAS_NO_FUNDS,
        ScriptedTill.Act.PRINTS_RUBBISH,
        ScriptedTill.Act.SELLS);
    OrderId id = order("1");
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_REFUSED);
    retry(id);
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_NO_FUNDS);
    retry(id);
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.LABEL_UNPRINTABLE);
    retry(id);

    assertThat(labels(id)).containsExactly("L2");
    later(ROUND);
    assertThat(till.paid()).as("rubbish is given back").containsExactly("L2");
    assertThat(attempts(id)).extracting(Attempt::reference).doesNotHaveDuplicates().hasSize(4);
  }

  @Test
  void aLabelCouldNotBeVoidedTheDayAfter() {
    OrderId id = order("1");
    till.voidsNothing();
    var _ = world.cancelling.cancel(id, "person", "changed my mind");
    settle();
    later(Duration.ofDays(1));

    assertThat(world.order(id).openShipments()).as("it waits for no carrier").isEmpty();
    ListingLabels.Listed orphan = listed().getFirst();
    assertThat(orphan.attempt().state()).isEqualTo(State.ORPHAN);
    assertThat(orphan.attempt().cost()).isEqualTo(Money.of(900, "USD"));
    assertThat(orphan.place().until())
        .as("the deadline is known")
        .isEqualTo(orphan.attempt().begunAt().plus(Duration.ofDays(28)));

    till.voidsAgain();
    later(Duration.ofDays(1));
    assertThat(till.paid()).isEmpty();
    assertThat(listed()).isEmpty();
  }

  @Test
  void aCarrierThatFailsFiveTimesInARowIsLeftAlone() {
    for (int i = 0; i < 5; i++) {
      till.next(ScriptedTill.Act.NEVER_HEARS_OF_IT);
    }
    for (int number = 1; number <= 5; number++) {
      var _ = order(String.valueOf(number));
    }
    OrderId sixth = order("6");
    assertThat(held(sixth).refusal().reason()).isEqualTo(Reason.CARRIER_DOWN);
    assertThat(held(sixth).refusal().message()).contains("can't be reached");
    assertThat(till.soldUnder()).isEmpty();

    later(ROUND);
    assertThat(labels(sixth)).as("by itself").containsExactly("L1");
  }

  @Test
  void whatIsStoppedWaitsAndGoesOnByItself() {
    for (PostageStop stop :
        List.of(
            stop(Scope.STORE, "acme"), stop(Scope.NODE, "EAST"), stop(Scope.CARRIER, "swift"))) {
      world.postage.stop(stop);
      OrderId id = order("of-" + stop.id());
      assertThat(held(id).refusal().reason()).isEqualTo(Reason.POSTAGE_STOPPED);
      assertThat(held(id).refusal().message()).contains("wrong prices").contains(stop.id());
      later(ROUND);
      assertThat(labels(id)).isEmpty();
      world.postage.lift(stop.scope(), stop.id());
      later(ROUND);
      assertThat(labels(id)).hasSize(1);
    }
    world.postage.stop(stop(Scope.CARRIER, "parcelway"));
    assertThat(labels(order("9"))).as("another carrier").hasSize(1);
  }

  @Test
  void anHourSpendsNoMoreThanItsLimitAndOrdersComeInAllTheSame() {
    limits(new PostageRules(null, null, Money.of(2_000, "USD"), Map.of()));
    assertThat(labels(order("1"))).hasSize(1);
    assertThat(labels(order("2"))).hasSize(1);
    OrderId third = order("3");
    assertThat(held(third).refusal().reason()).isEqualTo(Reason.SPEND_LIMIT);
    assertThat(till.paid()).hasSize(2);
    later(Duration.ofHours(1));
    assertThat(labels(third)).as("by itself").hasSize(1);
  }

  @Test
  void aCarrierMayHaveALimitOfItsOwn() {
    limits(new PostageRules(null, null, null, Map.of("swift", Money.of(900, "USD"))));
    assertThat(labels(order("1"))).hasSize(1);
    assertThat(held(order("2")).refusal().facts()).containsEntry("limit", "swift");
  }

  @Test
  void anOrderSpendsNoMoreThanAMultipleOfItsShipping() {
    limits(new PostageRules(150, null, null, Map.of()));
    OrderId id = order("1");
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.SPEND_LIMIT);
    assertThat(held(id).refusal().message()).contains("9.00").contains("8.93");
    later(Duration.ofHours(2));
    assertThat(labels(id)).as("time changes nothing").isEmpty();

    limits(new PostageRules(150, Money.of(900, "USD"), null, Map.of()));
    retry(id);
    assertThat(labels(id)).hasSize(1);
  }

  private void limits(PostageRules rules) {
    Merchant shop = Purchases.shop();
    AMerchant with = AMerchant.standard().withoutCarrier("parcelway");
    shop.carriers().values().forEach(with::carrier);
    world.merchants.put(with.rules(shop.rules().with(rules)).build());
  }

  private PostageStop stop(Scope scope, String id) {
    return new PostageStop(scope, id, "wrong prices", "ops-lead", world.clock.instant());
  }

  private OrderId order(String number) {
    AnOrder order = AnOrder.numbered(number).line("TEE-BLK-M", 1);
    var _ = world.receive(order);
    settle();
    return order.id();
  }

  private void settle() {
    for (int i = 0; i < 200; i++) {
      machine.wake();
      if (machine.runnable().isEmpty()) {
        return;
      }
      machine.step(machine.runnable().getFirst());
    }
    throw new AssertionError("it never settles");
  }

  private void later(Duration time) {
    world.clock.advance(time);
    machine.timeOut(world.clock.instant());
    assertThat(world.settlingLabels.settle(ROUND).failed()).isEmpty();
    assertThat(world.resumingLabels.resume().failed()).isEmpty();
    settle();
  }

  private OpenException held(OrderId id) {
    return world.exceptions.of(id).stream()
        .filter(each -> each.resolution() == null)
        .findFirst()
        .orElseThrow(() -> new AssertionError(world.orders.timeline(id).toString()));
  }

  private void retry(OrderId id) {
    var _ = world.resolving.resolve(held(id).id(), Action.RETRY, null, "person");
    settle();
  }

  private List<String> labels(OrderId id) {
    Order order = world.order(id);
    return order.openShipments().stream()
        .flatMap(shipment -> shipment.paidParcels().stream())
        .map(Parcel::labelId)
        .toList();
  }

  private List<Attempt> attempts(OrderId id) {
    return world.attempts.all().stream().filter(each -> each.orderId().equals(id)).toList();
  }

  private List<ListingLabels.Listed> listed() {
    return new ListingLabels(
            world.loose, world.attempts, world.orders, world.exceptions, world.unusedLabels)
        .listed();
  }
}
