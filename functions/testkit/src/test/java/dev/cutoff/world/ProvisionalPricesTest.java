package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.testkit.AnOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A price that the carrier did not say itself is asked again before a label is bought at it. */
final class ProvisionalPricesTest {
  private final World world = new World();
  private final AnOrder order = AnOrder.numbered("1");
  private final List<RateRequest> asked = new ArrayList<>();

  @BeforeEach
  void reserved() {
    world.on("WEST", "TEE-BLK-M", 9).on("WEST", "MUG-WHT", 9);
    world.receive(order);
    run(world.ingesting.ingest(order.id()));
    run(world.reserving.reserve(order.id(), false));
    run(world.planning.plan(order.id()));
    assertThat(planned()).hasSize(1).allMatch(parcel -> parcel.cost().equals(usd(900)));
    provisional();
  }

  @Test
  void withinTheLimitTheLabelIsBoughtAtTheNewPrice() {
    charges(request -> 990);

    assertThat(label()).isInstanceOfAny(StepResult.Done.class, StepResult.Free.class);

    assertThat(world.carriers.sold())
        .extracting(each -> each.request().quoted())
        .containsExactly(usd(990));
    Parcel parcel = world.order(order.id()).shipments().getFirst().paidParcels().getFirst();
    assertThat(parcel.cost()).isEqualTo(usd(990));
    assertThat(parcel.plan().cost()).isEqualTo(usd(990));
    assertThat(parcel.plan().provisional()).isFalse();
    assertThat(asked).hasSize(1);
  }

  @Test
  void aLowerPriceIsTakenAsWell() {
    charges(request -> 700);
    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(world.carriers.sold())
        .extracting(each -> each.request().quoted())
        .containsExactly(usd(700));
  }

  /** Reported: the rate bought at checkout has expired when the order ships. */
  @Test
  void theRateBoughtAtCheckoutHasExpiredWhenTheOrderShipsAndIsPlannedAgain() {
    charges(request -> 991);

    assertThat(label()).isInstanceOf(StepResult.Changed.class);

    assertThat(world.carriers.asked()).as("nothing was bought").isEmpty();
    assertThat(world.orders.timeline(order.id()))
        .anySatisfy(entry -> {
          assertThat(entry.what()).isEqualTo("is planned again");
          assertThat(entry.why()).isEqualTo("planned at USD 9.00, now USD 9.91");
        });
    fromIngestToRateShop();
    assertThat(planned().getFirst().cost()).isEqualTo(usd(990));
    assertThat(planned().getFirst().carrier()).isEqualTo("parcelway");
    assertThat(label()).isInstanceOf(StepResult.Done.class);
  }

  @Test
  void itNeverGoesRoundForEverTheSecondTimeAPersonSeesBothPrices() {
    charges(request -> 1_200);
    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    // The plan is as provisional as before: the carrier was silent while it was made.
    charges(request -> 900);
    fromIngestToRateShop();
    provisional();
    charges(request -> 1_300);

    assertThat(heldFor(label()).message())
        .isEqualTo(
            "swift ground: planned at USD 9.00, now USD 13.00, and it was planned again once already (planned at USD 9.00, now USD 12.00). Retry to plan again, or cancel.");
    assertThat(world.carriers.asked()).isEmpty();
  }

  @Test
  void aCarrierThatHasNoPriceAnyMoreIsPlannedAround() {
    world.carriers.rates("swift", (carrier, request) -> new RateAnswer.NoRates("too heavy"));
    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    fromIngestToRateShop();
    assertThat(planned().getFirst().carrier()).isEqualTo("parcelway");
    assertThat(label()).isInstanceOf(StepResult.Done.class);
  }

  @Test
  void aCarrierThatWouldComeTooLateByNowIsPlannedAround() {
    world.carriers.rates(
        "swift",
        (carrier, request) ->
            new RateAnswer.Rates(
                List.of(ScriptedCarriers.quote("swift", "ground", 900, request, 20))));
    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    assertThat(world.attempts.all())
        .extracting(Attempt::plannedAgain)
        .containsExactly("planned to arrive on 2026-11-25, now on 2026-12-13");
  }

  @Test
  void aCarrierThatDoesNotAnswerIsAskedLaterAndNothingIsBoughtAtAPriceNobodySaid() {
    world.carriers.rates(
        "swift",
        (carrier, request) -> {
          throw new InTurn.Hangs();
        });
    assertThatThrownBy(this::label)
        .isInstanceOf(TryAgainLater.class)
        .hasMessageContaining("no answer within");
    assertThat(world.carriers.asked()).isEmpty();
    assertThat(world.attempts.all()).isEmpty();
  }

  @Test
  void aCarrierThatIsAwayForLongIsPlannedAround() {
    world.carriers.rates(
        "swift",
        (carrier, request) -> {
          throw NoAnswer.unreachable();
        });
    for (int i = 1; i < Breaker.FAILURES; i++) {
      assertThatThrownBy(this::label).isInstanceOf(TryAgainLater.class);
    }

    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    assertThat(world.attempts.all())
        .extracting(Attempt::plannedAgain)
        .containsExactly("planned at USD 9.00, now nobody says a price: can't be reached");
    fromIngestToRateShop();
    assertThat(planned().getFirst().carrier()).isEqualTo("parcelway");
    assertThat(planned().getFirst().provisional()).isFalse();
    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(world.carriers.sold()).hasSize(1);
  }

  @Test
  void whereNobodyElseKeepsThePromiseTheOneThatIsAwayIsPlannedWithAgainAndThenAPersonLooks() {
    for (String carrier : List.of("swift", "parcelway")) {
      world.carriers.rates(
          carrier,
          (asked, request) -> {
            throw NoAnswer.unreachable();
          });
    }
    for (int i = 1; i < Breaker.FAILURES; i++) {
      assertThatThrownBy(this::label).isInstanceOf(TryAgainLater.class);
    }
    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    fromIngestToRateShop();
    assertThat(planned()).isNotEmpty().allMatch(PlannedParcel::provisional);
    assertThat(world.carriers.asked()).isEmpty();
  }

  @Test
  void aPriceThatIsNotProvisionalIsNotAskedAgain() {
    fromIngestToRateShop();
    charges(request -> 5_000);
    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aPurchaseThatIsRefusedBecauseThePriceRoseIsPlannedAgainOnce() {
    fromIngestToRateShop();
    world.carriers.sellFor(request -> usd(950));

    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    assertThat(world.attempts.all()).extracting(Attempt::state).containsExactly(State.REFUSED);
    fromIngestToRateShop();
    assertThat(heldFor(label()).message())
        .startsWith("swift ground: planned at USD 9.00, now USD 9.50, and it was planned again");
    assertThat(world.carriers.sold()).isEmpty();
  }

  @Test
  void whatWasBoughtBeforeACrashIsNotPricedAgain() {
    charges(request -> 950);
    world.seam.crash("before Orders.save", 1);
    assertThatThrownBy(this::label).isInstanceOf(Seam.Crash.class);
    charges(request -> 5_000);

    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(world.carriers.sold()).hasSize(1);
    Parcel parcel = world.order(order.id()).shipments().getFirst().paidParcels().getFirst();
    assertThat(parcel.plan().cost()).isEqualTo(usd(950));
  }

  @Test
  void aPurchaseInDoubtIsLookedForBeforeItsPriceIsAskedAgain() {
    charges(request -> 950);
    world.seam.crash("after CarrierProvider.buy", 1);
    assertThatThrownBy(this::label).isInstanceOf(Seam.Crash.class);
    charges(request -> 5_000);

    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(world.carriers.asked()).hasSize(1);
  }

  @Test
  void aPurchaseThatSurelyFailedIsPricedAgainBeforeItIsTriedUnderItsReference() {
    charges(request -> 950);
    world.seam.crash("before CarrierProvider.buy", 1);
    assertThatThrownBy(this::label).isInstanceOf(Seam.Crash.class);
    world.carriers.notFound(request -> new FindAnswer.NotBought());
    charges(request -> 5_000);

    assertThat(label()).isInstanceOf(StepResult.Changed.class);
    assertThat(world.attempts.all())
        .extracting(Attempt::state, Attempt::plannedAgain)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                State.REFUSED, "planned at USD 9.00, now USD 50.00"));
    assertThat(world.carriers.sold()).isEmpty();
  }

  @Test
  void aPurchaseIsNeverHedgedThoughThePriceBeforeItIs() {
    charges(request -> 900);
    world.inTurn.hedgeEveryRead();
    assertThat(label()).isInstanceOf(StepResult.Done.class);
    assertThat(asked).as("the price, twice").hasSize(2);
    assertThat(world.carriers.asked()).as("the label, once").hasSize(1);
  }

  private void charges(ToLongFunction<RateRequest> cents) {
    world.carriers.rates(
        "swift",
        (carrier, request) -> {
          asked.add(request);
          return new RateAnswer.Rates(
              List.of(
                  ScriptedCarriers.quote(
                      "swift", "ground", cents.applyAsLong(request), request, 2)));
        });
    asked.clear();
  }

  /** As a planner leaves it that had no answer of the carrier. */
  private void provisional() {
    Order before = world.order(order.id());
    Shipment.Planned shipment = (Shipment.Planned) before.shipments().getFirst();
    List<PlannedParcel> parcels =
        shipment.parcels().stream()
            .map(each ->
                new PlannedParcel(
                    each.parcelId(),
                    each.lines(),
                    each.box(),
                    each.weightGrams(),
                    each.carrier(),
                    each.service(),
                    each.cost(),
                    each.shipDate(),
                    each.deliveryDate(),
                    each.quotedAt(),
                    true,
                    each.extras()))
            .toList();
    Shipment.Planned next =
        new Shipment.Planned(
            shipment.id(),
            shipment.node(),
            shipment.lines(),
            parcels,
            shipment.shipBy(),
            shipment.receipt());
    world.orders.save(before, before.changed(change -> change.shipment(next)), List.of());
  }

  private void fromIngestToRateShop() {
    run(world.ingesting.ingest(order.id()));
    run(world.reserving.reserve(order.id(), false));
    run(world.planning.plan(order.id()));
  }

  private StepResult label() {
    return world.labelling.label(order.id(), world.order(order.id()).attempt());
  }

  private List<PlannedParcel> planned() {
    return ((Shipment.Planned) world.order(order.id()).shipments().getFirst()).parcels();
  }

  private static Refusal heldFor(StepResult result) {
    assertThat(result).isInstanceOf(StepResult.Held.class);
    Refusal refusal = ((StepResult.Held) result).refusal();
    assertThat(refusal.reason()).isEqualTo(Reason.LABEL_REFUSED);
    return refusal;
  }

  private static void run(StepResult result) {
    assertThat(result).isInstanceOfAny(StepResult.Done.class, StepResult.Free.class);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
