package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.DismissingDockException;
import dev.cutoff.exception.application.VoidingUnused;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.order.OrderId;
import dev.cutoff.postage.PostageRules;
import dev.cutoff.postage.application.ListingLabels;
import dev.cutoff.postage.application.WatchingUnusedLabels;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A label is paid, and its parcel never leaves. */
final class UnusedLabelsTest {
  private static final Duration VOID_WITHIN = Duration.ofDays(28);
  private static final Duration HOUR = Duration.ofHours(1);

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
  void itIsNamedOnceTwoDaysBeforeItCanNotBeGivenBackWithWhatItCosts() {
    OrderId id = labelled("1");
    Instant deadline = deadline(id);

    at(deadline.minus(Duration.ofDays(2)).minus(HOUR));
    assertThat(named()).isEmpty();
    at(deadline.minus(Duration.ofDays(2)));
    at(deadline.minus(Duration.ofDays(1)));

    DockException entry = named().getFirst();
    assertThat(named()).hasSize(1);
    assertThat(entry.number()).isEqualTo(1);
    assertThat(entry.orders()).containsExactly(id);
    assertThat(entry.actions()).containsExactly(Action.VOID, Action.DISMISS);
    assertThat(entry.refusal().message())
        .contains("1 label(s) of swift, USD 9.00, can be given back until " + deadline);
    assertThat(listing().unused())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.until()).isEqualTo(deadline);
          assertThat(each.voidedAt()).isNull();
          assertThat(each.attempt().labelId()).isEqualTo("L1");
        });
    assertThat(till.paid()).as("nobody said so").containsExactly("L1");
  }

  @Test
  void whatIsHandedOverMeanwhileIsOverByItself() {
    OrderId id = labelled("1");
    at(deadline(id).minus(HOUR.multipliedBy(30)));
    assertThat(named()).hasSize(1);

    var _ =
        world.handingOver.handOver(
            world.order(id).shipments().getFirst().id(), world.clock.instant(), "driver");
    assertThat(round().closed()).isEqualTo(1);

    assertThat(named()).isEmpty();
    assertThat(listing().unused()).isEmpty();
    assertThat(round().named()).as("and it is not named again").isZero();
  }

  @Test
  void whatIsVoidedIsGivenBackAndItsOrderIsPlannedAgain() {
    OrderId id = labelled("1");
    at(deadline(id).minus(HOUR.multipliedBy(30)));

    assertThat(world.voidingUnused.giveBack(named().getFirst(), "ops-lead"))
        .isInstanceOf(VoidingUnused.Outcome.Voided.class);
    settle();

    assertThat(till.paid()).as("the promise is long lost: a person decides").isEmpty();
    assertThat(held(id).refusal().reason()).isEqualTo(Reason.PROMISE_CANNOT_BE_KEPT);
    assertThat(world.orders.timeline(id))
        .anyMatch(entry -> entry.what().equals("resolved: void") && entry.who().equals("ops-lead"));
    assertThat(named()).isEmpty();
  }

  @Test
  void whatSomebodyKeepsIsNotNamedAgainAndNotVoidedByTheRule() {
    rule();
    OrderId id = labelled("1");
    Instant deadline = deadline(id);
    at(deadline.minus(HOUR.multipliedBy(40)));
    var _ =
        new DismissingDockException(world.exceptions, world.clock)
            .dismiss(named().getFirst(), Action.DISMISS, "ops-lead");

    at(deadline.minus(HOUR.multipliedBy(3)));

    assertThat(named()).isEmpty();
    assertThat(till.paid()).containsExactly("L1");
  }

  @Test
  void theRuleVoidsADayBeforeTheDeadlineAndSaysSoBefore() {
    rule();
    OrderId id = labelled("1");
    Instant deadline = deadline(id);
    at(deadline.minus(HOUR.multipliedBy(40)));
    assertThat(named().getFirst().refusal().message())
        .contains("done by itself at " + deadline.minus(Duration.ofDays(1)));
    assertThat(listing().unused().getFirst().voidedAt())
        .isEqualTo(deadline.minus(Duration.ofDays(1)));
    assertThat(till.paid()).containsExactly("L1");

    at(deadline.minus(Duration.ofDays(1)));

    assertThat(till.paid()).isEmpty();
    assertThat(named()).isEmpty();
  }

  @Test
  void onceTheDeadlineIsOverNobodyIsAskedAnyMore() {
    OrderId id = labelled("1");
    Instant deadline = deadline(id);
    at(deadline.minus(HOUR));
    assertThat(named()).hasSize(1);
    at(deadline);
    assertThat(named()).isEmpty();
    assertThat(till.paid()).containsExactly("L1");
  }

  @Test
  void aLabelOfTheShopsOwnCardCostsNothingUntilItLeaves() {
    world.merchants.put(AMerchant.standard().build());
    OrderId id = labelled("1");
    at(world.clock.instant().plus(Duration.ofDays(29)));
    assertThat(world.order(id).shipments().getFirst()).isInstanceOf(Shipment.Labelled.class);
    assertThat(named()).isEmpty();
  }

  private void rule() {
    Merchant shop = Purchases.shop();
    AMerchant with = AMerchant.standard().withoutCarrier("parcelway");
    shop.carriers().values().forEach(with::carrier);
    PostageRules rules =
        new PostageRules(null, null, null, Map.of(), PostageRules.BALANCE_LASTS, true);
    world.merchants.put(with.rules(shop.rules().with(rules)).build());
  }

  private OrderId labelled(String number) {
    AnOrder order = AnOrder.numbered(number).line("TEE-BLK-M", 1);
    var _ = world.receive(order);
    settle();
    assertThat(world.order(order.id()).shipments().getFirst())
        .isInstanceOf(Shipment.Labelled.class);
    return order.id();
  }

  private Instant deadline(OrderId id) {
    return world.attempts.all().stream()
        .filter(each -> each.orderId().equals(id))
        .findFirst()
        .orElseThrow()
        .begunAt()
        .plus(VOID_WITHIN);
  }

  private void at(Instant time) {
    world.clock.advance(Duration.between(world.clock.instant(), time));
    assertThat(round().failed()).isEmpty();
    settle();
  }

  private WatchingUnusedLabels.Watched round() {
    return world.watchingUnused.watch(true);
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

  private List<DockException> named() {
    return world.exceptions.open(null, Reason.LABEL_UNUSED, null).items().stream()
        .map(DockException.class::cast)
        .toList();
  }

  private OpenException held(OrderId id) {
    return world.exceptions.of(id).stream()
        .filter(each -> each.resolution() == null)
        .findFirst()
        .orElseThrow(() -> new AssertionError(world.orders.timeline(id).toString()));
  }

  private ListingLabels listing() {
    return new ListingLabels(
        world.loose, world.attempts, world.orders, world.exceptions, world.unusedLabels);
  }
}
