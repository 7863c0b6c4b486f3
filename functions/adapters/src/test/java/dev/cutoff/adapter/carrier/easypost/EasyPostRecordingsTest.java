package dev.cutoff.adapter.carrier.easypost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.AddressAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.ManifestAnswer;
import dev.cutoff.carrier.application.ManifestRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.geo.Spelling;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.testkit.Places;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What EasyPost itself answered when its makers recorded it. */
final class EasyPostRecordingsTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private final EasyPosts shop = new EasyPosts();
  private final EasyPostProvider provider = shop.provider(LIMIT);

  @Test
  void pricesOfOurServicesAndNoOthers() {
    try (Loopback easypost = Cassettes.playing("shipment/buy_with_rate")) {
      RateAnswer answer = provider.rates(EasyPosts.usps(easypost.url()), EasyPosts.rates(436));

      assertThat(answer)
          .isInstanceOfSatisfying(
              RateAnswer.Rates.class,
              rates ->
                  assertThat(rates.quotes())
                      .extracting(Quote::service, Quote::total, Quote::deliveryDate)
                      .containsExactly(
                          org.assertj.core.groups.Tuple.tuple(
                              "ground", Money.of(593, "USD"), LocalDate.parse("2026-11-27")),
                          org.assertj.core.groups.Tuple.tuple(
                              "priority", Money.of(690, "USD"), LocalDate.parse("2026-11-26")),
                          org.assertj.core.groups.Tuple.tuple(
                              "express", Money.of(3310, "USD"), LocalDate.parse("2026-11-25"))));
      Loopback.Asked asked = easypost.asked().getFirst();
      assertThat(asked.line()).isEqualTo("POST /v2/shipments");
      assertThat(asked.authorization()).isEqualTo("Bearer " + EasyPosts.KEY);
      // 436 g are 15.37 oz, 254 mm are 10 inches, 102 mm a little more than 4.
      assertThat(asked.body().at("/shipment/parcel/weight").decimalValue()).isEqualTo("15.4");
      assertThat(asked.body().at("/shipment/parcel/length").asText()).isEqualTo("10.0");
      assertThat(asked.body().at("/shipment/parcel/height").asText()).isEqualTo("4.1");
      assertThat(asked.body().at("/shipment/carrier_accounts/0").asText())
          .isEqualTo(EasyPosts.ACCOUNT);
    }
  }

  @Test
  void aPurchaseIsMadeOfAShipmentAndOnePayment() {
    try (Loopback easypost = Cassettes.playing("shipment/buy_with_rate")) {
      LabelAnswer answer = provider.buy(EasyPosts.usps(easypost.url()), shop.label("P-1-a1", 593));

      assertThat(answer)
          .isInstanceOfSatisfying(
              LabelAnswer.Bought.class,
              bought -> {
                assertThat(bought.trackingNumber()).isEqualTo("9400100105807076063249");
                assertThat(bought.labelId()).isEqualTo("shp_a99b3696d5544ac1a5063a7d0f5d7038");
                // Postage 5.93 and the insurance 0.50 that this account always takes.
                assertThat(bought.cost()).isEqualTo(Money.of(643, "USD"));
                assertThat(bought.files().pdf()).isEqualTo(Loopback.LABEL);
              });
      assertThat(easypost.lines())
          .containsExactly(
              "GET /v2/shipments/P-1-a1",
              "POST /v2/shipments",
              "POST /v2/shipments/shp_a99b3696d5544ac1a5063a7d0f5d7038/buy");
      assertThat(easypost.asked().get(1).body().at("/shipment/reference").asText())
          .isEqualTo("P-1-a1");
      assertThat(easypost.asked().get(2).body().at("/rate/id").asText())
          .isEqualTo("rate_21e114aa3bce4d29824b9359abcc51b6");
      assertThat(easypost.asked().getLast().authorization())
          .as("the key goes to the API and not to where labels are kept")
          .isEqualTo("null");
    }
  }

  @Test
  void theRateBoughtAtCheckoutHasExpiredWhenTheOrderShips_itIsReadAgainAndNothingIsPaid() {
    try (Loopback easypost = Cassettes.playing("shipment/buy_with_rate")) {
      LabelAnswer answer = provider.buy(EasyPosts.usps(easypost.url()), shop.label("P-1-a1", 592));

      assertThat(answer).isEqualTo(new LabelAnswer.PriceChanged(Money.of(593, "USD")));
      assertThat(easypost.lines()).noneMatch(line -> line.endsWith("/buy"));
    }
  }

  @Test
  void aRefundThatIsAskedForCounts() {
    try (Loopback easypost = Cassettes.playing("shipment/refund")) {
      assertThat(
              provider.voidLabel(
                  EasyPosts.usps(easypost.url()), "shp_48f1f6414f3d495c9d572a42a9605cf8"))
          .isEqualTo(new VoidAnswer.Voided());
    }
  }

  @Test
  void aNoIsData() {
    try (Loopback easypost = Cassettes.playing("error/error")) {
      assertThat(provider.rates(EasyPosts.usps(easypost.url()), EasyPosts.rates(436)))
          .isEqualTo(
              new RateAnswer.NoRates(
                  "USPS: Missing required parameter.: shipment cannot be blank"));
    }
  }

  @Test
  void anAddressIsGoodOrBad() {
    Address given =
        Address.of(
            "Jack Sparrow",
            "",
            "388 Townsend St",
            "Apt 20",
            "San Francisco",
            "CA",
            "94107",
            "US",
            "");
    try (Loopback easypost = Cassettes.playing("address/create_verify_strict")) {
      assertThat(provider.verify(EasyPosts.usps(easypost.url()), given))
          .isInstanceOfSatisfying(
              AddressAnswer.Corrected.class,
              said -> {
                assertThat(said.proposed().street1()).isEqualTo("388 TOWNSEND ST APT 20");
                assertThat(said.proposed().name()).isEqualTo("Jack Sparrow");
                assertThat(Spelling.same(given, said.proposed())).isTrue();
              });
      assertThat(easypost.asked().getFirst().body().path("verify").asBoolean()).isTrue();
    }
    Address nowhere =
        Address.of("", "EasyPost", "000 unknown street", "", "Not A City", "ZZ", "00001", "US", "");
    try (Loopback easypost = Cassettes.playing("address/create_verify")) {
      // The first recording was not asked to verify: that says nothing.
      assertThat(provider.verify(EasyPosts.usps(easypost.url()), nowhere))
          .isEqualTo(new AddressAnswer.CouldNotAsk("it was asked and did not verify"));
      assertThat(provider.verify(EasyPosts.usps(easypost.url()), nowhere))
          .isEqualTo(new AddressAnswer.Bad("Address not found"));
    }
  }

  @Test
  void aShipmentOnNoFormIsPutOntoOneAndARefusalIsTold() {
    var request =
        new ManifestRequest(
            "M-1",
            Places.EAST,
            EasyPosts.DAY,
            List.of(new ManifestRequest.Labelled("shp_1", "1", 436)));
    try (Loopback easypost = Cassettes.playing("error/error")) {
      assertThat(provider.manifest(EasyPosts.usps(easypost.url()), request))
          .isEqualTo(new ManifestAnswer.Refused("none"));
      assertThat(easypost.lines())
          .containsExactly("GET /v2/shipments/shp_1", "POST /v2/scan_forms");
    }
  }
}
