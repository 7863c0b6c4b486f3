package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.document.application.LabelContent;
import dev.cutoff.document.application.LabelFiles;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.document.application.SlipContent;
import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Surcharge.Applies;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.money.Money;
import dev.cutoff.stock.NodeId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A carrier with a rate card, a node and addresses for its tests. */
final class RateCards {
  static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** A Tuesday. */
  static final LocalDate SHIP_DATE = LocalDate.of(2026, 11, 24);

  /** Zone 2, 300 km. */
  static final Address BOSTON = address("US", "MA", "Boston", "02110");

  /** Zone 5, 1,130 km. */
  static final Address CHICAGO = address("US", "IL", "Chicago", "60606");

  /** Zone 8, 3,900 km. */
  static final Address PORTLAND = address("US", "OR", "Portland", "97205");

  private RateCards() {}

  static Node node() {
    return node("USD");
  }

  static Node node(String currency) {
    SortedMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    WEEKDAYS.forEach(day -> cutoffs.put(day, LocalTime.of(16, 0)));
    return new Node(
        new NodeId("EAST"),
        "East warehouse",
        Address.of("", "", "1 Dock Road", "", "Newark", "NJ", "07102", "US", ""),
        ZoneId.of("America/New_York"),
        cutoffs,
        Money.of(150, currency),
        false);
  }

  static Carrier carrier(Service... services) {
    return carrier(WEEKDAYS, WEEKDAYS, services);
  }

  static Carrier carrier(Set<DayOfWeek> pickup, Set<DayOfWeek> delivery, Service... services) {
    return new Carrier(
        "swift", "Swift", "ratecard", "swift-webhook", pickup, delivery, List.of(services));
  }

  static Service ground(RateCard... cards) {
    return service("ground", "Swift Ground", cards);
  }

  static Service service(String id, String name, RateCard... cards) {
    return new Service(id, name, Set.of("US", "CA"), 5_000, 30_000, 1_200, 0.97, List.of(cards));
  }

  static RateCard card(Surcharge... surcharges) {
    return card(LocalDate.of(2026, 1, 1), null, 0, surcharges);
  }

  /** A card with one cent more on every price for each of {@code dearer}. */
  static RateCard card(
      LocalDate from, @Nullable LocalDate until, long dearer, Surcharge... surcharges) {
    return new RateCard(
        from,
        until,
        List.of(
            zone("2", 500, 1, 700 + dearer),
            zone("5", 2_000, 3, 900 + dearer),
            zone("8", 5_000, 5, 1_200 + dearer),
            new Zone("CA", 0, Set.of("CA"), 7, prices(2_000 + dearer))),
        List.of(surcharges));
  }

  private static Zone zone(String id, double upToKm, int days, long first) {
    return new Zone(id, upToKm, Set.of(), days, prices(first));
  }

  /** Steps of 1, 2, 5, 10 and 40 kg; each costs a dollar more than the one before. */
  private static SortedMap<Long, Money> prices(long first) {
    SortedMap<Long, Money> prices = new TreeMap<>();
    long price = first;
    for (long kilograms : new long[] {1, 2, 5, 10, 40}) {
      prices.put(kilograms * 1_000, Money.of(price, "USD"));
      price += 100;
    }
    return prices;
  }

  static Surcharge fixed(String name, Applies applies, long cents) {
    return new Surcharge(name, applies, Money.of(cents, "USD"), 0, null, null);
  }

  static Surcharge share(String name, Applies applies, long basisPoints) {
    return new Surcharge(name, applies, null, basisPoints, null, null);
  }

  static Address address(String country, String region, String city, String postcode) {
    return Address.of(
        "Sam Example", "Example Ltd", "5 Main Street", "", city, region, postcode, country, "");
  }

  static Address home(Address address) {
    return Address.of(
        address.name(),
        "",
        address.street1(),
        address.street2(),
        address.city(),
        address.region(),
        address.postcode(),
        address.country(),
        address.phone());
  }

  static ParcelSpec parcel(long grams) {
    return new ParcelSpec(grams, new Size(200, 150, 100));
  }

  /** Knows a handful of ZIP3 areas. */
  static final class SmallMap implements Geography {
    private static final Map<String, Place> PLACES =
        Map.of(
            "US071", new Place(40.7, -74.2),
            "US021", new Place(42.4, -71.1),
            "US606", new Place(41.9, -87.6),
            "US972", new Place(45.5, -122.7),
            "US995", new Place(61.2, -149.9),
            "US967", new Place(21.3, -157.9),
            "US009", new Place(18.4, -66.1),
            "US090", new Place(50.1, 8.7));

    @Override
    public Optional<Place> place(String country, String postcode) {
      return postcode.length() < 3
          ? Optional.empty()
          : Optional.ofNullable(PLACES.get(country + postcode.substring(0, 3)));
    }

    @Override
    public ZoneId zone(Address address) {
      return ZoneId.of("America/New_York");
    }

    @Override
    public List<String> defects(Address address) {
      return List.of();
    }

    @Override
    public List<String> destinationDefects(Address address) {
      return List.of();
    }
  }

  /** Writes the content down as text. */
  static final class PlainDocuments implements ShippingDocuments {
    @Override
    public LabelFiles label(LabelContent content) {
      return new LabelFiles(
          content.toString().getBytes(StandardCharsets.UTF_8), "^XA" + content + "^XZ");
    }

    @Override
    public byte[] packingSlip(SlipContent content) {
      return content.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
