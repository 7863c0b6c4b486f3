package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * What UPS is asked for the price of one parcel. Each parcel is a shipment of its own, because each
 * label is bought alone: UPS prices a shipment of several by their sum of weights on many lanes,
 * which no single label costs.
 *
 * @param service UPS's code; null for all of them with their days
 */
record RateQuestion(
    Node from,
    Address to,
    ParcelSpec parcel,
    LocalDate shipDate,
    CarrierAccount account,
    @Nullable String service) {
  private static final String PATH = "/api/rating/v2409/";

  /** All services with their days of arrival. */
  private static final String SHOP = "Shoptimeintransit";

  /** One service, without days. */
  private static final String RATE = "Rate";

  /** Days abroad are only told of goods of some value; it moves no price. */
  private static final long SOME_VALUE = 100;

  String path() {
    return PATH + option();
  }

  private String option() {
    return service == null ? SHOP : RATE;
  }

  ObjectNode body() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode request = root.putObject("RateRequest");
    request.putObject("Request").put("RequestOption", option()).put("SubVersion", "2409");
    ObjectNode shipment = request.putObject("Shipment");
    UpsPlace origin = UpsPlace.of(from);
    UpsPlace destination = UpsPlace.of(to);
    ObjectNode shipper = shipment.putObject("Shipper");
    shipper.put("Name", UpsPlace.cut(origin.name(), 35));
    if (!account.number().isBlank()) {
      shipper.put("ShipperNumber", account.number());
    }
    origin.write(shipper.putObject("Address"));
    // Nobody's name is needed for a price.
    ObjectNode receiver = shipment.putObject("ShipTo").putObject("Address");
    destination.write(receiver);
    if (destination.residential()) {
      receiver.put("ResidentialAddressIndicator", "Y");
    }
    origin.write(shipment.putObject("ShipFrom").putObject("Address"));
    if (!account.number().isBlank()) {
      ObjectNode charge =
          shipment.putObject("PaymentDetails").putArray("ShipmentCharge").addObject();
      charge.put("Type", "01").putObject("BillShipper").put("AccountNumber", account.number());
      shipment.putObject("ShipmentRatingOptions").put("NegotiatedRatesIndicator", "Y");
    }
    pack(origin, destination, shipment);
    if (service == null) {
      days(origin, shipment);
    } else {
      shipment.putObject("Service").put("Code", service);
    }
    return root;
  }

  private void pack(UpsPlace origin, UpsPlace destination, ObjectNode shipment) {
    ObjectNode packed = shipment.putArray("Package").addObject();
    packed.putObject("PackagingType").put("Code", "02").put("Description", "Package");
    Units.of(origin).write(parcel, packed);
    UpsOptions.write(origin, destination, parcel.extras(), shipment, packed);
  }

  private void days(UpsPlace origin, ObjectNode shipment) {
    shipment
        .putObject("DeliveryTimeInformation")
        .put("PackageBillType", "03")
        .putObject("Pickup")
        .put("Date", shipDate.format(DateTimeFormatter.BASIC_ISO_DATE));
    if (!origin.country().equals(UpsPlace.of(to).country())) {
      Units.of(origin).weight(parcel.grams(), shipment.putObject("ShipmentTotalWeight"));
      Money insured = parcel.extras().insured();
      Money value =
          insured == null ? Money.of(SOME_VALUE * 100, from.handlingCost().currency()) : insured;
      UpsMoney.writeWhole(value, shipment.putObject("InvoiceLineTotal"));
    }
  }
}
