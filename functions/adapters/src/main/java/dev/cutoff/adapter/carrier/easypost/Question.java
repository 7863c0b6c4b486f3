package dev.cutoff.adapter.carrier.easypost;

import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.TaxId;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shipments as EasyPost wants them: inches, ounces, maps. */
final class Question {
  private static final BigDecimal GRAMS_AN_OUNCE = new BigDecimal("28.349523125");
  private static final BigDecimal MM_AN_INCH = new BigDecimal("25.4");
  private static final long MOST_UNFILED_CENTS = 2_500_00;
  private static final LocalTime NOON = LocalTime.NOON;

  private Question() {}

  /** What is asked for a price alone. */
  static Map<String, Object> priced(Carrier carrier, RateRequest request, ParcelSpec parcel) {
    return shipment(
        carrier,
        request.from(),
        request.to(),
        parcel,
        options(request.from(), request.shipDate(), parcel.extras()));
  }

  /** What is bought: it bears our reference, by which it is found again. */
  static Map<String, Object> bought(Carrier carrier, LabelRequest request) {
    Map<String, Object> options =
        options(request.from(), request.shipDate(), request.parcel().extras());
    options.put("label_format", "PDF");
    options.put("label_size", "4x6");
    options.put("print_custom_1", request.orderId().value());
    Map<String, Object> shipment =
        shipment(carrier, request.from(), request.to(), request.parcel(), options);
    shipment.put("reference", request.reference());
    Declaration customs = request.customs();
    if (customs != null) {
      options.put("incoterm", customs.incoterm().name());
      shipment.put("customs_info", customs(customs, request.from()));
      List<Map<String, Object>> taxIds =
          customs.taxIds().stream().map(id -> taxId(id, request.to())).toList();
      if (!taxIds.isEmpty()) {
        shipment.put("tax_identifiers", taxIds);
      }
    }
    return shipment;
  }

  static Map<String, Object> address(Address address, String otherwise) {
    Map<String, Object> map = new HashMap<>();
    boolean nobody = address.name().isBlank() && address.company().isBlank();
    map.put("name", nobody ? otherwise : address.name());
    map.put("company", address.company());
    map.put("street1", address.street1());
    map.put("street2", address.street2());
    map.put("city", address.city());
    map.put("state", address.region());
    map.put("zip", address.postcode());
    map.put("country", address.country());
    map.put("phone", address.phone());
    return map;
  }

  private static Map<String, Object> shipment(
      Carrier carrier, Node from, Address to, ParcelSpec parcel, Map<String, Object> options) {
    Map<String, Object> shipment = new HashMap<>();
    shipment.put("from_address", address(from.address(), from.name()));
    shipment.put("to_address", address(to, ""));
    shipment.put("parcel", parcel(parcel));
    shipment.put("options", options);
    String account = Settling.account(carrier).number();
    if (!account.isBlank()) {
      shipment.put("carrier_accounts", List.of(account));
    }
    return shipment;
  }

  /** Rounded up: a carrier that weighs again bills what is missing. */
  private static Map<String, Object> parcel(ParcelSpec parcel) {
    Map<String, Object> map = new HashMap<>();
    map.put("weight", tenths(parcel.grams(), GRAMS_AN_OUNCE));
    map.put("length", tenths(parcel.size().lengthMm(), MM_AN_INCH));
    map.put("width", tenths(parcel.size().widthMm(), MM_AN_INCH));
    map.put("height", tenths(parcel.size().heightMm(), MM_AN_INCH));
    return map;
  }

  private static BigDecimal tenths(long amount, BigDecimal unit) {
    return BigDecimal.valueOf(amount).divide(unit, 1, RoundingMode.UP);
  }

  private static Map<String, Object> options(Node from, LocalDate day, ParcelExtras extras) {
    Map<String, Object> options = new HashMap<>();
    options.put("label_date", day.atTime(NOON).atZone(from.zone()).toOffsetDateTime().toString());
    switch (extras.signature()) {
      case NONE -> {}
      case ANYBODY -> options.put("delivery_confirmation", "SIGNATURE");
      case ADULT -> options.put("delivery_confirmation", "ADULT_SIGNATURE");
    }
    return options;
  }

  private static Map<String, Object> customs(Declaration customs, Node from) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Declaration.Item item : customs.items()) {
      Map<String, Object> map = new HashMap<>();
      map.put("description", item.description());
      map.put("quantity", item.quantity());
      map.put("value", amount(item.value()));
      map.put("currency", item.value().currency());
      map.put("weight", tenths(Math.max(1, item.grams()), GRAMS_AN_OUNCE));
      map.put("hs_tariff_number", item.hsCode());
      map.put("origin_country", item.originCountry());
      map.put("code", item.sku().value());
      items.add(map);
    }
    Map<String, Object> info = new HashMap<>();
    info.put("contents_type", "merchandise");
    info.put("restriction_type", "none");
    info.put("non_delivery_option", "return");
    info.put("customs_certify", true);
    info.put("customs_signer", from.name());
    // Exports of less than 2,500 dollars a tariff number need no filing of their own.
    info.put("eel_pfc", "NOEEI 30.37(a)");
    info.put("customs_items", items);
    return info;
  }

  /** From the United States, where one tariff number is worth more than 2,500 dollars. */
  static boolean needsFiling(Declaration customs, Node from) {
    return from.address().country().equals("US")
        && customs.items().stream()
            .collect(
                Collectors.groupingBy(
                    Declaration.Item::hsCode,
                    Collectors.summingLong(item -> item.value().amount())))
            .values()
            .stream()
            .anyMatch(value -> value > MOST_UNFILED_CENTS);
  }

  private static Map<String, Object> taxId(TaxId id, Address to) {
    Map<String, Object> map = new HashMap<>();
    map.put("entity", "SENDER");
    map.put("tax_id", id.number());
    map.put("tax_id_type", id.kind().name());
    map.put("issuing_country", to.country());
    return map;
  }

  static BigDecimal amount(Money money) {
    int digits = Currency.getInstance(money.currency()).getDefaultFractionDigits();
    return BigDecimal.valueOf(money.amount(), digits);
  }
}
