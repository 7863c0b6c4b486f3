package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.exception.Action;
import dev.cutoff.exception.OpenException;
import dev.cutoff.exception.OpenException.Addresses;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.ResolvingException.Decided;
import dev.cutoff.exception.application.ResolvingException.Outcome;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.AddressChecks;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.AddressCheck.Verdict;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a carrier knows the ship-to address, and who has the last word. */
final class AddressCheckTest {
  private static final Address GIVEN = AnOrder.LOS_ANGELES;
  private static final Address ELSEWHERE = at("1 Sample Street", "Bell", "90040");

  private final Playing shop = Playing.backordering(false);

  @BeforeEach
  void theStoreWantsIt() {
    wanting(new AddressChecks(Duration.ofSeconds(3), Set.of()));
    shop.world.on("EAST", "MUG-WHT", 50);
  }

  @Test
  void aStoreThatDoesNotAskForItHasNobodyAsked() {
    wanting(null);
    answering(address -> new AddressAnswer.Bad("nobody lives there"));

    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.carriers.verified()).isEmpty();
  }

  @Test
  void aGoodAddressGoesOnAndTheTimelineSaysWhoSaidSo() {
    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(check(id).verdict()).isEqualTo(Verdict.GOOD);
    assertThat(shop.world.orders.timeline(id))
        .anyMatch(each -> each.what().equals("address verified") && each.who().equals("parcelway"));
  }

  @Test
  void addressServiceDownIsTreatedAsABadAddress_itIsNotAndTheOrderGoesOnWithAMark() {
    answering(address -> {
      throw NoAnswer.status(503);
    });

    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(check(id).verdict()).isEqualTo(Verdict.COULD_NOT_ASK);
    assertThat(check(id).told()).contains("parcelway: answered 503", "swift: answered 503");
    assertThat(shop.world.exceptions.of(id)).isEmpty();
    assertThat(shop.world.orders.timeline(id))
        .anyMatch(each -> each.what().startsWith("address not verified"));
  }

  @Test
  void aServiceThatHangsHoldsNoOrderLongerThanItsTimeLimit() {
    answering(address -> {
      throw new InTurn.Hangs();
    });

    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(check(id).told()).contains("no answer within 3000 ms");
  }

  @Test
  void afterFiveSilencesItIsLeftAloneAndOrdersGoOn() {
    answering(address -> {
      throw NoAnswer.unreachable();
    });
    for (int i = 1; i <= Breaker.FAILURES; i++) {
      ordered("" + i);
    }
    int asked = shop.world.carriers.verified().size();

    OrderId id = ordered("99");

    assertThat(shop.world.carriers.verified()).hasSize(asked);
    assertThat(check(id).told()).contains("not asked before");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void validAddressWhoseCityAndZipWereSilentlyChanged_bothAreShownAndNothingIsChanged() {
    answering(address -> new AddressAnswer.Corrected(ELSEWHERE));

    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(shop.order(id).shipTo()).contains(GIVEN);
    OpenException open = open(id);
    assertThat(open.refusal().reason()).isEqualTo(Reason.ADDRESS_CORRECTED);
    Addresses shown = Objects.requireNonNull(open.addresses());
    assertThat(shown.given()).isEqualTo(GIVEN);
    assertThat(Objects.requireNonNull(shown.proposed()).city()).isEqualTo("Bell");
    assertThat(shown.proposed().name()).isEqualTo(GIVEN.name());
    assertThat(open.refusal().message()).doesNotContain("Sample", "Bell", GIVEN.name());
    assertThat(shop.world.stock.reservations(id)).isEmpty();
  }

  @Test
  void anotherSpellingOfTheSamePlaceBothersNobody() {
    answering(
        address -> new AddressAnswer.Corrected(at("1 SAMPLE ST", "LOS ANGELES", "90012-1234")));

    OrderId id = ordered("1");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.order(id).shipTo()).contains(GIVEN);
  }

  @Test
  void acceptingTakesTheProposalAndAsksNobodyAgain() {
    answering(address -> new AddressAnswer.Corrected(ELSEWHERE));
    OrderId id = ordered("1");
    int asked = shop.world.carriers.verified().size();

    decide(id, Action.ACCEPT, "");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.carriers.sold().getFirst().request().to().city()).isEqualTo("Bell");
    assertThat(shop.world.carriers.sold().getFirst().request().to().name()).isEqualTo(GIVEN.name());
    assertThat(shop.world.carriers.verified()).hasSize(asked);
  }

  @Test
  void aNewBuildingCannotBeOverridden_itCanAndWhoWhenAndWhyAreWrittenDown() {
    answering(address -> new AddressAnswer.Bad("Address not found"));
    OrderId id = ordered("1");
    assertThat(open(id).refusal().reason()).isEqualTo(Reason.ADDRESS_NOT_FOUND);
    assertThat(open(id).refusal().message()).contains("Address not found");

    assertThat(resolve(id, new Decided(Action.OVERRIDE, null, " ", "kim")))
        .isInstanceOf(Outcome.WhyMissing.class);
    decide(id, Action.OVERRIDE, "built this year");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.carriers.sold().getFirst().request().to()).isEqualTo(GIVEN);
    assertThat(check(id).overruled())
        .isEqualTo(
            new AddressCheck.Overruling("kim", shop.world.clock.instant(), "built this year"));
    assertThat(shop.world.orders.timeline(id))
        .anyMatch(each ->
            each.who().equals("kim")
                && each.what().equals("resolved: override")
                && each.why().equals("built this year")
                && each.at().equals(shop.world.clock.instant()));
    assertThat(shop.world.exceptions.of(id).getFirst().resolution())
        .satisfies(how -> assertThat(how.why()).isEqualTo("built this year"));
  }

  @Test
  void eachAddressIsAskedOnceHoweverOftenTheStepRuns() {
    OrderId id = ordered("1");
    int asked = shop.world.carriers.verified().size();

    var _ = shop.world.ingesting.ingest(id);
    var _ = shop.world.ingesting.ingest(id);

    assertThat(asked).isEqualTo(1);
    assertThat(shop.world.carriers.verified()).hasSize(1);
  }

  @Test
  void anAddressThatThePersonCorrectsIsAskedAnewAndRetryAsksTheSameAgain() {
    answering(address -> new AddressAnswer.Bad("Address not found"));
    OrderId id = ordered("1");

    decide(id, Action.RETRY, "");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(shop.world.carriers.verified()).hasSize(2);

    answering(address -> new AddressAnswer.Good());
    assertThat(resolve(id, new Decided(Action.CORRECT_ADDRESS, ELSEWHERE, "", "kim")))
        .isInstanceOf(Outcome.Resolved.class);
    shop.settle();

    assertThat(shop.world.carriers.verified()).hasSize(3).last().isEqualTo(ELSEWHERE);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void theChoiceBetweenTwoAddressesIsNoChoiceBetweenOthers() {
    answering(address -> new AddressAnswer.Corrected(ELSEWHERE));
    OrderId id = ordered("1");
    OpenException shown = open(id);
    // The customer moves in the very moment in which somebody clicks.
    shop.world.carriers.addresses(address -> new AddressAnswer.Good());
    shop.world.clock.advance(Duration.ofMinutes(1));
    var _ =
        shop.world.receive(
            mug("1")
                .shipTo(at("9 New Road", "Vernon", "90058"))
                .updatedAt(shop.world.clock.instant()));

    var outcome =
        shop.world.resolving.resolve(shown.id(), new Decided(Action.ACCEPT, null, "", "kim"));
    shop.settle();

    assertThat(outcome).isInstanceOf(Outcome.AlreadyResolved.class);
    assertThat(shop.world.carriers.sold().getFirst().request().to().city()).isEqualTo("Vernon");
  }

  @Test
  void anAddressThatChangesWhileTheCarrierLooksIsAskedAnew() {
    Address moved = at("9 New Road", "Vernon", "90058");
    answering(address -> {
      if (address.equals(GIVEN)) {
        shop.world.clock.advance(Duration.ofMinutes(1));
        var _ = shop.world.receive(mug("1").shipTo(moved).updatedAt(shop.world.clock.instant()));
      }
      return new AddressAnswer.Good();
    });

    OrderId id = ordered("1");

    assertThat(shop.world.carriers.verified()).containsExactly(GIVEN, moved);
    assertThat(check(id).isOf(moved)).isTrue();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.carriers.sold().getFirst().request().to()).isEqualTo(moved);
  }

  @Test
  void onlyCountriesThatAreNamedAreAskedAbout() {
    wanting(new AddressChecks(Duration.ofSeconds(3), Set.of("CA")));

    ordered("1");

    assertThat(shop.world.carriers.verified()).isEmpty();
  }

  private void answering(Function<Address, AddressAnswer> how) {
    shop.world.carriers.addresses(how);
  }

  private OrderId ordered(String number) {
    return shop.order(mug(number));
  }

  private static AnOrder mug(String number) {
    return AnOrder.numbered(number).line("MUG-WHT", 1);
  }

  private void decide(OrderId id, Action action, String why) {
    assertThat(resolve(id, new Decided(action, null, why, "kim")))
        .isInstanceOf(Outcome.Resolved.class);
    shop.settle();
  }

  private Outcome resolve(OrderId id, Decided decided) {
    return shop.world.resolving.resolve(open(id).id(), decided);
  }

  private OpenException open(OrderId id) {
    return shop.world.exceptions.of(id).stream()
        .filter(each -> each.resolution() == null)
        .findFirst()
        .orElseThrow();
  }

  private AddressCheck check(OrderId id) {
    return Objects.requireNonNull(shop.order(id).addressCheck());
  }

  private void wanting(@Nullable AddressChecks checks) {
    AMerchant merchant = AMerchant.standard();
    Store store = AMerchant.shop().store(mug("1").document().storeId()).orElseThrow();
    shop.shop(
        merchant
            .store(
                new Store(
                    store.id(),
                    store.channel(),
                    store.name(),
                    store.orderPrefix(),
                    store.webhookSecretName(),
                    store.apiUrl(),
                    store.apiSecretName(),
                    store.locations(),
                    store.shippingMethods(),
                    store.notices(),
                    store.stock(),
                    store.remorse(),
                    checks))
            .build());
  }

  private static Address at(String street, String city, String zip) {
    return Address.of(null, null, street, null, city, "CA", zip, "US", null);
  }
}
