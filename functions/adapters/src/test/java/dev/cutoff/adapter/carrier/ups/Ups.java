package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.customs.Declaration;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.ManualClock;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A shop with a UPS account, and what it asks. */
final class Ups {
  static final LocalDate SHIP_DATE = LocalDate.parse("2026-11-24");
  static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
  static final Duration SETTLE = Duration.ofMinutes(15);
  static final Address CHICAGO = address("US", "IL", "Chicago", "60606");
  static final Address TORONTO = address("CA", "ON", "Toronto", "M5V 2T6");
  static final Address BERLIN = address("DE", "", "Berlin", "10115");
  static final ParcelSpec PARCEL = new ParcelSpec(900, new Size(200, 150, 100));

  /** Of {@link #PARCEL} with ground, as the played UPS asks it. */
  static final Money GROUND = Money.of(1_040, "USD");

  private Ups() {}

  static UpsProvider provider(InstantSource clock) {
    return provider(clock, Duration.ofSeconds(5));
  }

  static UpsProvider provider(InstantSource clock, Duration limit) {
    return new UpsProvider(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
        name -> FakeUps.SECRET,
        new CarrierLabels(),
        new VirtualThreadsAsking(),
        clock,
        limit);
  }

  static ManualClock clock() {
    return ManualClock.at(NOW.toString());
  }

  static Carrier carrier(URI base) {
    return carrier(base, FakeUps.NUMBER, service("ground"), service("second-day"));
  }

  static Carrier carrier(URI base, String number, Service... services) {
    return new Carrier(
        "ups",
        "UPS",
        UpsProvider.NAME,
        "ups-tracking",
        weekdays(),
        weekdays(),
        List.of(services),
        CarrierLimits.NONE,
        new CarrierAccount(
            base.toString(),
            "ups-api",
            number,
            SETTLE,
            Duration.ofDays(28),
            Map.of("ground", "03", "second-day", "02")));
  }

  static Service service(String id) {
    return new Service(
        id, "UPS " + id, Set.of("US", "CA", "DE"), 5_000, 68_000, 2_700, 0.97, List.of());
  }

  private static Set<DayOfWeek> weekdays() {
    return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  }

  static Node newark() {
    return node(
        Address.of("", "Acme", "1 Dock Road", "", "Newark", "NJ", "07102", "US", "+1 973 555 0100"),
        "USD");
  }

  static Node node(Address address, String currency) {
    SortedMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    weekdays().forEach(day -> cutoffs.put(day, LocalTime.of(16, 0)));
    return new Node(
        new NodeId("EAST"),
        "East warehouse",
        address,
        ZoneId.of("America/New_York"),
        cutoffs,
        Money.of(150, currency),
        false);
  }

  static Address address(String country, String region, String city, String postcode) {
    return Address.of(
        "Sam Example",
        "",
        "5 Main Street",
        "Apt 2",
        city,
        region,
        postcode,
        country,
        "312-555-0199");
  }

  static RateRequest rates(Address to, ParcelSpec... parcels) {
    return new RateRequest(newark(), to, List.of(parcels), SHIP_DATE);
  }

  static LabelRequest label(String reference) {
    return label(reference, CHICAGO, PARCEL, null);
  }

  static LabelRequest label(String reference, Instant askedAt) {
    return label(reference, newark(), CHICAGO, PARCEL, null, GROUND, askedAt);
  }

  static LabelRequest label(
      String reference, Address to, ParcelSpec parcel, @Nullable Declaration customs) {
    return label(reference, newark(), to, parcel, customs, GROUND);
  }

  static LabelRequest label(
      String reference,
      Node from,
      Address to,
      ParcelSpec parcel,
      @Nullable Declaration customs,
      Money quoted) {
    return label(reference, from, to, parcel, customs, quoted, NOW);
  }

  private static LabelRequest label(
      String reference,
      Node from,
      Address to,
      ParcelSpec parcel,
      @Nullable Declaration customs,
      Money quoted,
      Instant askedAt) {
    OrderId order = new OrderId("DTC-90412");
    return new LabelRequest(
        reference,
        order,
        ShipmentId.of(order, 1),
        from,
        to,
        parcel,
        1,
        1,
        "ground",
        SHIP_DATE,
        quoted,
        false,
        customs,
        askedAt);
  }
}
