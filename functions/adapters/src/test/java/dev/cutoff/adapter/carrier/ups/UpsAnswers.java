package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ups.FakeUps.Asked;
import dev.cutoff.adapter.carrier.ups.FakeUps.Said;
import dev.cutoff.adapter.carrier.ups.FakeUps.Sold;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Answers in the words of UPS's specs; SpecsTest holds them to the schemas. */
final class UpsAnswers {
  static final String ZPL = "^XA^FO50,50^BCN,200^FD1ZA1B2C30000000001^FS^XZ";

  private static final double MOST_POUNDS = 150;

  private UpsAnswers() {}

  static String error(String code, String message) {
    return """
    {"response":{"errors":[{"code":"%s","message":"%s"}]}}\
    """
        .formatted(code, message);
  }

  /** What a label costs by contract: 10.20 and a cent for each tenth of a pound. */
  static Said rates(Asked question) {
    JsonNode shipment = question.body().at("/RateRequest/Shipment");
    JsonNode weight = shipment.at("/Package/0/PackageWeight");
    double pounds =
        weight.path("Weight").asDouble()
            * (weight.at("/UnitOfMeasurement/Code").asText().equals("KGS") ? 2.2046 : 1);
    if (pounds > MOST_POUNDS) {
      return new Said(
          400,
          error(
              "111035",
              "The maximum per package weight for the selected service from the selected country"
                  + " is 150.00 pounds."));
    }
    if (shipment.at("/ShipTo/Address/CountryCode").asText().equals("KP")) {
      return new Said(
          400,
          error("111210", "The requested service is unavailable between the selected locations."));
    }
    long ground = 1020 + Math.round(weight.path("Weight").asDouble() * 10);
    boolean days = question.isOf("Shoptimeintransit");
    String wanted = shipment.at("/Service/Code").asText("");
    String date = shipment.at("/DeliveryTimeInformation/Pickup/Date").asText("20261124");
    String rated =
        List.of(
                rated("03", ground, days ? date : "", "20261127"),
                rated("02", ground * 2, days ? date : "", "20261126"),
                rated("01", ground * 4, days ? date : "", "20261125"))
            .stream()
            .filter(each -> wanted.isEmpty() || each.contains("\"Code\":\"" + wanted + "\""))
            .collect(Collectors.joining(","));
    return new Said(200, rateResponse(rated));
  }

  static String rateResponse(String rated) {
    return """
    {"RateResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
     "RatedShipment":[%s]}}\
    """
        .formatted(rated);
  }

  /** A price by list and a tenth less by contract. */
  static String rated(String code, long cents, String pickup, String arrival) {
    return published(code, cents + cents / 10, pickup, arrival)
        .replaceFirst(
            "\\{", "{\"NegotiatedRateCharges\":{\"TotalCharge\":%s},".formatted(money(cents)));
  }

  static String published(String code, long cents, String pickup, String arrival) {
    String days =
        pickup.isEmpty()
            ? ""
            : """
            ,"TimeInTransit":{"PickupDate":"%s","PackageBillType":"03","ServiceSummary":{
             "Service":{"Description":"UPS %s"},"EstimatedArrival":{
             "Arrival":{"Date":"%s","Time":"230000"},"BusinessDaysInTransit":"3",
             "Pickup":{"Date":"%s","Time":"170000"},"DayOfWeek":"FRI"}}}\
            """
                .formatted(pickup, code, arrival, pickup);
    return """
    {"Service":{"Code":"%s","Description":""},
     "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS","Description":"Pounds"},"Weight":"2.0"},
     "TransportationCharges":%s,"ServiceOptionsCharges":%s,"TotalCharges":%s,
     "RatedPackage":[{"TotalCharges":%s,"Weight":"2.0"}]%s}\
    """
        .formatted(code, money(cents - 150), money(150), money(cents), money(cents), days);
  }

  static String money(long cents) {
    return """
    {"CurrencyCode":"USD","MonetaryValue":"%d.%02d"}\
    """
        .formatted(cents / 100, cents % 100);
  }

  static Said shipped(Asked question, Sold sold) {
    Asked rate = new Asked("POST", "/rating/", question.headers(), asRate(question.body()));
    JsonNode price = rates(rate).json().at("/RateResponse/RatedShipment/0");
    return new Said(
        200,
        """
        {"ShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"},
          "TransactionReference":{"CustomerContext":"%s"}},
         "ShipmentResults":{"ShipmentCharges":{"TransportationCharges":%s,
           "ServiceOptionsCharges":%s,"TotalCharges":%s},
          "NegotiatedRateCharges":{"TotalCharge":%s},
          "BillingWeight":{"UnitOfMeasurement":{"Code":"LBS"},"Weight":"2.0"},
          "ShipmentIdentificationNumber":"%s",
          "PackageResults":[{"TrackingNumber":"%s","ServiceOptionsCharges":%s,
           "ShippingLabel":{"ImageFormat":{"Code":"ZPL","Description":"ZPL"},
            "GraphicImage":"%s"}}]}}}\
        """
            .formatted(
                sold.reference,
                price.path("TransportationCharges"),
                price.path("ServiceOptionsCharges"),
                price.path("TotalCharges"),
                price.at("/NegotiatedRateCharges/TotalCharge"),
                sold.number,
                sold.number,
                money(0),
                base64(ZPL)));
  }

  private static JsonNode asRate(JsonNode ship) {
    String service = ship.at("/ShipmentRequest/Shipment/Service/Code").asText();
    return FakeUps.read(
        """
        {"RateRequest":{"Shipment":{"Service":{"Code":"%s"},"Package":%s}}}\
        """
            .formatted(service, ship.at("/ShipmentRequest/Shipment/Package")));
  }

  static Said voided() {
    return new Said(
        200,
        """
        {"VoidShipmentResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
         "SummaryResult":{"Status":{"Code":"1","Description":"Voided"}}}}\
        """);
  }

  static Said recovered(List<Sold> sold) {
    if (sold.isEmpty()) {
      return new Said(
          400,
          error(
              "300007",
              "The shipment for the requested tracking number or the combination of reference"
                  + " number plus shipper number could not be found."));
    }
    if (sold.size() > 1) {
      return new Said(400, error("300001", "Multiple shipments found for the request"));
    }
    if (sold.getFirst().voided) {
      return new Said(
          400,
          error("300033", "The shipment for which you are trying to recover has been voided."));
    }
    return label(sold.getFirst().number, "ZPL", ZPL);
  }

  static Said label(String number, String format, String document) {
    return new Said(
        200,
        """
        {"LabelRecoveryResponse":{
         "Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
         "ShipmentIdentificationNumber":"%s",
         "LabelResults":[{"TrackingNumber":"%s","LabelImage":{
          "LabelImageFormat":{"Code":"%s"},"GraphicImage":"%s"}}]}}\
        """
            .formatted(number, number, format, base64(document)));
  }

  static Said tracked(List<String> numbers) {
    if (numbers.isEmpty()) {
      return new Said(404, error("TW0001", "Tracking Information Not Found"));
    }
    String parcels =
        numbers.stream()
            .map(number ->
                """
                {"inquiryNumber":"%s","package":[{"trackingNumber":"%s","activity":[%s]}]}\
                """
                    .formatted(number, number, activity("M", "MP", "003", "20261124", "180622")))
            .collect(Collectors.joining(","));
    return new Said(200, "{\"trackResponse\":{\"shipment\":[" + parcels + "]}}");
  }

  static String activity(
      String type, String letters, String digits, String gmtDate, String gmtTime) {
    return """
    {"location":{"address":{"city":"Newark","stateProvince":"NJ","countryCode":"US"}},
     "status":{"type":"%s","description":"…","code":"%s","statusCode":"%s"},
     "date":"20261124","time":"130622","gmtDate":"%s","gmtOffset":"-05:00","gmtTime":"%s"}\
    """
        .formatted(type, letters, digits, gmtDate, gmtTime);
  }

  /** It is known as it was asked. */
  static Said validAddress(Asked question) {
    return addresses(
        "ValidAddressIndicator", question.body().at("/XAVRequest/AddressKeyFormat").toString());
  }

  static Said addresses(String indicator, String... keys) {
    String candidates =
        java.util.Arrays.stream(keys)
            .map(key -> "{\"AddressKeyFormat\":" + key + "}")
            .collect(Collectors.joining(","));
    return new Said(
        200,
        """
        {"XAVResponse":{"Response":{"ResponseStatus":{"Code":"1","Description":"Success"}},
         "%s":"","Candidate":[%s]}}\
        """
            .formatted(indicator, candidates));
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
