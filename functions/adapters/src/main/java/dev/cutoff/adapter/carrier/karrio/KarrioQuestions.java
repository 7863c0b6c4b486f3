package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HexFormat;

/** What Karrio is asked, in kilograms and centimetres. */
final class KarrioQuestions {
  /** Every other form that printers take is made of it. */
  static final String LABEL_TYPE = "PDF";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int THOUSAND = 3;

  private KarrioQuestions() {}

  /** Prices of one parcel: each has a label of its own, and its own price. */
  static ObjectNode rates(CarrierAccount account, RateRequest request, ParcelSpec parcel) {
    ObjectNode body = JSON.objectNode();
    body.set("shipper", shipper(request.from()));
    body.set("recipient", address(request.to(), request.to().name()));
    body.putArray("parcels").add(parcel(parcel));
    body.set("options", options(request.shipDate(), parcel.extras()));
    carriers(body, account);
    return body;
  }

  /**
   * A shipment to be bought by a second question. It must not name a service: Karrio buys one that
   * does at once.
   */
  static ObjectNode draft(CarrierAccount account, LabelRequest request) {
    ObjectNode body = JSON.objectNode();
    body.set("shipper", shipper(request.from()));
    body.set("recipient", address(request.to(), request.to().name()));
    body.putArray("parcels").add(parcel(request.parcel()));
    body.set("options", options(request.shipDate(), request.parcel().extras()));
    Declaration customs = request.customs();
    if (customs != null) {
      body.set("customs", customs(customs));
    }
    carriers(body, account);
    String content = digest(body);
    body.put("reference", request.reference());
    body.put("order_id", shortened(request.orderId().value()));
    body.put("label_type", LABEL_TYPE);
    body.putObject("metadata").put(KarrioShipment.contentKey(), content);
    return body;
  }

  /** Sums up what a draft is about, so that one made for another address is not bought. */
  static String content(CarrierAccount account, LabelRequest request) {
    return draft(account, request).path("metadata").path(KarrioShipment.contentKey()).textValue();
  }

  static ObjectNode purchase(String rateId, String reference) {
    return JSON.objectNode()
        .put("selected_rate_id", rateId)
        .put("label_type", LABEL_TYPE)
        .put("reference", reference);
  }

  /** Prices of now for a draft that was made before. */
  static ObjectNode again(CarrierAccount account) {
    ObjectNode body = JSON.objectNode();
    carriers(body, account);
    return body;
  }

  static ObjectNode nothing() {
    return JSON.objectNode();
  }

  /** One connection alone: Karrio waits for the slowest of those it asks, without a limit. */
  private static void carriers(ObjectNode body, CarrierAccount account) {
    ArrayNode ids = body.putArray("carrier_ids");
    if (!account.number().isEmpty()) {
      ids.add(account.number());
    }
  }

  private static ObjectNode shipper(Node from) {
    Address address = from.address();
    return address(address, address.name().isBlank() ? from.name() : address.name());
  }

  private static ObjectNode address(Address address, String name) {
    ObjectNode json = JSON.objectNode();
    put(json, "person_name", name);
    put(json, "company_name", address.company());
    put(json, "address_line1", address.street1());
    put(json, "address_line2", address.street2());
    put(json, "city", address.city());
    put(json, "state_code", address.region());
    put(json, "postal_code", address.postcode());
    put(json, "country_code", address.country());
    put(json, "phone_number", address.phone());
    return json.put("residential", address.company().isBlank());
  }

  private static void put(ObjectNode json, String name, String value) {
    if (!value.isBlank()) {
      json.put(name, value);
    }
  }

  private static ObjectNode parcel(ParcelSpec parcel) {
    return JSON.objectNode()
        .put("weight", thousandths(Math.max(1, parcel.grams())))
        .put("weight_unit", "KG")
        .put("length", BigDecimal.valueOf(parcel.size().lengthMm(), 1))
        .put("width", BigDecimal.valueOf(parcel.size().widthMm(), 1))
        .put("height", BigDecimal.valueOf(parcel.size().heightMm(), 1))
        .put("dimension_unit", "CM");
  }

  private static ObjectNode options(LocalDate shipDate, ParcelExtras extras) {
    ObjectNode options = JSON.objectNode().put("shipping_date", shipDate + "T12:00");
    if (extras.signature() != Signature.NONE) {
      options.put("signature_confirmation", true);
    }
    Money insured = extras.insured();
    if (insured != null) {
      options.put("insurance", decimal(insured)).put("currency", insured.currency());
    }
    return options;
  }

  private static ObjectNode customs(Declaration declaration) {
    ObjectNode json = JSON.objectNode();
    json.put("content_type", "merchandise");
    json.put("incoterm", declaration.incoterm().name());
    json.putObject("duty")
        .put("paid_by", declaration.incoterm() == Incoterm.DDP ? "sender" : "recipient");
    ArrayNode commodities = json.putArray("commodities");
    for (Declaration.Item item : declaration.items()) {
      commodities
          .addObject()
          .put("sku", item.sku().value())
          .put("description", item.description())
          .put("quantity", item.quantity())
          .put("weight", thousandths(Math.max(1, item.grams() / item.quantity())))
          .put("weight_unit", "KG")
          .put("value_amount", each(item))
          .put("value_currency", item.value().currency())
          .put("hs_code", item.hsCode())
          .put("origin_country", item.originCountry());
    }
    return json;
  }

  /** Karrio takes the value of one. */
  private static BigDecimal each(Declaration.Item item) {
    return decimal(item.value())
        .divide(BigDecimal.valueOf(item.quantity()), 2, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(Money money) {
    int digits = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
    return BigDecimal.valueOf(money.amount(), digits);
  }

  private static BigDecimal thousandths(long grams) {
    return BigDecimal.valueOf(grams, THOUSAND);
  }

  private static String shortened(String orderId) {
    int most = 50;
    return orderId.length() <= most ? orderId : orderId.substring(0, most);
  }

  private static String digest(ObjectNode body) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(body.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
