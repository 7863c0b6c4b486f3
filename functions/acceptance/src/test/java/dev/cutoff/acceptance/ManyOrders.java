package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.adapter.carrier.ratecard.WebhookSignature;
import dev.cutoff.local.store.Trouble;
import dev.cutoff.order.OrderState;
import dev.cutoff.tracking.TrackingStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Orders of three stores that become one to four parcels each, and whose scans come shuffled,
 * repeated and late, while the stores fail now and then; and what must be so in the end.
 */
final class ManyOrders {
  private static final int EVENTS_A_BODY = 200;
  private static final List<String> STORES = List.of(Play.SHOPIFY, Play.WOO, OwnShop.ID);

  /** Two fill the largest box, and one node alone has them. */
  private static final String CUSHION = "CUSHION-45";

  /** Another node alone has it. */
  private static final String WAX = "SURF-WAX";

  private static final String CUSHIONS = "\"CUSHION-45\": {\"CENTRAL\": ";
  private static final String WAXES = "\"SURF-WAX\": {\"WEST\": ";

  /** An order, where it was placed, and how many parcels it is to become. */
  record Placed(String store, String externalId, String orderId, int parcels) {}

  /** A parcel of an order and what is to happen to it. */
  record Sent(
      Placed order,
      String shipmentId,
      String parcelId,
      String carrier,
      String number,
      ParcelStory story) {}

  private final RunningShop shop;
  private final Path home;
  private final Play play;
  private final RandomGenerator random;
  private final List<Placed> orders = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final Map<String, TrackingStatus> seen = new HashMap<>();

  ManyOrders(RunningShop shop, Path home, RandomGenerator random) {
    this.shop = shop;
    this.home = home;
    this.play = new Play(shop);
    this.random = random;
  }

  /** Room for all of them on the shelves, and customers are told of returns too. */
  static String shop(String merchantFile) {
    return OwnShop.in(merchantFile)
        .replace(CUSHIONS, CUSHIONS + "99")
        .replace(WAXES, WAXES + "99")
        .replace("\"delivered\"]", "\"delivered\", \"returned\"]");
  }

  void play(int count) {
    for (int number = 0; number < count; number++) {
      orders.add(place(5_000 + number));
    }
    orders.forEach(order -> plot(order, play.becomes(order.orderId(), "labelled")));
    Instant start = shop.now();
    int last = sent.stream().mapToInt(each -> each.story().lastRound()).max().orElseThrow();
    for (int round = 0; round <= last; round++) {
      fail();
      scan(round, start);
      shop.pass(ParcelStory.ROUND);
      assertNothingMovedBack();
    }
    STORES.forEach(shop.stores()::calm);
    shop.pass(Duration.ofHours(6));
    assertNothingMovedBack();

    assertThat(shop.api().all("/deadletters")).isEmpty();
    assertTrouble();
    Mailed mailed = Mailed.of(home);
    for (Placed placed : orders) {
      List<Sent> own = sent.stream().filter(each -> each.order().equals(placed)).toList();
      assertEnd(placed, own);
      assertStore(placed, own);
      mailed.assertEachToldOnce(placed.orderId(), own);
    }
  }

  private Placed place(int number) {
    int parcels = 1 + random.nextInt(4);
    // Some leave from two nodes: the last parcel is wax then.
    boolean two = random.nextInt(3) == 0;
    int cushions = two ? parcels - 1 : parcels;
    Map<String, Integer> units = new LinkedHashMap<>();
    if (cushions > 0) {
      units.put(CUSHION, 2 * cushions);
    }
    if (two) {
      units.put(WAX, 1);
    }
    return switch (number % 3) {
      case 0 -> {
        AShopifyOrder order = AShopifyOrder.number(number);
        units.forEach((sku, quantity) -> order.line(sku, quantity, 1250));
        play.places(order).is(202);
        yield new Placed(Play.SHOPIFY, order.externalId(), order.orderId(), parcels);
      }
      case 1 -> {
        AWooOrder order = AWooOrder.number(number);
        units.forEach((sku, quantity) -> order.line(sku, quantity, 1250));
        play.places(order).is(202);
        yield new Placed(Play.WOO, order.externalId(), order.orderId(), parcels);
      }
      default -> {
        String id = OwnShop.places(shop, number, units);
        yield new Placed(OwnShop.ID, OwnShop.externalId(number), id, parcels);
      }
    };
  }

  /** Half of the orders travel together: the same happens to all of their parcels at once. */
  private void plot(Placed placed, JsonNode order) {
    ParcelStory shared = ParcelStory.any(random);
    boolean together = random.nextBoolean();
    int parcels = 0;
    for (JsonNode shipment : order.path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        parcels++;
        sent.add(
            new Sent(
                placed,
                shipment.path("shipmentId").asText(),
                parcel.path("parcelId").asText(),
                parcel.path("carrier").asText(),
                parcel.path("trackingNumber").asText(),
                together ? shared : ParcelStory.any(random)));
      }
    }
    assertThat(parcels).as(order.toString()).isEqualTo(placed.parcels());
  }

  /** Each store fails for a few requests, or does as it is told and says nothing. */
  private void fail() {
    for (String store : STORES) {
      for (int request = random.nextInt(12); request > 0; request--) {
        shop.stores()
            .trouble(
                store,
                switch (random.nextInt(4)) {
                  case 0 -> new Trouble.Status(503);
                  case 1 -> new Trouble.LoseAnswer();
                  default -> new Trouble.Nothing();
                });
      }
    }
  }

  /** All that carriers say in a round, shuffled, in a few bodies each. */
  private void scan(int round, Instant start) {
    Map<String, List<ObjectNode>> byCarrier = new TreeMap<>();
    for (Sent each : sent) {
      byCarrier
          .computeIfAbsent(each.carrier(), any -> new ArrayList<>())
          .addAll(each.story().said(round, each.number(), start));
    }
    byCarrier.forEach((carrier, events) -> {
      Collections.shuffle(events, new Random(random.nextLong()));
      for (int from = 0; from < events.size(); from += EVENTS_A_BODY) {
        int to = Math.min(events.size(), from + EVENTS_A_BODY);
        say(carrier, carrier + "-" + round + "-" + from, events.subList(from, to));
      }
    });
  }

  private void say(String carrier, String id, List<ObjectNode> events) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putArray("events").addAll(events);
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    String secret = shop.secret(carrier + "-webhook");
    Api.Answer answer =
        shop.api()
            .send(
                "POST",
                "/tracking/" + carrier,
                Map.of(
                    WebhookSignature.ID, id,
                    WebhookSignature.TIMESTAMP, Long.toString(shop.now().getEpochSecond()),
                    WebhookSignature.SIGNATURE,
                        WebhookSignature.sign(secret, id, shop.now(), bytes)),
                bytes)
            .is(202);
    assertThat(answer.json().path("accepted").asInt()).as(id).isEqualTo(events.size());
  }

  private void assertNothingMovedBack() {
    for (JsonNode order : shop.client().all("/orders")) {
      for (JsonNode shipment : order.path("shipments")) {
        for (JsonNode parcel : shipment.path("parcels")) {
          TrackingStatus now = status(parcel);
          TrackingStatus before = seen.put(parcel.path("parcelId").asText(), now);
          assertThat(before != null && before.after(now)).as(order.toString()).isFalse();
        }
      }
    }
    assertThat(seen).hasSameSizeAs(sent);
  }

  /** Whoever is to look at a parcel is told, of these and of no others. */
  private void assertTrouble() {
    assertThat(
            shop.api().all("/exceptions").stream()
                .collect(
                    Collectors.groupingBy(
                        each -> each.path("reason").asText(),
                        Collectors.mapping(
                            each -> each.path("about").asText(), Collectors.toSet()))))
        .isEqualTo(
            Map.of(
                "PARCEL_IN_TROUBLE",
                sent.stream()
                    .filter(each -> !each.story().ends("delivered"))
                    .map(each -> "parcel " + each.parcelId())
                    .collect(Collectors.toSet())));
  }

  private void assertEnd(Placed placed, List<Sent> own) {
    JsonNode order = play.order(placed.orderId());
    Map<String, TrackingStatus> ours = new TreeMap<>();
    for (JsonNode shipment : order.path("shipments")) {
      for (JsonNode parcel : shipment.path("parcels")) {
        ours.put(parcel.path("trackingNumber").asText(), status(parcel));
      }
    }
    assertThat(ours)
        .as(order.toString())
        .isEqualTo(
            own.stream().collect(Collectors.toMap(Sent::number, each -> each.story().furthest())));
    OrderState least =
        own.stream().collect(Collectors.groupingBy(Sent::shipmentId)).values().stream()
            .map(ManyOrders::state)
            .min(OrderState::compareTo)
            .orElseThrow();
    assertThat(order.path("state").asText()).as(order.toString()).isEqualTo(least.wireName());
  }

  /** A shipment has arrived with the last of its parcels. */
  private static OrderState state(List<Sent> shipment) {
    if (shipment.stream().anyMatch(each -> each.story().ends("damaged"))) {
      return OrderState.SHIPPED;
    }
    return shipment.stream().anyMatch(each -> each.story().ends("returned"))
        ? OrderState.RETURNED
        : OrderState.DELIVERED;
  }

  /** The store was told each thing once, and shows the same numbers as far as they are. */
  private void assertStore(Placed placed, List<Sent> own) {
    Map<String, String> shown = shop.stores().parcels(placed.store(), placed.externalId());
    assertThat(shown.keySet())
        .as(placed.toString())
        .containsExactlyInAnyOrderElementsOf(own.stream().map(Sent::number).toList());
    for (Sent each : own) {
      assertThat(shown.get(each.number())).as(each.toString()).isIn(may(each, own));
    }
    List<String> told = shop.stores().told(placed.store(), placed.externalId());
    // Of a fulfilment's parcels each may be tried at the door, and the lines do not say which.
    assertThat(told)
        .as("told once: " + placed)
        .filteredOn(line -> !line.contains("ATTEMPTED_DELIVERY"))
        .doesNotHaveDuplicates();
    assertThat(told)
        .as("attempts at " + placed)
        .filteredOn(line -> line.contains("ATTEMPTED_DELIVERY"))
        .hasSizeLessThanOrEqualTo(
            (int)
                own.stream()
                    .filter(each -> each.story().told("delivery_attempted"::equals).isPresent())
                    .count());
  }

  /** Shopify shows a shipment as one: it has arrived with the last of its parcels. */
  private static Set<String> may(Sent parcel, List<Sent> own) {
    String ours = parcel.story().furthest().name();
    return switch (parcel.order().store()) {
      case Play.WOO -> Set.of(ours);
      case Play.SHOPIFY -> {
        List<ParcelStory> all =
            own.stream()
                .filter(each -> each.shipmentId().equals(parcel.shipmentId()))
                .map(Sent::story)
                .toList();
        if (all.stream().anyMatch(story -> story.ends("damaged"))) {
          yield Set.of("OUT_FOR_DELIVERY", "ATTEMPTED_DELIVERY");
        }
        yield all.stream()
            .map(story -> story.ends("returned") ? "FAILURE" : "DELIVERED")
            .collect(Collectors.toSet());
      }
      default -> Set.of(ours.toLowerCase(Locale.ROOT));
    };
  }

  private static TrackingStatus status(JsonNode parcel) {
    return TrackingStatus.valueOf(parcel.path("trackingStatus").asText().toUpperCase(Locale.ROOT));
  }
}
