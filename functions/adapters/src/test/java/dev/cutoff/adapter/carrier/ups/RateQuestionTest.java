package dev.cutoff.adapter.carrier.ups;

import static dev.cutoff.adapter.carrier.ups.Ups.BERLIN;
import static dev.cutoff.adapter.carrier.ups.Ups.CHICAGO;
import static dev.cutoff.adapter.carrier.ups.Ups.PARCEL;
import static dev.cutoff.adapter.carrier.ups.Ups.TORONTO;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What UPS is asked for a price. */
final class RateQuestionTest {
  private static final String RATING = "/rating/";

  private final FakeUps ups = FakeUps.start();
  private final UpsProvider provider = Ups.provider(Ups.clock());
  private final Carrier carrier = Ups.carrier(ups.base());

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void theQuestionKeepsToTheSpec() {
    ParcelSpec insured = with(new ParcelExtras(Signature.ADULT, usd(25_000)));
    for (Address to : List.of(CHICAGO, TORONTO, BERLIN)) {
      rates(to, PARCEL);
      assertKeepsToTheSpec();
      rates(to, insured);
      assertKeepsToTheSpec();
    }
    rates(Ups.carrier(ups.base(), "", Ups.service("ground")), Ups.rates(CHICAGO, PARCEL));
    assertKeepsToTheSpec();
    assertThat(asked().at("/Shipper/ShipperNumber").isMissingNode()).isTrue();
  }

  @Test
  void whatIsAskedIsTheNegotiatedPriceWithDaysAtTheShipDate() {
    rates(CHICAGO, PARCEL);

    assertThat(ups.asked(RATING).getFirst().path())
        .isEqualTo("/api/rating/v2409/Shoptimeintransit");
    assertThat(asked().at("/ShipmentRatingOptions/NegotiatedRatesIndicator").asText())
        .isEqualTo("Y");
    assertThat(asked().at("/DeliveryTimeInformation/Pickup/Date").asText()).isEqualTo("20261124");
    assertThat(asked().at("/ShipTo/Address/ResidentialAddressIndicator").asText()).isEqualTo("Y");
    assertThat(ups.lastBody(RATING).toString()).doesNotContain("Sam", "555");
  }

  @Test
  void aSignatureAndInsuranceAreAskedForInThePrice() {
    rates(CHICAGO, with(new ParcelExtras(Signature.ANYBODY, usd(25_000))));

    JsonNode options = asked().at("/Package/0/PackageServiceOptions");
    assertThat(options.at("/DeliveryConfirmation/DCISType").asText()).isEqualTo("2");
    assertThat(options.at("/DeclaredValue/MonetaryValue").asText()).isEqualTo("250.00");

    rates(TORONTO, with(new ParcelExtras(Signature.ADULT, null)));

    assertThat(asked().at("/Package/0/PackageServiceOptions").isMissingNode()).isTrue();
    assertThat(asked().at("/ShipmentServiceOptions/DeliveryConfirmation/DCISType").asText())
        .isEqualTo("2");
  }

  @Test
  void weightsAndSizesAreInTheUnitsOfTheOriginAndRoundedUp() {
    rates(CHICAGO, new ParcelSpec(454, new Size(101, 255, 10)));

    assertThat(asked().at("/Package/0/PackageWeight/UnitOfMeasurement/Code").asText())
        .isEqualTo("LBS");
    assertThat(weight(ups.lastBody(RATING))).isEqualTo("1.1");
    // The longest side first: 10.04 and 3.98 and 0.39 inches.
    assertThat(sides()).containsExactly("11", "4", "1");

    Address munich = Address.of("", "Acme", "Am Ring 1", "", "Munich", "", "80331", "DE", "");
    provider.rates(
        carrier,
        new RateRequest(
            Ups.node(munich, "EUR"),
            BERLIN,
            List.of(new ParcelSpec(2_001, new Size(101, 250, 10))),
            Ups.SHIP_DATE));

    assertThat(asked().at("/Package/0/Dimensions/UnitOfMeasurement/Code").asText()).isEqualTo("CM");
    assertThat(weight(ups.lastBody(RATING))).isEqualTo("2.1");
    assertThat(sides()).containsExactly("25", "11", "1");
  }

  @Test
  void aPoundIsAPound() {
    assertThat(Units.IMPERIAL.weight(453)).isEqualTo("1.0");
    assertThat(Units.IMPERIAL.weight(453_593)).isEqualTo("1000.1");
    assertThat(Units.IMPERIAL.weight(0)).isEqualTo("0.1");
    assertThat(Units.METRIC.weight(1)).isEqualTo("0.1");
    assertThat(Units.IMPERIAL.length(254)).isEqualTo("10");
  }

  @Test
  void anIslandUnderTheFlagIsACountryToUps() {
    rates(Ups.address("US", "PR", "San Juan", "00901-1234"), PARCEL);

    assertThat(asked().at("/ShipTo/Address/CountryCode").asText()).isEqualTo("PR");
    assertThat(asked().at("/ShipTo/Address/PostalCode").asText()).isEqualTo("009011234");
    assertThat(asked().at("/ShipTo/Address/StateProvinceCode").isMissingNode()).isTrue();
  }

  private static ParcelSpec with(ParcelExtras extras) {
    return new ParcelSpec(PARCEL.grams(), PARCEL.size(), extras);
  }

  private List<String> sides() {
    JsonNode size = asked().at("/Package/0/Dimensions");
    return List.of(
        size.path("Length").asText(), size.path("Width").asText(), size.path("Height").asText());
  }

  private JsonNode asked() {
    return ups.lastBody(RATING).at("/RateRequest/Shipment");
  }

  private void assertKeepsToTheSpec() {
    assertThat(Specs.of("Rating").problems("RATERequestWrapper", ups.lastBody(RATING)))
        .as(ups.lastBody(RATING).toString())
        .isEmpty();
  }

  private static String weight(JsonNode body) {
    return body.at("/RateRequest/Shipment/Package/0/PackageWeight/Weight").asText();
  }

  private void rates(Address to, ParcelSpec parcel) {
    rates(carrier, Ups.rates(to, parcel));
  }

  private void rates(Carrier of, RateRequest request) {
    assertThat(provider.rates(of, request)).isInstanceOf(RateAnswer.Rates.class);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
