package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.BOSTON;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.PORTLAND;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.address;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.carrier;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.fixed;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.ground;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.home;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.parcel;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.service;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.PlainDocuments;
import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Surcharge.Applies;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Quote.Component;
import dev.cutoff.rate.Destinations;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RatesTest {
  private final RateCardProvider provider =
      new RateCardProvider(new SmallMap(), new PlainDocuments());

  @Test
  void aPriceIsWhatAPersonWithTheRateCardWouldWorkOut() {
    Carrier carrier =
        carrier(
            ground(
                card(
                    share("fuel", Applies.ALWAYS, 750),
                    fixed("residential", Applies.RESIDENTIAL, 395),
                    fixed("remote area", Applies.REMOTE, 1_500))));

    // Newark to Chicago is about 1,130 km: zone 5. 1,640 g weigh less than 300 x 250 x 120 mm
    // count: 9,000,000 / 5,000 = 1,800 g. The step is 2 kg: 10.00. Fuel 7.5 % of it: 0.75.
    ParcelSpec parcel = new ParcelSpec(1_640, new Size(300, 250, 120));
    Quote quote = only(rates(carrier, home(CHICAGO), parcel));

    assertThat(quote)
        .isEqualTo(
            new Quote(
                "swift",
                "ground",
                "Swift Ground",
                List.of(usd(1_470)),
                usd(1_470),
                List.of(
                    new Component("base zone 5 to 2000 g", usd(1_000)),
                    new Component("fuel 7.5 %", usd(75)),
                    new Component("residential", usd(395))),
                SHIP_DATE,
                LocalDate.of(2026, 11, 27),
                0.97));
  }

  @Test
  void aWeightOnTheStepIsStillOnIt() {
    Carrier carrier = carrier(ground(card()));

    assertThat(only(rates(carrier, BOSTON, parcel(1_000))).total()).isEqualTo(usd(700));
    assertThat(only(rates(carrier, BOSTON, parcel(1_001))).total()).isEqualTo(usd(800));
  }

  @Test
  void aCubicMillimetreOverCountsAsTheNextGram() {
    Carrier carrier = carrier(ground(card()));
    ParcelSpec exact = new ParcelSpec(10, new Size(1_000, 1_000, 5));
    ParcelSpec over = new ParcelSpec(10, new Size(1_000, 1_001, 5));

    assertThat(only(rates(carrier, BOSTON, exact)).total()).isEqualTo(usd(700));
    assertThat(only(rates(carrier, BOSTON, over)).total()).isEqualTo(usd(800));
  }

  @Test
  void halfACentOfFuelIsRoundedUp() {
    Carrier carrier = carrier(ground(card(share("fuel", Applies.ALWAYS, 1_235))));

    // 12.35 % of 9.00 is 1.1115, of 10.00 is 1.235.
    assertThat(only(rates(carrier, CHICAGO, parcel(900))).total()).isEqualTo(usd(1_011));
    assertThat(only(rates(carrier, CHICAGO, parcel(1_900))).total()).isEqualTo(usd(1_124));
  }

  @Test
  void severalParcelsArePricedOneByOneAndAddedUp() {
    Carrier carrier = carrier(ground(card(fixed("label", Applies.ALWAYS, 10))));

    Quote quote = only(rates(carrier, BOSTON, parcel(900), parcel(4_000)));

    assertThat(quote.perParcel()).containsExactly(usd(710), usd(910));
    assertThat(quote.total()).isEqualTo(usd(1_620));
    assertThat(quote.components())
        .extracting(Component::name)
        .containsExactly(
            "parcel 1: base zone 2 to 1000 g",
            "parcel 1: label",
            "parcel 2: base zone 2 to 5000 g",
            "parcel 2: label");
  }

  @Test
  void theCheapestServiceComesFirstAndEqualOnesByName() {
    Carrier carrier =
        carrier(
            service("x", "Express", card(LocalDate.of(2026, 1, 1), null, 900)),
            service("z", "Zebra", card()),
            service("a", "Ant", card()));

    assertThat(quotes(rates(carrier, BOSTON, parcel(900))))
        .extracting(Quote::serviceName)
        .containsExactly("Ant", "Zebra", "Express");
  }

  @Test
  void anotherCountryHasTheZoneThatIsNamedAfterIt() {
    Quote quote =
        only(rates(carrier(ground(card())), address("CA", "ON", "Toronto", "M5H"), parcel(900)));

    assertThat(quote.total()).isEqualTo(usd(2_000));
    assertThat(quote.deliveryDate()).isEqualTo(LocalDate.of(2026, 12, 3));
  }

  @Test
  void theCardOfTheShipDateCountsAndOfTwoTheLater() {
    Carrier carrier =
        carrier(
            ground(
                card(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 11, 24), 0),
                card(LocalDate.of(2026, 11, 25), null, 40),
                card(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 24), 60)));

    assertThat(on(carrier, LocalDate.of(2026, 11, 24))).isEqualTo(usd(700));
    assertThat(on(carrier, LocalDate.of(2026, 11, 25))).isEqualTo(usd(740));
    assertThat(on(carrier, LocalDate.of(2026, 12, 24))).isEqualTo(usd(760));
  }

  @Test
  void aPeakSurchargeCountsOnItsDaysAlone() {
    Surcharge peak =
        new Surcharge(
            "peak",
            Applies.ALWAYS,
            usd(200),
            0,
            LocalDate.of(2026, 11, 25),
            LocalDate.of(2026, 12, 24));
    Carrier carrier = carrier(ground(card(peak)));

    assertThat(on(carrier, LocalDate.of(2026, 11, 24))).isEqualTo(usd(700));
    assertThat(on(carrier, LocalDate.of(2026, 11, 25))).isEqualTo(usd(900));
    assertThat(on(carrier, LocalDate.of(2026, 12, 24))).isEqualTo(usd(900));
    assertThat(on(carrier, LocalDate.of(2026, 12, 25))).isEqualTo(usd(700));
  }

  @Test
  void aSurchargeMayBeFixedAndAShareAtOnce() {
    Surcharge both = new Surcharge("handling", Applies.ALWAYS, usd(50), 1_000, null, null);

    assertThat(only(rates(carrier(ground(card(both))), BOSTON, parcel(900))).total())
        .isEqualTo(usd(820));
  }

  @Test
  void oversizeIsLongerThanAMetre() {
    Carrier carrier = carrier(ground(card(fixed("oversize", Applies.OVERSIZE, 900))));

    assertThat(priceOf(carrier, new ParcelSpec(500, new Size(40, 1_000, 40)))).isEqualTo(usd(700));
    assertThat(priceOf(carrier, new ParcelSpec(500, new Size(40, 1_001, 40))))
        .isEqualTo(usd(1_600));
  }

  @Test
  void islandsAlaskaAndTheArmedForcesAreRemoteHoweverTheAddressIsWritten() {
    List<Address> remote =
        List.of(
            address("US", "AK", "Anchorage", "99501"),
            address("US", "", "Honolulu", "96701"),
            address("US", "PR", "San Juan", "00901"),
            address("PR", "", "San Juan", "00901"),
            address("US", "AE", "APO", "09012"),
            address("US", "", "apo", "09012"));

    assertThat(remote).allMatch(Destinations::remote);
    assertThat(List.of(BOSTON, CHICAGO, PORTLAND, address("CA", "AK", "APO", "99501")))
        .noneMatch(Destinations::remote);
  }

  @Test
  void puertoRicoIsServedAsTheUnitedStatesUnderEitherCountryCode() {
    Carrier carrier = carrier(ground(card(fixed("remote", Applies.REMOTE, 1_500))));

    assertThat(only(rates(carrier, address("PR", "", "San Juan", "00901"), parcel(900))))
        .isEqualTo(only(rates(carrier, address("US", "PR", "San Juan", "00901"), parcel(900))))
        .returns(usd(2_700), Quote::total);
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    Carrier carrier = carrier(service("b", "B", card()), service("a", "A", card()));

    assertThat(rates(carrier, PORTLAND, parcel(900)))
        .isEqualTo(rates(carrier, PORTLAND, parcel(900)));
  }

  private Money on(Carrier carrier, LocalDate shipDate) {
    return only(provider.rates(carrier, request(BOSTON, shipDate, parcel(900)))).total();
  }

  private Money priceOf(Carrier carrier, ParcelSpec parcel) {
    return only(rates(carrier, BOSTON, parcel)).total();
  }

  private RateAnswer rates(Carrier carrier, Address to, ParcelSpec... parcels) {
    return provider.rates(carrier, request(to, SHIP_DATE, parcels));
  }

  private static RateRequest request(Address to, LocalDate shipDate, ParcelSpec... parcels) {
    return new RateRequest(node(), to, List.of(parcels), shipDate);
  }

  private static Quote only(RateAnswer answer) {
    assertThat(quotes(answer)).hasSize(1);
    return quotes(answer).getFirst();
  }

  private static List<Quote> quotes(RateAnswer answer) {
    return switch (answer) {
      case RateAnswer.Rates rates -> rates.quotes();
      case RateAnswer.NoRates none -> throw new AssertionError(none.why());
    };
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
