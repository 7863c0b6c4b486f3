package dev.cutoff.adapter.carrier.easypost;

import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.MapSecrets;
import dev.cutoff.testkit.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A shop that has USPS behind EasyPost, and what it asks. */
final class EasyPosts {
  static final String KEY = "EZTKnot-a-key";
  static final String ACCOUNT = "ca_f09befdb2e9c410e95c7622ea912c18c";
  static final LocalDate DAY = LocalDate.parse("2026-11-24");
  static final Duration SETTLE = Duration.ofMinutes(15);
  static final Address TO =
      Address.of(
          "Elizabeth Swan",
          null,
          "179 N Harbor Dr",
          null,
          "Redondo Beach",
          "CA",
          "90277",
          "US",
          "");

  final ManualClock clock = ManualClock.at("2026-11-24T15:00:00Z");

  /** What printers get of any document that begins as a PDF does. */
  static final LabelForms FORMS =
      (format, document) ->
          format == LabelForms.Format.PDF && Arrays.equals(document, Loopback.LABEL)
              ? new LabelForms.Outcome.Made(new LabelFiles(document, "^XA^XZ"))
              : new LabelForms.Outcome.Unprintable("it is no PDF");

  EasyPostProvider provider(Duration limit) {
    return provider(limit, KEY);
  }

  EasyPostProvider provider(Duration limit, String key) {
    return provider(limit, key, clock);
  }

  static EasyPostProvider provider(Duration limit, String key, InstantSource clock) {
    return new EasyPostProvider(
        StoreApi.httpClient(), new MapSecrets(Map.of("easypost-key", key)), FORMS, clock, limit);
  }

  static Carrier usps(String apiUrl) {
    Carrier like = Places.carrier("usps", "USPS", 900);
    Carrier.Service ground = like.services().getFirst();
    return new Carrier(
        "usps",
        "USPS",
        EasyPostProvider.NAME,
        "usps-tracking",
        like.pickupDays(),
        like.deliveryDays(),
        List.of(ground, service(ground, "priority"), service(ground, "express")),
        CarrierLimits.NONE,
        new CarrierAccount(
            apiUrl,
            "easypost-key",
            ACCOUNT,
            SETTLE,
            Duration.ofDays(28),
            Map.of(
                "ground", "GroundAdvantage",
                "priority", "Priority",
                "express", "Express")));
  }

  private static Carrier.Service service(Carrier.Service like, String id) {
    return new Carrier.Service(
        id,
        "USPS " + id,
        like.countries(),
        like.dimDivisor(),
        like.maxGrams(),
        like.maxLengthMm(),
        like.onTime(),
        like.cards());
  }

  static ParcelSpec parcel(long grams) {
    return new ParcelSpec(grams, new Size(254, 203, 102));
  }

  static RateRequest rates(long... grams) {
    return new RateRequest(
        Places.EAST, TO, Arrays.stream(grams).mapToObj(EasyPosts::parcel).toList(), DAY);
  }

  LabelRequest label(String reference, long quotedCents) {
    return label(reference, quotedCents, clock.instant());
  }

  static LabelRequest label(String reference, long quotedCents, Instant askedAt) {
    OrderId order = new OrderId("DTC-1");
    return new LabelRequest(
        reference,
        order,
        ShipmentId.of(order, 1),
        Places.EAST,
        TO,
        parcel(436),
        1,
        1,
        "ground",
        DAY,
        Money.of(quotedCents, "USD"),
        false,
        null,
        askedAt);
  }
}
