package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.customs.Declaration;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * What UPS is asked for a label: one package, under our reference.
 *
 * @param today at the node: UPS takes this day and the week after it for the ship date
 */
record ShipQuestion(LabelRequest request, CarrierAccount account, LocalDate today) {
  static final String PATH = "/api/shipments/v2409/ship";
  private static final String OWN_PACKAGING = "02";
  private static final int MOST_DAYS_AHEAD = 7;

  /** What the goods are worth is told on the shipment to these, from the United States. */
  private static final Set<String> WITH_VALUE = Set.of("CA", "PR");

  ObjectNode body() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ObjectNode question = root.putObject("ShipmentRequest");
    question
        .putObject("Request")
        // Addresses are verified on their own, where the shop wants it.
        .put("RequestOption", "nonvalidate")
        .put("SubVersion", "2409")
        .putObject("TransactionReference")
        .put("CustomerContext", request.reference());
    shipment(question.putObject("Shipment"));
    label(question.putObject("LabelSpecification"));
    return root;
  }

  static void label(ObjectNode to) {
    to.putObject("LabelImageFormat").put("Code", "ZPL");
    to.putObject("LabelStockSize").put("Height", "6").put("Width", "4");
  }

  private void shipment(ObjectNode shipment) {
    UpsPlace from = UpsPlace.of(request.from());
    UpsPlace to = UpsPlace.of(request.to());
    shipment.put("Description", description());
    ObjectNode shipper = shipment.putObject("Shipper");
    from.writeParty(shipper);
    from.write(shipper.put("ShipperNumber", account.number()).putObject("Address"));
    ObjectNode receiver = shipment.putObject("ShipTo");
    to.writeParty(receiver);
    ObjectNode address = receiver.putObject("Address");
    to.write(address);
    if (to.residential()) {
      address.put("ResidentialAddressIndicator", "Y");
    }
    ObjectNode origin = shipment.putObject("ShipFrom");
    from.writeParty(origin);
    from.write(origin.putObject("Address"));
    shipment
        .putObject("PaymentInformation")
        .putArray("ShipmentCharge")
        .addObject()
        .put("Type", "01")
        .putObject("BillShipper")
        .put("AccountNumber", account.number());
    shipment.putObject("ShipmentRatingOptions").put("NegotiatedRatesIndicator", "Y");
    shipment.putObject("Service").put("Code", account.serviceCode(request.service()));
    shipment.put("ShipmentDate", shipDate().format(DateTimeFormatter.BASIC_ISO_DATE));
    ObjectNode parcel = shipment.putArray("Package").addObject();
    parcel.putObject("Packaging").put("Code", OWN_PACKAGING);
    Units.of(from).write(request.parcel(), parcel);
    UpsOptions.write(from, to, request.parcel().extras(), shipment, parcel);
    reference(from, to, shipment, parcel);
    Declaration customs = request.customs();
    if (customs != null) {
      UpsCustoms.write(request, customs, account, to, shipment);
    }
    Money value = customs == null ? request.parcel().extras().insured() : UpsCustoms.value(customs);
    if (value != null && from.country().equals("US") && WITH_VALUE.contains(to.country())) {
      UpsMoney.writeWhole(value, shipment.putObject("InvoiceLineTotal"));
    }
  }

  /** UPS refuses it on the package abroad, and on the shipment at home. */
  private void reference(UpsPlace from, UpsPlace to, ObjectNode shipment, ObjectNode parcel) {
    boolean atHome =
        from.country().equals(to.country()) && from.unitedStates() && to.unitedStates();
    (atHome ? parcel : shipment)
        .putArray("ReferenceNumber")
        .addObject()
        .put("Value", References.shortened(request.reference(), References.NUMBER));
  }

  private LocalDate shipDate() {
    LocalDate last = today.plusDays(MOST_DAYS_AHEAD);
    LocalDate planned = request.shipDate();
    return planned.isBefore(today) ? today : planned.isAfter(last) ? last : planned;
  }

  private String description() {
    Declaration customs = request.customs();
    return customs == null
        ? "Merchandise"
        : UpsPlace.cut(customs.items().getFirst().description(), 35);
  }
}
