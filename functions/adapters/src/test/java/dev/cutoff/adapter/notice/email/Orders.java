package dev.cutoff.adapter.notice.email;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.merchant.Telling;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.Payment;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.Totals;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.tracking.Track;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders to write notices about: DTC-90412, and what tests change of it. */
record Orders(
    String customerName,
    String email,
    String locale,
    String orderNumber,
    List<String> items,
    Address shipTo,
    ShippingMethod.Kind kind,
    boolean shipLate,
    int shipments) {
  static final Instant NOW = Instant.parse("2026-11-24T02:30:00Z");
  static final OrderId ID = new OrderId("DTC-90412");

  static Orders usual() {
    return new Orders(
        "Sam Example",
        "sam@example.com",
        "en-US",
        "#90412",
        List.of("Tee, black, M", "Field notebook, set of 3"),
        address("Oakland", "CA", "US"),
        ShippingMethod.Kind.PARCEL,
        false,
        1);
  }

  Orders with(String newEmail) {
    return new Orders(
        customerName, newEmail, locale, orderNumber, items, shipTo, kind, shipLate, shipments);
  }

  Orders named(String number, String item) {
    return new Orders(
        customerName, email, locale, number, List.of(item), shipTo, kind, shipLate, shipments);
  }

  Orders goingTo(Address address, String newLocale) {
    return new Orders(
        customerName, email, newLocale, orderNumber, items, address, kind, shipLate, shipments);
  }

  Orders as(ShippingMethod.Kind newKind) {
    return new Orders(
        customerName, email, locale, orderNumber, items, shipTo, newKind, shipLate, shipments);
  }

  Orders late() {
    return new Orders(
        customerName, email, locale, orderNumber, items, shipTo, kind, true, shipments);
  }

  Orders in(int count) {
    return new Orders(
        customerName, email, locale, orderNumber, items, shipTo, kind, shipLate, count);
  }

  static Address address(String city, String region, String country) {
    return Address.of(
        "Sam Example", "", "12 Sample St", "Apt 3", city, region, "94607", country, "+15105550100");
  }

  /** The order with its lines shared out over its shipments, one parcel each, all handed over. */
  Order order() {
    List<Shipment> shipped = new ArrayList<>();
    for (int number = 1; number <= shipments; number++) {
      List<ShipmentLine> lines = new ArrayList<>();
      for (int i = number - 1; i < items.size(); i += shipments) {
        lines.add(new ShipmentLine(Integer.toString(i + 1), i + 1L));
      }
      ShipmentId id = ShipmentId.of(ID, number);
      List<Parcel> parcels =
          kind == ShippingMethod.Kind.PARCEL ? List.of(parcel(id, lines)) : List.of();
      shipped.add(
          new Shipment.Shipped(
              id, new NodeId("EAST"), lines, parcels, NOW, "receipts/x.json", "slips/x.pdf"));
    }
    return new Order(
        ID,
        7,
        1,
        document(),
        NOW,
        shipped,
        new Promise(LocalDate.of(2026, 11, 27), ZoneId.of("America/Los_Angeles"), 0.97),
        null,
        null,
        null,
        null,
        null,
        null,
        shipLate,
        false,
        null,
        null,
        null,
        "token");
  }

  private static Parcel parcel(ShipmentId id, List<ShipmentLine> lines) {
    PlannedParcel plan =
        new PlannedParcel(
            id.parcel(1),
            lines,
            "S",
            540,
            "swift",
            "ground",
            Money.of(1145, "USD"),
            LocalDate.of(2026, 11, 24),
            LocalDate.of(2026, 11, 30),
            NOW);
    return new Parcel(
        plan,
        Money.of(1145, "USD"),
        "SW00000004" + id.value().substring(id.value().length() - 1),
        "label",
        "labels/x.pdf",
        "labels/x.zpl",
        Track.labelMade());
  }

  private OrderDocument document() {
    Money none = Money.zero("USD");
    List<OrderLine> lines = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      lines.add(
          new OrderLine(
              Integer.toString(i + 1),
              "SKU-" + i,
              items.get(i),
              i + 1L,
              0,
              Money.of(2400, "USD"),
              none,
              none,
              true,
              180L,
              List.of()));
    }
    return new OrderDocument(
        new StoreId("acme"),
        "shopify",
        "450789469",
        orderNumber,
        NOW,
        NOW,
        "USD",
        lines,
        new Customer(customerName, email, "", locale),
        shipTo,
        null,
        new ShippingMethod("std", "Standard", kind),
        new Payment(Payment.Status.PAID, "card"),
        new Totals(Money.of(7200, "USD"), none, none, none, none, Money.of(7200, "USD")),
        "",
        "",
        List.of(),
        List.of(),
        false,
        null);
  }

  static Store store(String name) {
    return new Store(
        new StoreId("acme"),
        "shopify",
        name,
        "DTC",
        "hook",
        "https://acme.example",
        "api",
        Map.of(),
        List.of(),
        Set.of(),
        StoreStock.PLAIN);
  }

  static Store store(String name, Telling telling) {
    Store plain = store(name);
    return new Store(
        plain.id(),
        plain.channel(),
        plain.name(),
        plain.orderPrefix(),
        plain.webhookSecretName(),
        plain.apiUrl(),
        plain.apiSecretName(),
        plain.locations(),
        plain.shippingMethods(),
        plain.notices(),
        plain.stock(),
        plain.remorse(),
        null,
        Brand.PLAIN,
        telling);
  }

  static Merchant merchant() {
    Carrier swift =
        new Carrier(
            "swift",
            "Swift Parcel",
            "ratecard",
            "swift-hook",
            Set.of(DayOfWeek.MONDAY),
            Set.of(DayOfWeek.MONDAY),
            List.of(
                new Carrier.Service(
                    "ground", "Ground", Set.of("US"), 5000, 30_000, 1200, 0.97, List.of())));
    return new Merchant(
        "v1",
        "Acme Outfitters",
        "USD",
        "orders@acme.example",
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of("swift", swift),
        Map.of(),
        new Rules(
            5,
            15,
            Duration.ofHours(48),
            Duration.ofSeconds(2),
            List.of("ops"),
            Duration.ofHours(4),
            StockRules.PLAIN),
        List.of());
  }
}
