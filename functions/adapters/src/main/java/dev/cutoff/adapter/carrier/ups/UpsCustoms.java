package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * What UPS tells customs: an invoice with every article, who pays the duties, and the number under
 * which taxes were collected at the checkout. VAT and EORI numbers are on the invoice that is
 * printed here.
 */
final class UpsCustoms {
  private static final String INVOICE = "01";
  private static final String DUTIES = "02";
  private static final String CONSUMER = "02";

  /** Countries whose GST UPS knows by a code of its own. */
  private static final Map<String, String> GST = Map.of("SG", "1051", "NZ", "1053");

  private UpsCustoms() {}

  static void write(
      LabelRequest request,
      Declaration customs,
      CarrierAccount account,
      UpsPlace to,
      ObjectNode shipment) {
    ObjectNode forms =
        shipment.withObject("/ShipmentServiceOptions").putObject("InternationalForms");
    forms.putArray("FormType").add(INVOICE);
    ObjectNode soldTo = forms.putObject("Contacts").putObject("SoldTo");
    to.writeParty(soldTo);
    to.write(soldTo.putObject("Address"));
    products(customs, forms.putArray("Product"));
    forms
        .put("InvoiceNumber", References.shortened(request.reference(), References.NUMBER))
        .put("InvoiceDate", request.shipDate().format(DateTimeFormatter.BASIC_ISO_DATE))
        .put("TermsOfShipment", customs.incoterm().name())
        .put("ReasonForExport", "SALE")
        .put("CurrencyCode", value(customs).currency());
    if (customs.incoterm() == Incoterm.DDP) {
      ((ArrayNode) shipment.path("PaymentInformation").path("ShipmentCharge"))
          .addObject()
          .put("Type", DUTIES)
          .putObject("BillShipper")
          .put("AccountNumber", account.number());
    }
    collected(customs, to.country())
        .ifPresent(id ->
            ((ObjectNode) shipment.path("ShipFrom"))
                .putObject("VendorInfo")
                .put("VendorCollectIDTypeCode", id.getKey())
                .put("VendorCollectIDNumber", id.getValue())
                .put("ConsigneeType", CONSUMER));
  }

  /** Of all articles. */
  static Money value(Declaration customs) {
    return customs.items().stream()
        .map(Declaration.Item::value)
        .reduce(Money::plus)
        .orElseThrow(() -> new IllegalArgumentException("a declaration without an article"));
  }

  /** UPS takes a price of one; what does not divide evenly is two lines that add up. */
  private static void products(Declaration customs, ArrayNode to) {
    for (Declaration.Item item : customs.items()) {
      long cheap = item.value().amount() / item.quantity();
      long dearer = item.value().amount() % item.quantity();
      product(item, item.quantity() - dearer, cheap, to);
      product(item, dearer, cheap + 1, to);
    }
  }

  private static void product(Declaration.Item item, long quantity, long each, ArrayNode to) {
    if (quantity == 0) {
      return;
    }
    ObjectNode product = to.addObject();
    product.putArray("Description").add(UpsPlace.cut(item.description(), 35));
    ObjectNode unit = product.putObject("Unit");
    unit.put("Number", Long.toString(quantity))
        .put("Value", UpsMoney.decimal(Money.of(each, item.value().currency())))
        .putObject("UnitOfMeasurement")
        .put("Code", "PCS");
    product
        .put("CommodityCode", item.hsCode().replaceAll("[^A-Za-z0-9]", ""))
        .put("PartNumber", UpsPlace.cut(item.sku().value(), 35))
        .put("OriginCountryCode", item.originCountry());
  }

  private static Optional<Map.Entry<String, String>> collected(
      Declaration customs, String country) {
    return customs.taxIds().stream()
        .flatMap(id -> code(id, country).map(code -> Map.entry(code, id.number())).stream())
        .findFirst();
  }

  private static Optional<String> code(TaxId id, String country) {
    return switch (id.kind()) {
      case IOSS -> Optional.of("0356");
      case VOEC -> Optional.of("0357");
      case ARN -> Optional.of("1052");
      case GST -> Optional.ofNullable(GST.get(country));
      case VAT, EORI -> Optional.empty();
    };
  }
}
