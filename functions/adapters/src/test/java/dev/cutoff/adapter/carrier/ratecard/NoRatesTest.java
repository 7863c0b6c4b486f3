package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.BOSTON;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.WEEKDAYS;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.address;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.carrier;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.parcel;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.PlainDocuments;
import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.Capability;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Surcharge.Applies;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No carrier ever answers with an empty list: it says why. */
final class NoRatesTest {
  private final RateCardProvider provider =
      new RateCardProvider(new SmallMap(), new PlainDocuments());

  @Test
  void anEmptyRateListForAnOverweightParcelHasAReason() {
    assertThat(why(carrier(ground(card())), BOSTON, parcel(30_001)))
        .isEqualTo("Swift: Swift Ground: 30001 g is over its limit of 30000 g");
  }

  @Test
  void anEmptyRateListForAForeignParcelHasAReason() {
    assertThat(why(carrier(ground(card())), address("DE", "", "Bonn", "53111"), parcel(900)))
        .isEqualTo("Swift: Swift Ground: does not deliver to DE");
    assertThat(why(carrier(ground(card())), address("", "", "Bonn", "53111"), parcel(900)))
        .isEqualTo("Swift: Swift Ground: needs the recipient's country");
  }

  @Test
  void everyServiceSaysItsOwnReason() {
    Service mexico =
        new Service("mx", "South", Set.of("MX"), 5_000, 30_000, 1_200, 0.9, List.of(card()));

    assertThat(why(carrier(ground(card()), mexico), BOSTON, parcel(31_000)))
        .isEqualTo(
            "Swift: Swift Ground: 31000 g is over its limit of 30000 g; "
                + "South: does not deliver to US");
  }

  @Test
  void oneParcelTooLongIsEnough() {
    ParcelSpec long1 = new ParcelSpec(900, new Size(100, 100, 1_201));

    assertThat(why(carrier(ground(card())), BOSTON, parcel(900), long1))
        .isEqualTo("Swift: Swift Ground: 1201 mm is over its limit of 1200 mm");
  }

  @Test
  void aParcelLargerThanTheCardGoes() {
    ParcelSpec bulky = new ParcelSpec(900, new Size(1_000, 1_000, 250));

    assertThat(why(carrier(ground(card())), BOSTON, bulky))
        .isEqualTo("Swift: Swift Ground: 50000 g billable is over the last step of zone 2");
  }

  @Test
  void aPlaceThatNoMapKnows() {
    assertThat(why(carrier(ground(card())), address("US", "KS", "Nowhere", "66666"), parcel(900)))
        .isEqualTo(
            "Swift: Swift Ground: cannot tell the zone: the recipient's postcode is not on the map");
  }

  @Test
  void aPlaceFartherThanTheLastZone() {
    assertThat(why(carrier(ground(card())), address("US", "HI", "Honolulu", "96701"), parcel(900)))
        .startsWith("Swift: Swift Ground: has no zone for 79")
        .endsWith(" km");
  }

  @Test
  void aCountryThatIsServedButHasNoZone() {
    Service abroad =
        new Service("gb", "Isles", Set.of("GB"), 5_000, 30_000, 1_200, 0.9, List.of(card()));

    assertThat(why(carrier(abroad), address("GB", "", "Leeds", "LS1 1AA"), parcel(900)))
        .isEqualTo("Swift: Isles: has no zone for GB");
  }

  @Test
  void noCardForTheDay() {
    Service retired = ground(card(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 23), 0));

    assertThat(why(carrier(retired), BOSTON, parcel(900)))
        .isEqualTo("Swift: Swift Ground: has no rate card for 2026-11-24");
  }

  @Test
  void aCardInAnotherCurrencyIsNotAddedUp() {
    RateRequest inEuro = request(node("EUR"), BOSTON, parcel(900));

    assertThat(provider.rates(carrier(ground(card())), inEuro))
        .isEqualTo(new RateAnswer.NoRates("Swift: Swift Ground: is priced in USD, not in EUR"));
    Surcharge toll = new Surcharge("toll", Applies.ALWAYS, Money.of(1, "CAD"), 0, null, null);
    assertThat(why(carrier(ground(card(toll))), BOSTON, parcel(900)))
        .isEqualTo("Swift: Swift Ground: is priced in CAD, not in USD");
  }

  @Test
  void aCarrierThatCollectsOnlyWhenTheNodeIsShut() {
    Carrier sundays = carrier(EnumSet.of(DayOfWeek.SUNDAY), WEEKDAYS, ground(card()));

    assertThat(why(sundays, BOSTON, parcel(900)))
        .isEqualTo("Swift: Swift Ground: is never collected on a day on which EAST ships");
  }

  @Test
  void aCarrierWithoutServicesSaysSo() {
    assertThat(why(carrier(), BOSTON, parcel(900))).isEqualTo("Swift: has no services");
  }

  @Test
  void aServiceThatCannotDoesNotHideOneThatCan() {
    Carrier carrier = carrier(ground(card()), service("dear", "No cards"));

    assertThat(provider.rates(carrier, request(node(), BOSTON, parcel(900))))
        .isInstanceOfSatisfying(
            RateAnswer.Rates.class,
            rates ->
                assertThat(rates.quotes())
                    .singleElement()
                    .matches(q -> q.service().equals("ground")));
  }

  @Test
  void ofAnAddressItKnowsThePostcodeAndNoMore() {
    Carrier swift = carrier(ground(card()));

    assertThat(provider.can()).contains(Capability.VERIFY_ADDRESS);
    assertThat(provider.verify(swift, BOSTON)).isEqualTo(new AddressAnswer.Good());
    assertThat(provider.verify(swift, address("US", "MA", "Nowhere", "00000")))
        .isEqualTo(new AddressAnswer.CouldNotAsk("that postcode is not on the map"));
    assertThat(provider.verify(swift, address("DE", "", "Berlin", "10115")))
        .isEqualTo(new AddressAnswer.CouldNotAsk("Swift does not go to that country"));
  }

  private String why(Carrier carrier, Address to, ParcelSpec... parcels) {
    return switch (provider.rates(carrier, request(node(), to, parcels))) {
      case RateAnswer.NoRates none -> none.why();
      case RateAnswer.Rates rates -> throw new AssertionError(rates.toString());
    };
  }

  private static RateRequest request(Node from, Address to, ParcelSpec... parcels) {
    return new RateRequest(from, to, List.of(parcels), SHIP_DATE);
  }
}
