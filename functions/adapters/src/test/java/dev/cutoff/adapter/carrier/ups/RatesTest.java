package dev.cutoff.adapter.carrier.ups;

import static dev.cutoff.adapter.carrier.ups.Ups.CHICAGO;
import static dev.cutoff.adapter.carrier.ups.Ups.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RatesTest {
  private static final String RATING = "/rating/";

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void aServiceCostsWhatTheContractSaysAndArrivesOnTheDayThatUpsSays() {
    assertThat(quotes(CHICAGO, PARCEL))
        .containsExactly(
            new Quote(
                "ups",
                "ground",
                "UPS ground",
                List.of(usd(1_040)),
                usd(1_040),
                List.of(new Quote.Component("UPS ground", usd(1_040))),
                Ups.SHIP_DATE,
                LocalDate.parse("2026-11-27"),
                0.97),
            new Quote(
                "ups",
                "second-day",
                "UPS second-day",
                List.of(usd(2_080)),
                usd(2_080),
                List.of(new Quote.Component("UPS second-day", usd(2_080))),
                Ups.SHIP_DATE,
                LocalDate.parse("2026-11-26"),
                0.97));
  }

  @Test
  void withoutAContractThePublishedPriceIsTakenWithItsParts() {
    answers(UpsAnswers.published("03", 1_100, "20261125", "20261130"));

    assertThat(quotes(CHICAGO, PARCEL))
        .singleElement()
        .returns(usd(1_100), Quote::total)
        .returns(
            List.of(
                new Quote.Component("transportation", usd(950)),
                new Quote.Component("options", usd(150))),
            Quote::components)
        .returns(LocalDate.parse("2026-11-25"), Quote::shipDate);
  }

  @Test
  void aServiceThatTheMerchantFileHasNotIsIgnored() {
    assertThat(quotes(CHICAGO, PARCEL)).extracting(Quote::service).doesNotContain("01");
    answers(UpsAnswers.rated("54", 9_000, "20261124", "20261125"));

    assertThat(none(CHICAGO, PARCEL))
        .isEqualTo("UPS: sells none of the services that the merchant file has for it, only 54");
  }

  @Test
  void zerosInFrontOfACodeMeanNothing() {
    answers(UpsAnswers.rated("003", 1_000, "20261124", "20261125"));

    assertThat(quotes(CHICAGO, PARCEL)).extracting(Quote::service).containsExactly("ground");
  }

  /** Each label is bought alone, so each price is of a shipment of one. */
  @Test
  void differentParcelsAreAskedForAloneAndLikeOnesOnce() {
    ParcelSpec heavy = new ParcelSpec(5_000, PARCEL.size());

    List<Quote> quotes = quotes(CHICAGO, PARCEL, heavy, PARCEL);

    assertThat(ups.asked(RATING))
        .hasSize(2)
        .allSatisfy(
            question -> assertThat(question.body().at("/RateRequest/Shipment/Package")).hasSize(1));
    assertThat(quotes.getFirst().perParcel()).containsExactly(usd(1_040), usd(1_131), usd(1_040));
    assertThat(quotes.getFirst().total()).isEqualTo(usd(3_211));
    assertThat(quotes.getFirst().components())
        .containsExactly(new Quote.Component("UPS ground", usd(3_211)));
  }

  @Test
  void aServiceThatOneOfTheParcelsCantTakeIsLeftOut() {
    ParcelSpec heavy = new ParcelSpec(5_000, PARCEL.size());
    ups.says(
        RATING,
        question ->
            new FakeUps.Said(
                200,
                UpsAnswers.rateResponse(
                    UpsAnswers.rated("03", 1_000, "20261124", "20261125")
                        + (weight(question.body()).equals("2.0")
                            ? "," + UpsAnswers.rated("02", 1_500, "20261124", "20261125")
                            : ""))));

    assertThat(quotes(CHICAGO, PARCEL, heavy)).extracting(Quote::service).containsExactly("ground");
  }

  /** Reported: an empty rate list with status 200 for an overweight or foreign parcel. */
  @Test
  void anEmptyRateListOrAnErrorForAnOverweightOrForeignParcelIsAnAnswerWithAReason() {
    assertThat(none(CHICAGO, new ParcelSpec(900_000, PARCEL.size())))
        .isEqualTo(
            "UPS: The maximum per package weight for the selected service from the selected"
                + " country is 150.00 pounds (111035)");
    assertThat(none(Ups.address("KP", "", "Pyongyang", ""), PARCEL))
        .isEqualTo(
            "UPS: The requested service is unavailable between the selected locations (111210)");
    answers("");
    assertThat(none(CHICAGO, PARCEL)).isEqualTo("UPS: has no price for this parcel");
  }

  @Test
  void oneRateThatCantBeReadDoesNotTakeTheOthersDown() {
    String good = UpsAnswers.rated("03", 1_000, "20261124", "20261125");
    for (String bad :
        List.of(
            "{}",
            "7",
            "{\"Service\":{\"Code\":\"02\"}}",
            UpsAnswers.rated("02", 1_000, "20261124", "20261125").replace("USD", "U$D"),
            UpsAnswers.rated("02", 1_000, "20261124", "20261125").replace("10.00", "ten"),
            UpsAnswers.rated("02", 1_000, "20261124", "20261125").replace("10.00", "-10.00"),
            UpsAnswers.rated("02", 1_000, "20261124", "tomorrow"))) {
      answers(bad + "," + good);

      assertThat(quotes(CHICAGO, PARCEL))
          .as(bad)
          .extracting(Quote::service)
          .containsExactly("ground");
    }
    answers("{}");
    assertThatThrownBy(() -> rates(CHICAGO, PARCEL)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void whatUpsItselfCallsAnOutageIsNoAnswer() {
    ups.says(RATING, "20001", "General process failure");

    assertThatThrownBy(() -> rates(CHICAGO, PARCEL)).isInstanceOf(NoAnswer.class);
  }

  private static String weight(JsonNode body) {
    return body.at("/RateRequest/Shipment/Package/0/PackageWeight/Weight").asText();
  }

  private void answers(String rated) {
    ups.says(RATING, 200, UpsAnswers.rateResponse(rated));
  }

  private List<Quote> quotes(Address to, ParcelSpec... parcels) {
    return switch (rates(to, parcels)) {
      case RateAnswer.Rates rates -> rates.quotes();
      case RateAnswer.NoRates none -> throw new AssertionError(none.why());
    };
  }

  private String none(Address to, ParcelSpec... parcels) {
    return switch (rates(to, parcels)) {
      case RateAnswer.Rates rates -> throw new AssertionError(rates);
      case RateAnswer.NoRates none -> none.why();
    };
  }

  private RateAnswer rates(Address to, ParcelSpec... parcels) {
    return rates(carrier, Ups.rates(to, parcels));
  }

  private RateAnswer rates(Carrier of, RateRequest request) {
    return provider.rates(of, request);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
