package dev.cutoff.adapter.carrier.ups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The played UPS answers as the specs say, and the specs are held to for what they are worth. */
final class SpecsTest {
  private final FakeUps ups = FakeUps.start();

  @AfterEach
  void stop() {
    ups.close();
  }

  @Test
  void thePlayedUpsAnswersByTheSpecs() {
    UpsProvider provider = Ups.provider(Ups.clock());
    var carrier = Ups.carrier(ups.base());
    provider.rates(carrier, Ups.rates(Ups.CHICAGO, Ups.PARCEL));
    LabelAnswer.Bought label =
        (LabelAnswer.Bought) provider.buy(carrier, Ups.label("SHP-DTC-90412-1-1-a1"));
    provider.find(carrier, Ups.label("SHP-DTC-90412-1-1-a1"));
    provider.track(carrier, label.trackingNumber());
    provider.verify(carrier, Ups.CHICAGO);
    provider.voidLabel(carrier, label.labelId());

    assertAnswer("Rating", "RATEResponseWrapper", "/rating/");
    assertAnswer("Shipping", "SHIPResponseWrapper", "/v2409/ship");
    assertAnswer("Shipping", "LABELRECOVERYResponseWrapper", "/labels/");
    assertAnswer("Tracking", "TrackApiResponse", "/track/v1/details");
    assertAnswer("AddressValidation", "XAVResponseWrapper", "/addressvalidation/");
    assertAnswer("Shipping", "VOIDSHIPMENTResponseWrapper", "/void/cancel/");
    provider.voidLabel(carrier, label.labelId());
    assertAnswer("Shipping", "ErrorResponse", "/void/cancel/");
  }

  /** Or nothing of what is checked here would mean anything. */
  @Test
  void aWrongNameAMissingOneAndAWrongTypeAreSeen() {
    Ups.provider(Ups.clock()).rates(Ups.carrier(ups.base()), Ups.rates(Ups.CHICAGO, Ups.PARCEL));
    ObjectNode good = (ObjectNode) ups.lastBody("/rating/");
    ObjectNode shipment = (ObjectNode) good.at("/RateRequest/Shipment");

    shipment.put("Weight", "1");
    assertThat(problems(good)).singleElement().asString().contains("Weight");
    shipment.remove("Weight");
    assertThat(problems(good)).isEmpty();
    ((ObjectNode) shipment.path("Shipper")).remove("Address");
    assertThat(problems(good)).singleElement().asString().contains("Address");
    ((ObjectNode) shipment.path("Shipper")).put("Address", "Newark");
    assertThat(problems(good)).singleElement().asString().contains("object");
  }

  @Test
  void upsBreaksItsOwnSpecInItsSimpleRateExample() {
    JsonNode example =
        Specs.of("Rating")
            .document()
            .at("/paths/~1rating~1{version}~1{requestoption}/post/requestBody/content")
            .at("/application~1json/examples/1/value");

    assertThat(problems(example)).isNotEmpty();
  }

  private static java.util.List<String> problems(JsonNode question) {
    return Specs.of("Rating").problems("RATERequestWrapper", question);
  }

  private void assertAnswer(String spec, String schema, String path) {
    assertThat(Specs.of(spec).problems(schema, ups.lastSaid(path)))
        .as(ups.lastSaid(path).toString())
        .isEmpty();
  }
}
