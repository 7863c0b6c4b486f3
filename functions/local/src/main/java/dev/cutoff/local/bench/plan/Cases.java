package dev.cutoff.local.bench.plan;

import dev.cutoff.geo.Address;
import dev.cutoff.geo.Place;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.DeliveryDays;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.plan.TransitTimes;
import dev.cutoff.plan.application.Offer;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.plan.application.Part;
import dev.cutoff.rate.Lane;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Seeded orders of a made-up shop: nodes all over a country, carriers, boxes, stock with gaps. */
final class Cases {
  static final String USD = "USD";
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final long[] STEPS = {500, 1_000, 2_000, 5_000, 10_000, 30_000};
  private static final double[] KILOMETRES = {250, 600, 1_200, 2_200, 20_100};
  private static final double THERE = 0.7;
  private static final double INBOUND = 0.5;

  private final Random random;
  private final Random extras;
  private final Random supplies;
  private final Shape shape;
  private final Lanes lanes;
  private final double leastChance;
  private final Map<String, Place> places = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Carrier> carriers = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();

  /** How large the orders are, at most. */
  record Shape(int nodes, int lines, int boxes, int services, int days) {}

  Cases(long seed, Shape shape, Lanes lanes, double leastChance) {
    this.random = new Random(seed);
    // Dice of their own: the other ones fall as if nothing were signed for.
    this.extras = new Random(seed + 7);
    this.supplies = new Random(seed + 13);
    this.shape = shape;
    this.lanes = lanes;
    this.leastChance = leastChance;
    for (int i = 0; i < shape.nodes(); i++) {
      nodes.add(node(i));
    }
    for (int i = 0; i < shape.services(); i += 2) {
      carriers.add(carrier(i));
    }
    for (int i = 0; i < shape.boxes(); i++) {
      boxes.add(box(i));
    }
  }

  /** The next order. */
  Case next() {
    String postcode = place();
    Address to = Address.of("A", null, "1 Road", null, "Town", "XX", postcode, "US", null);
    int lines = 1 + random.nextInt(shape.lines());
    List<Part> parts = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      parts.add(part(line));
    }
    LocalDate deliverBy = MONDAY.plusDays(2L + random.nextInt(6));
    List<Origin> origins = new ArrayList<>();
    List<Node> nearest = new ArrayList<>(nodes);
    nearest.sort(Comparator.comparingDouble(node -> kilometres(node, postcode)));
    List<Map<Sku, Long>> stock = stock(parts, nearest.size());
    for (int i = 0; i < nearest.size(); i++) {
      Node node = nearest.get(i);
      origins.add(
          new Origin(
              node, stock.get(i), kilometres(node, postcode), offers(i, node, to, deliverBy)));
    }
    return new Case(parts, origins, boxes, deliverBy, inbound(parts, origins));
  }

  /** Some of what a node lacks is on its way to it. */
  private List<Receipt.Expected> inbound(List<Part> parts, List<Origin> origins) {
    List<Receipt.Expected> inbound = new ArrayList<>();
    for (Origin origin : origins) {
      for (Part part : parts) {
        Sku sku = part.demands().getFirst().sku();
        boolean comes = supplies.nextDouble() < INBOUND;
        LocalDate on = MONDAY.plusDays(supplies.nextInt(Math.max(1, shape.days() - 1)));
        if (comes && !origin.free().containsKey(sku)) {
          inbound.add(new Receipt.Expected(origin.node().id().value(), sku.value(), 100, on));
        }
      }
    }
    inbound.sort(Comparator.comparing(Receipt.Expected::on));
    return inbound;
  }

  /** Every line is somewhere. */
  private List<Map<Sku, Long>> stock(List<Part> parts, int count) {
    List<Map<Sku, Long>> stock = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stock.add(new HashMap<>());
    }
    for (Part part : parts) {
      Sku sku = part.demands().getFirst().sku();
      stock.get(random.nextInt(count)).put(sku, 100L);
      for (Map<Sku, Long> shelf : stock) {
        if (random.nextDouble() < THERE) {
          shelf.put(sku, 100L);
        }
      }
    }
    return stock;
  }

  private List<Offer> offers(int number, Node node, Address to, LocalDate deliverBy) {
    List<Offer> offers = new ArrayList<>();
    for (Carrier carrier : carriers) {
      for (Carrier.Service service : carrier.services()) {
        for (int ahead = 0; ahead < shape.days(); ahead++) {
          LocalDate day = MONDAY.plusDays(ahead);
          Lane.Outcome lane =
              Lane.of(
                  carrier,
                  service,
                  node,
                  to,
                  day,
                  (country, postcode) -> Optional.ofNullable(places.get(postcode)));
          if (lane instanceof Lane.Outcome.Served(Lane served)) {
            offers.add(offer(number, served, day, deliverBy));
          }
        }
      }
    }
    return offers;
  }

  static String lane(Offer offer) {
    return offer.carrier().id() + " " + offer.service().id() + " " + offer.lane().zone().id();
  }

  private Offer offer(int number, Lane lane, LocalDate day, LocalDate deliverBy) {
    Instant cutoff = day.atTime(16, 0).toInstant(ZoneOffset.UTC);
    ShipDay shipDay = new ShipDay(day, cutoff);
    int days = lane.zone().transitDays();
    LocalDate expected = arrival(lane.carrier(), day, days);
    Offer plain = new Offer(number, lane, shipDay, expected, days, expected, 0);
    TransitTimes times = lanes.known(lane(plain), days, lane.service().onTime());
    double chance = 0;
    for (Map.Entry<Integer, Double> share : times.shares().entrySet()) {
      if (!arrival(lane.carrier(), day, share.getKey()).isAfter(deliverBy)) {
        chance += share.getValue();
      }
    }
    int sure = times.quantile(leastChance);
    return new Offer(
        number,
        lane,
        shipDay,
        expected,
        sure,
        arrival(lane.carrier(), day, sure),
        Math.min(1, chance));
  }

  static LocalDate arrival(Carrier carrier, LocalDate day, int days) {
    return DeliveryDays.after(carrier, Holidays.NONE, day, days);
  }

  private Part part(int line) {
    Sku sku = new Sku("SKU-" + line);
    long units = 1L + random.nextInt(3);
    long value = 500L + extras.nextInt(4_000);
    Item item =
        new Item(
            sku,
            "item",
            50L + random.nextInt(1_800),
            new Size(40 + random.nextInt(260), 40 + random.nextInt(180), 20 + random.nextInt(120)),
            "",
            Money.of(value, USD),
            null,
            null,
            "item",
            true,
            ItemStock.PLAIN);
    String id = Integer.toString(line);
    return new Part(
        List.of(Demand.of(id, sku, units)),
        List.of(new Packing.Units(id, item, units, units)),
        value * units);
  }

  private Node node(int number) {
    TreeMap<DayOfWeek, LocalTime> cutoffs = new TreeMap<>();
    WEEKDAYS.forEach(day -> cutoffs.put(day, LocalTime.of(16, 0)));
    return new Node(
        new NodeId("N" + number),
        "node",
        Address.of("N", null, "1 Dock", null, "Town", "XX", place(), "US", null),
        ZoneOffset.UTC,
        cutoffs,
        Money.of(120L + random.nextInt(250), USD),
        false);
  }

  private String place() {
    String postcode = String.format(java.util.Locale.ROOT, "%05d", 10_000 + places.size());
    places.put(postcode, new Place(30 + 17 * random.nextDouble(), -120 + 45 * random.nextDouble()));
    return postcode;
  }

  private double kilometres(Node node, String postcode) {
    Place from = places.getOrDefault(node.address().postcode(), new Place(0, 0));
    return from.kilometresTo(places.getOrDefault(postcode, new Place(0, 0)));
  }

  /** Two services each: a slow and a quick one. */
  private Carrier carrier(int number) {
    List<Carrier.Service> services = new ArrayList<>();
    for (int speed = 0; speed < Math.min(2, shape.services() - number); speed++) {
      services.add(service("s" + (number + speed), speed));
    }
    return new Carrier("c" + number, "carrier", "ratecard", "secret", WEEKDAYS, WEEKDAYS, services);
  }

  private Carrier.Service service(String id, int speed) {
    long base = 420L + random.nextInt(180) + 450L * speed;
    double perKilometre = 0.06 + 0.12 * random.nextDouble() + 0.25 * speed;
    double perKilogram = 35 + 60 * random.nextDouble() + 60 * speed;
    List<Carrier.Zone> zones = new ArrayList<>();
    for (int zone = 0; zone < KILOMETRES.length; zone++) {
      double distance = Math.min(KILOMETRES[zone], 4_000);
      TreeMap<Long, Money> prices = new TreeMap<>();
      for (long step : STEPS) {
        double price =
            base + perKilometre * distance + perKilogram * step / 1_000 * (1 + distance / 3_000);
        prices.put(step, Money.of(Math.round(price), USD));
      }
      int days = speed == 0 ? 1 + zone : 1 + zone / 3;
      zones.add(new Carrier.Zone("z" + zone, KILOMETRES[zone], Set.of(), days, prices));
    }
    List<Carrier.Surcharge> surcharges =
        List.of(
            new Carrier.Surcharge("fuel", Carrier.Surcharge.Applies.ALWAYS, null, 850, null, null),
            new Carrier.Surcharge(
                "residential",
                Carrier.Surcharge.Applies.RESIDENTIAL,
                Money.of(139, USD),
                0,
                null,
                null));
    return new Carrier.Service(
        id,
        "service",
        Set.of("US"),
        5_000,
        30_000,
        1_500,
        0.9 + 0.09 * random.nextDouble(),
        List.of(new Carrier.RateCard(LocalDate.parse("2026-01-01"), null, zones, surcharges)),
        Dear.terms(extras));
  }

  /** From a shoe box to one that holds nearly all. */
  private Box box(int number) {
    double scale = 1 + 2.2 * number / Math.max(1, shape.boxes() - 1);
    Size inner = new Size((int) (300 * scale), (int) (220 * scale), (int) (140 * scale));
    Size outer = new Size(inner.lengthMm() + 10, inner.widthMm() + 10, inner.heightMm() + 10);
    return new Box(
        "B" + number, inner, outer, 60L + 90L * number, 25_000, Money.of(35L + 25L * number, USD));
  }
}
