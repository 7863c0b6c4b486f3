package dev.cutoff.adapter.page;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.Telling;
import dev.cutoff.money.Money;
import dev.cutoff.order.Customer;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.tracking.DeliveryProof;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.ScanReason;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as customers look at them: #90412 of a shop that is called Acme, to Berlin or Oakland. */
final class Parcels {
  /** A Tuesday evening in California. */
  static final Instant NOW = Instant.parse("2026-11-25T02:30:00Z");

  static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  static final Brand BRAND = new Brand("#1f4fd8", "help@acme.example");
  static final List<String> PERSONAL =
      List.of("Sam Example", "sam@", "Sample St", "Apt 3", "94607", "5105550100");

  private Parcels() {}

  static Merchant shop(String name, Brand brand) {
    Merchant shop = AMerchant.shop();
    Store old = shop.stores().values().iterator().next();
    Carrier swift = shop.carriers().get("swift");
    if (swift == null) {
      throw new IllegalStateException("the shop has no swift");
    }
    return AMerchant.standard()
        .store(
            new Store(
                old.id(),
                old.channel(),
                name,
                old.orderPrefix(),
                old.webhookSecretName(),
                old.apiUrl(),
                old.apiSecretName(),
                old.locations(),
                old.shippingMethods(),
                old.notices(),
                old.stock(),
                old.remorse(),
                old.addressChecks(),
                brand,
                Telling.PLAIN))
        .carrier(
            new Carrier(
                swift.id(),
                swift.name(),
                swift.provider(),
                swift.secretName(),
                swift.pickupDays(),
                swift.deliveryDays(),
                swift.services(),
                swift.limits(),
                swift.account(),
                swift.invoice(),
                "https://track.swift.example/?n={number}",
                swift.tracking()))
        .build();
  }

  static Address oakland() {
    return Address.of(
        "Sam Example", "", "12 Sample St", "Apt 3", "Oakland", "CA", "94607", "US", "+15105550100");
  }

  /** Nothing done yet, of two lines, in the customer's own language. */
  static Order received(String locale) {
    return received(locale, ShippingMethod.Kind.PARCEL, "The TEE-BLK-M");
  }

  static Order received(String locale, ShippingMethod.Kind kind, String item) {
    AnOrder order =
        AnOrder.numbered("90412")
            .shipTo(oakland())
            .method(new ShippingMethod("x", "Standard", kind))
            .line("TEE-BLK-M", 1)
            .line("MUG-01", 2);
    return speaking(order.received(), locale, item);
  }

  private static Order speaking(Order order, String locale, String item) {
    OrderDocument old = order.document();
    Customer customer = new Customer("Sam Example", "sam@example.com", "+15105550100", locale);
    List<OrderLine> lines = new ArrayList<>(old.lines());
    OrderLine first = lines.getFirst();
    lines.set(
        0,
        new OrderLine(
            first.lineId(),
            first.sku(),
            item,
            first.quantity(),
            first.fulfilledElsewhere(),
            first.unitPrice(),
            first.discount(),
            first.tax(),
            first.requiresShipping(),
            first.grams(),
            first.properties()));
    return order.changed(change ->
        change.document(
            new OrderDocument(
                old.storeId(),
                old.channel(),
                old.externalId(),
                old.orderNumber(),
                old.placedAt(),
                old.updatedAt(),
                old.currency(),
                lines,
                customer,
                old.shipTo(),
                old.billTo(),
                old.shippingMethod(),
                old.payment(),
                old.totals(),
                old.note(),
                old.giftMessage(),
                old.attributes(),
                old.defects(),
                old.test(),
                old.cancelledAt())));
  }

  static Order promised(Order order, LocalDate day, @Nullable LocalDate expected) {
    return order.changed(change ->
        change.promise(
            new Promise(day, ZoneId.of("America/Los_Angeles"), 0.97).expecting(expected)));
  }

  /** A parcel for each track, in one shipment that was handed over; the lines are shared out. */
  static Order sent(Order order, Track... tracks) {
    return order.changed(change -> change.shipments(List.of(shipment(order, 1, tracks))));
  }

  static Shipment.Shipped shipment(Order order, int number, Track... tracks) {
    ShipmentId id = ShipmentId.of(order.id(), number);
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < tracks.length; i++) {
      parcels.add(parcel(id, i + 1, tracks[i]));
    }
    return new Shipment.Shipped(id, new NodeId("EAST"), lines(1, 1), parcels, NOW, "r", "s");
  }

  static List<ShipmentLine> lines(long first, long second) {
    return List.of(new ShipmentLine("1", first), new ShipmentLine("2", second));
  }

  private static Parcel parcel(ShipmentId id, int number, Track track) {
    PlannedParcel plan =
        new PlannedParcel(
            id.parcel(number),
            lines(1, 2),
            "S",
            540,
            "swift",
            "ground",
            Money.of(1145, "USD"),
            LocalDate.of(2026, 11, 24),
            FRIDAY.plusDays(3),
            NOW);
    return new Parcel(
        plan, Money.of(1145, "USD"), "SW 4" + number, "label", "labels/x.pdf", "l.zpl", track);
  }

  /** Scanned step by step as far as that, an hour apart, the last one an hour before now. */
  static Track scanned(TrackingStatus status) {
    Track track = Track.labelMade();
    for (TrackingStatus each : TrackingStatus.values()) {
      if (each.compareTo(status) <= 0 && each != TrackingStatus.LABEL_MADE) {
        boolean skipped = each == TrackingStatus.DELIVERED && status == TrackingStatus.RETURNED;
        track = skipped ? track : track.with(scan(track.scans().size(), each, null, "Newark, NJ"));
      }
    }
    return track;
  }

  static Track flagged(TrackingFlag flag) {
    Track track = scanned(TrackingStatus.IN_TRANSIT);
    return track.with(scan(track.scans().size(), null, flag, "Oakland, CA"));
  }

  static Track signed(String by, String at) {
    return scanned(TrackingStatus.OUT_FOR_DELIVERY)
        .with(
            new Scan(
                "signed",
                "swift",
                "SW 41",
                TrackingStatus.DELIVERED,
                null,
                NOW,
                "Oakland, CA",
                null,
                new DeliveryProof(by, at, "https://swift.example/door.jpg")));
  }

  static Track attempted(String why) {
    return scanned(TrackingStatus.OUT_FOR_DELIVERY)
        .with(
            new Scan(
                "attempt",
                "swift",
                "SW 41",
                null,
                TrackingFlag.DELIVERY_ATTEMPTED,
                NOW,
                "Oakland, CA",
                new ScanReason(ScanReason.Party.RECIPIENT, why),
                null));
  }

  static Track longWay(int scans, String place) {
    Track track = Track.labelMade();
    for (int i = 0; i < scans; i++) {
      track = track.with(scan(i, TrackingStatus.IN_TRANSIT, null, place));
    }
    return track;
  }

  private static Scan scan(
      int number, @Nullable TrackingStatus status, @Nullable TrackingFlag flag, String place) {
    return new Scan(
        "scan-" + number,
        "swift",
        "SW 41",
        status,
        flag,
        NOW.minusSeconds(36_000).plusSeconds(60L * number),
        place);
  }
}
