package dev.cutoff.adapter.carrier.karrio;

import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.testkit.Places;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A carrier behind Karrio with two services, and what it is to carry. */
final class Parcels {
  static final String SECRET_NAME = "karrio-token";
  static final Duration SETTLE = Duration.ofMinutes(5);

  /** A Tuesday. */
  static final LocalDate SHIP_DATE = LocalDate.of(2026, 11, 24);

  static final Money GROUND = Money.of(1_140, "USD");
  static final Address SAN_FRANCISCO =
      Address.of(
          "Ada Example", null, "2 Market St", null, "San Francisco", "CA", "94105", "US", null);

  private static final OrderId ORDER = new OrderId("DTC-90412");

  private Parcels() {}

  static Carrier carrier(URI base) {
    return carrier(base, "north");
  }

  /** One connection of Karrio's. */
  static Carrier carrier(URI base, String connection) {
    Carrier card = Places.carrier(connection, "North", 900);
    return new Carrier(
        connection,
        "North",
        KarrioProvider.NAME,
        "north-tracking",
        card.pickupDays(),
        card.deliveryDays(),
        List.of(service("ground", "Ground"), service("2day", "2Day")),
        CarrierLimits.NONE,
        new CarrierAccount(
            base.toString(),
            SECRET_NAME,
            connection,
            SETTLE,
            Duration.ofDays(28),
            Map.of("ground", connection + "_ground", "2day", connection + "_2day")));
  }

  private static Service service(String id, String name) {
    return new Service(id, name, Set.of("US"), 5_000, 30_000, 1_200, 0.97, List.of());
  }

  static ParcelSpec parcel(long grams) {
    return new ParcelSpec(grams, new Size(250, 200, 100));
  }

  static RateRequest rateRequest(ParcelSpec... parcels) {
    return new RateRequest(Places.EAST, SAN_FRANCISCO, List.of(parcels), SHIP_DATE);
  }

  static RateRequest rateRequest() {
    return rateRequest(parcel(900));
  }

  static LabelRequest labelRequest(String reference, Instant askedAt) {
    return labelRequest(reference, askedAt, SAN_FRANCISCO, 1, 1);
  }

  static LabelRequest labelRequest(
      String reference, Instant askedAt, Address to, int number, int count) {
    return new LabelRequest(
        reference,
        ORDER,
        ShipmentId.of(ORDER, 1),
        Places.EAST,
        to,
        parcel(900),
        number,
        count,
        "ground",
        SHIP_DATE,
        GROUND,
        false,
        null,
        askedAt);
  }
}
