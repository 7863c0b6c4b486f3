package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.NodeDock;
import dev.cutoff.money.Money;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.Packed;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.PackOutcome;
import dev.cutoff.shipment.application.Packing;
import dev.cutoff.shipment.application.Packing.OnBench;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bench says what parcels are; a mug is planned at half a kilogram in S, USD 9.00. */
final class PackingTest {
  private static final NodeDock AT_PACK = new NodeDock(false, true, Set.of());
  private static final OrderId ID = new OrderId("DTC-1001");
  private static final ShipmentId SHIPMENT = ShipmentId.of(ID, 1);

  private Machine machine = new Machine(() -> true);
  private World world = new World(machine);

  @BeforeEach
  void open() {
    open(NodeDock.PLAIN, DockRules.PLAIN);
  }

  private void open(NodeDock dock, DockRules rules) {
    machine = new Machine(() -> true);
    world = new World(machine);
    machine.runs(world);
    world.merchants.put(Docks.shop(dock, rules));
    world.on("EAST", "MUG-WHT", 9);
    for (String carrier : List.of("swift", "parcelway")) {
      world.carriers.rates(
          carrier,
          (asked, request) ->
              new RateAnswer.Rates(
                  List.of(
                      ScriptedCarriers.quote(
                          asked.id(),
                          "ground",
                          request.parcels().getFirst().grams() < 2_000 ? 900 : 1_080,
                          request,
                          2))));
    }
    world.receive(AnOrder.numbered("1001").line("MUG-WHT", 1));
    goOn();
    world.clock.advance(Duration.ofMinutes(30));
    goOn();
  }

  @Test
  void withinTheToleranceTheLabelStaysAndTheBenchIsOnTheRow() {
    long planned = parcel().plan().weightGrams();

    assertThat(pack(planned + 50)).isInstanceOf(PackOutcome.Packed.class);
    assertThat(pack(planned + 50)).isInstanceOf(PackOutcome.Packed.class);

    Packed packed = Objects.requireNonNull(parcel().plan().packed());
    assertThat(packed.weightGrams()).isEqualTo(planned + 50);
    assertThat(parcel().plan().weightGrams()).isEqualTo(planned);
    assertThat(world.carriers.sold()).hasSize(1);
  }

  @Test
  void whatIsPackedIsToldOnceHoweverOftenTheBenchSaysSo() {
    long planned = parcel().plan().weightGrams();

    var _ = pack(planned);
    world.clock.advance(Duration.ofMinutes(5));
    var _ = pack(planned);

    assertThat(world.announcements.published())
        .filteredOn(each -> each.what() == Announcement.What.PACKED)
        .extracting(Announcement::key)
        .isNotEmpty()
        .containsOnly("DTC-1001#" + SHIPMENT + "#packed");
  }

  @Test
  void beyondItTheLabelIsVoidedAndAnotherIsBoughtAtTheTrueWeight() {
    assertThat(pack(2_300)).isInstanceOf(PackOutcome.Packed.class);
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertOneGoodLabel(2_300);
    assertThat(parcel().cost()).isEqualTo(Money.of(1_080, "USD"));
    assertThat(Objects.requireNonNull(parcel().plan().packed()).plannedCost())
        .isEqualTo(Money.of(900, "USD"));
    assertThat(pack(2_300)).isInstanceOf(PackOutcome.Packed.class);
    goOn();
    assertOneGoodLabel(2_300);
  }

  @Test
  void whatCostsMuchMoreIsNotBoughtBeforeTheBenchSaysSo() {
    open(NodeDock.PLAIN, new DockRules(50, 5, 10, DockRules.WhenLabelled.BUY_AGAIN, HOURS));

    assertThat(pack(2_300))
        .isInstanceOfSatisfying(
            PackOutcome.CostsMore.class,
            more -> {
              assertThat(more.planned()).isEqualTo(Money.of(900, "USD"));
              assertThat(more.now()).isEqualTo(Money.of(1_080, "USD"));
            });
    assertThat(parcel().plan().packed()).isNull();

    assertThat(pack(2_300, true)).isInstanceOf(PackOutcome.Packed.class);
    goOn();
    assertOneGoodLabel(2_300);
  }

  @Test
  void aShopMayKeepTheLabelAndIsToldOfTheDifference() {
    open(NodeDock.PLAIN, new DockRules(50, 5, 25, DockRules.WhenLabelled.KEEP, HOURS));

    assertThat(pack(2_300)).isInstanceOf(PackOutcome.Packed.class);
    goOn();

    assertThat(world.carriers.sold()).hasSize(1).noneMatch(ScriptedCarriers.Sold::voided);
    assertThat(world.exceptions.open(null, Reason.PACKED_DIFFERS, null).items()).hasSize(1);
  }

  @Test
  void nonsenseOfTheBenchIsToldAndChangesNothing() {
    assertThat(pack(List.of(new OnBench(null, "XXL", 500))))
        .isInstanceOf(PackOutcome.NotUnderstood.class);
    assertThat(pack(List.of(new OnBench("SHP-DTC-1001-1-9", null, 500))))
        .isInstanceOf(PackOutcome.NotUnderstood.class);
    assertThat(pack(List.of(new OnBench(null, null, 500), new OnBench(null, null, 600))))
        .isInstanceOf(PackOutcome.NotUnderstood.class);
    assertThat(parcel().plan().packed()).isNull();
  }

  @Test
  void aParcelOfACancelledOrderIsStoppedAtTheBenchAndNamed() {
    var _ = world.cancelling.cancel(ID, "person", "no");
    assertThat(pack(500)).isInstanceOf(PackOutcome.Stopped.class);
    goOn();
    assertThat(pack(500)).isInstanceOf(PackOutcome.Stopped.class);
    assertThat(world.exceptions.open(null, Reason.VOID_LABEL_SCANNED, null).items()).hasSize(1);
  }

  @Test
  void aNodeThatLabelsAtPackBuysNothingBeforeAndIsNobodysException() {
    open(AT_PACK, DockRules.PLAIN);

    assertThat(world.order(ID).state()).isEqualTo(OrderState.PLANNED);
    assertThat(world.carriers.asked()).isEmpty();
    assertThat(world.exceptions.open(null, null, null).items()).isEmpty();

    assertThat(pack(2_300)).isInstanceOf(PackOutcome.Packed.class);
    goOn();

    assertThat(world.order(ID).state()).isEqualTo(OrderState.LABELLED);
    assertOneGoodLabel(2_300);
  }

  @Test
  void aCarrierThatIsAwayWhenTheBenchPacksIsAskedItsPriceBeforeTheLabelIsBought() {
    open(AT_PACK, DockRules.PLAIN);
    AtomicInteger asked = new AtomicInteger();
    for (String carrier : List.of("swift", "parcelway")) {
      world.carriers.rates(
          carrier,
          (each, request) -> {
            if (asked.incrementAndGet() == 1) {
              throw new TryAgainLater("down");
            }
            return new RateAnswer.Rates(
                List.of(ScriptedCarriers.quote(each.id(), "ground", 990, request, 2)));
          });
    }
    assertThat(pack(2_300)).isInstanceOf(PackOutcome.Packed.class);
    goOn();
    assertOneGoodLabel(2_300);
    assertThat(parcel().cost()).isEqualTo(Money.of(990, "USD"));
  }

  @Test
  void whatIsNotPackedByTheCutoffIsPlannedAgainOnceAndThenHeld() {
    open(AT_PACK, DockRules.PLAIN);
    Shipment.Planned first = (Shipment.Planned) world.order(ID).shipments().getFirst();

    pastCutoff(first);
    Shipment.Planned second = (Shipment.Planned) world.order(ID).shipments().getFirst();
    assertThat(second.shipBy()).isAfter(first.shipBy());
    assertThat(world.order(ID).state()).isEqualTo(OrderState.PLANNED);

    pastCutoff(second);
    assertThat(world.order(ID).state()).isEqualTo(OrderState.HELD);
    assertThat(world.exceptions.open(null, Reason.NOT_PACKED, null).items()).hasSize(1);
    assertThat(world.carriers.asked()).isEmpty();
  }

  @Test
  void anOrderThatIsCancelledWhileTheBenchHasItIsCancelledAtOnce() {
    open(AT_PACK, DockRules.PLAIN);
    var _ = world.cancelling.cancel(ID, "person", "no");
    goOn();
    assertThat(world.order(ID).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(world.carriers.asked()).isEmpty();
  }

  /** Reported: one packed group blocks another (hotwax/bopis#636). */
  @Test
  void onePackedGroupDoesNotBlockAnother() {
    open(AT_PACK, DockRules.PLAIN);
    world.on("WEST", "TEE-BLK-M", 9);
    world.receive(AnOrder.numbered("1002").line("MUG-WHT", 1).line("TEE-BLK-M", 1));
    goOn();
    world.clock.advance(Duration.ofMinutes(30));
    goOn();
    OrderId two = new OrderId("DTC-1002");
    List<Shipment> planned = world.order(two).shipments();
    assertThat(planned).hasSize(2);

    var _ = pack(planned.getLast().id(), List.of(new OnBench(null, null, 600)), false);
    goOn();
    assertThat(world.order(two).shipments().getLast()).isInstanceOf(Shipment.Labelled.class);
    assertThat(world.order(two).shipments().getFirst()).isInstanceOf(Shipment.Planned.class);

    var _ = pack(planned.getFirst().id(), List.of(new OnBench(null, null, 600)), false);
    goOn();
    assertThat(world.order(two).state()).isEqualTo(OrderState.LABELLED);
  }

  /** The bench says it again, as people do who got no answer; the sweeper does the rest. */
  @Test
  void aProcessThatDiesBetweenAnyTwoStepsLeavesOneGoodLabel() {
    int points = 0;
    for (NodeDock dock : List.of(NodeDock.PLAIN, AT_PACK)) {
      for (int at = 1; ; at++) {
        open(dock, DockRules.PLAIN);
        AtomicInteger left = new AtomicInteger(at);
        world.seam.on(point -> {
          if (left.decrementAndGet() == 0) {
            throw new Seam.Crash(point);
          }
        });
        packDying();
        goOnDying();
        world.seam.quiet();
        for (int i = 0; i < 3; i++) {
          packDying();
          goOn();
          world.clock.advance(Duration.ofMinutes(1));
          world.sweeping.sweep();
          goOn();
        }
        assertOneGoodLabel(2_300);
        assertThat(world.order(ID).state()).as("crash " + at).isEqualTo(OrderState.LABELLED);
        if (left.get() > 0) {
          break;
        }
        points++;
      }
    }
    assertThat(points).isGreaterThan(60);
  }

  private static final Duration HOURS = Duration.ofHours(12);

  private void packDying() {
    try {
      var _ = pack(2_300);
    } catch (Seam.Crash | TryAgainLater died) {
      // Nobody answered the bench.
    }
  }

  private void goOnDying() {
    try {
      goOn();
    } catch (Seam.Crash died) {
      goOn();
    }
  }

  private void pastCutoff(Shipment.Planned planned) {
    Duration left = Duration.between(world.clock.instant(), planned.shipBy());
    world.clock.advance(left.plusMinutes(1));
    world.sweeping.sweep();
    goOn();
    world.clock.advance(Duration.ofMinutes(30));
    goOn();
  }

  private void assertOneGoodLabel(long grams) {
    assertThat(world.carriers.sold().stream().filter(sold -> !sold.voided()))
        .singleElement()
        .satisfies(sold -> assertThat(sold.request().parcel().grams()).isEqualTo(grams));
    assertThat(world.attempts.all().stream().filter(each -> each.state() == State.BOUGHT))
        .hasSize(1);
    assertThat(world.attempts.all())
        .allMatch(each -> each.state() == State.BOUGHT || each.state() == State.VOIDED);
    assertThat(parcel().labelId())
        .isEqualTo(
            world.attempts.all().stream()
                .filter(each -> each.state() == State.BOUGHT)
                .findFirst()
                .orElseThrow()
                .labelId());
  }

  private Parcel parcel() {
    return world.order(ID).shipments().getFirst().paidParcels().getFirst();
  }

  private PackOutcome pack(long grams) {
    return pack(grams, false);
  }

  private PackOutcome pack(long grams, boolean anyPrice) {
    return pack(SHIPMENT, List.of(new OnBench(null, null, grams)), anyPrice);
  }

  private PackOutcome pack(List<OnBench> parcels) {
    return pack(SHIPMENT, parcels, false);
  }

  private PackOutcome pack(ShipmentId id, List<OnBench> parcels, boolean anyPrice) {
    return world.packing.pack(new Packing(id, parcels, anyPrice, "bench 2"));
  }

  private void goOn() {
    while (!machine.runnable().isEmpty()) {
      machine.step(machine.runnable().getFirst());
    }
  }
}
