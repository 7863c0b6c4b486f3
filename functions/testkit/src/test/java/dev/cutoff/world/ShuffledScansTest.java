package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Announcement;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.ForAll;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingFlag;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** 500 orders with 1 to 4 parcels; their scans come shuffled, more than once and late. */
final class ShuffledScansTest {
  private static final String TEE = "TEE-BLK-M";
  private static final int ORDERS_A_SEED = 10;
  private static final int UNITS_A_PARCEL = 4;
  private static final Instant HANDED_OVER = Instant.parse("2026-11-23T21:00:00Z");

  /** What happened to a parcel, in the order in which it did. */
  private record Happened(
      String id, @Nullable TrackingStatus status, @Nullable TrackingFlag flag, Instant at) {
    String line(String number) {
      String word = status != null ? status.name() : flag != null ? flag.name() : "";
      return "%s %s %s %s".formatted(id, number, word, at);
    }
  }

  /** A parcel and its story. */
  private record Told(OrderId order, Parcel parcel, List<Happened> story) {
    TrackingStatus furthest() {
      return story.stream()
          .map(Happened::status)
          .filter(status -> status != null)
          .max(TrackingStatus::compareTo)
          .orElse(TrackingStatus.LABEL_MADE);
    }
  }

  @Test
  void scansInAnyOrderEndInTheSameStatesAndTellExactlyWhatIsTrue() {
    ForAll.seeds(50, this::play);
  }

  private void play(RandomGenerator random) {
    Playing shop = Playing.backordering(true);
    shop.world.on("EAST", TEE, 10_000);
    List<Told> parcels = new ArrayList<>();
    for (int i = 1; i <= ORDERS_A_SEED; i++) {
      int count = 1 + random.nextInt(4);
      OrderId id =
          shop.order(
              AnOrder.numbered(String.valueOf(i))
                  .line(TEE, (long) UNITS_A_PARCEL * (count - 1) + 1));
      List<Parcel> paid = paid(shop, id);
      assertThat(paid).hasSize(count);
      paid.forEach(parcel -> parcels.add(new Told(id, parcel, story(random))));
    }

    deliver(shop, parcels, random);

    for (Told told : parcels) {
      assertTrack(shop, told);
    }
    parcels.stream().map(Told::order).distinct().forEach(id -> assertState(shop, id, parcels));
    assertNews(shop, parcels);
  }

  /** All of it, some of it twice, in bodies of any size, each body to the carrier of its scans. */
  private static void deliver(Playing shop, List<Told> parcels, RandomGenerator random) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Told told : parcels) {
      List<String> own =
          lines.computeIfAbsent(told.parcel().plan().carrier(), any -> new ArrayList<>());
      for (Happened each : told.story()) {
        String line = each.line(told.parcel().trackingNumber());
        own.add(line);
        if (random.nextInt(3) == 0) {
          own.add(line);
        }
      }
    }
    Map<String, Track> before = new HashMap<>();
    lines.forEach((carrier, all) -> {
      Collections.shuffle(all, new Random(random.nextLong()));
      for (int from = 0; from < all.size(); ) {
        int to = Math.min(all.size(), from + 1 + random.nextInt(20));
        var _ = shop.world.scan(carrier, all.subList(from, to).toArray(String[]::new));
        from = to;
        parcels.forEach(told -> assertForward(shop, told, before));
      }
    });
  }

  private static void assertForward(Playing shop, Told told, Map<String, Track> before) {
    Track now = track(shop, told);
    Track was = before.put(told.parcel().plan().parcelId(), now);
    assertThat(was != null && was.status().after(now.status())).as("only forward").isFalse();
  }

  private static void assertTrack(Playing shop, Told told) {
    Track track = track(shop, told);
    assertThat(track.status()).as(told.toString()).isEqualTo(told.furthest());
    assertThat(track.flag()).as(told.toString()).isEqualTo(told.story().getLast().flag());
    assertThat(track.scans())
        .as("one parcel never overwrites another, and each scan counts once")
        .extracting(Scan::id)
        .containsExactlyElementsOf(told.story().stream().map(Happened::id).toList());
  }

  private static void assertState(Playing shop, OrderId id, List<Told> parcels) {
    List<TrackingStatus> reached =
        parcels.stream().filter(told -> told.order().equals(id)).map(Told::furthest).toList();
    boolean arrived = reached.stream().noneMatch(status -> TrackingStatus.DELIVERED.after(status));
    OrderState state =
        !arrived
            ? OrderState.SHIPPED
            : reached.contains(TrackingStatus.RETURNED)
                ? OrderState.RETURNED
                : OrderState.DELIVERED;
    assertThat(shop.order(id).state()).as(id.value()).isEqualTo(state);
  }

  private static void assertNews(Playing shop, List<Told> parcels) {
    Set<String> published =
        shop.world.announcements.published().stream()
            .filter(news -> news.parcelId() != null)
            .map(Announcement::key)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> mayBe = new TreeSet<>();
    Set<String> mustBe = new TreeSet<>();
    for (Told told : parcels) {
      for (Happened each : told.story()) {
        key(told, each).ifPresent(mayBe::add);
        boolean stands = each.status() == told.furthest() || told.story().getLast().equals(each);
        if (stands) {
          key(told, each).ifPresent(mustBe::add);
        }
      }
    }
    assertThat(published).as("nothing that is not true").isSubsetOf(mayBe);
    assertThat(published).as("all that is true in the end").containsAll(mustBe);
    assertThat(shop.world.announcements.published())
        .filteredOn(news -> news.what() == Announcement.What.SHIPPED)
        .extracting(Announcement::orderId)
        .containsAll(parcels.stream().map(Told::order).toList());
  }

  private static java.util.Optional<String> key(Told told, Happened each) {
    String about = told.order() + "#" + told.parcel().plan().parcelId() + "#";
    if (each.flag() == TrackingFlag.DELIVERY_ATTEMPTED) {
      return java.util.Optional.of(about + "delivery_attempted#" + each.at());
    }
    TrackingStatus status = each.status();
    return status == null || !status.after(TrackingStatus.ACCEPTED)
        ? java.util.Optional.empty()
        : java.util.Optional.of(about + status.wireName());
  }

  private static List<Happened> story(RandomGenerator random) {
    List<Happened> story = new ArrayList<>();
    move(story, TrackingStatus.ACCEPTED);
    for (int i = random.nextInt(4); i >= 0; i--) {
      move(story, TrackingStatus.IN_TRANSIT);
    }
    if (random.nextInt(4) == 0) {
      flag(story, TrackingFlag.DELAYED);
    }
    if (random.nextInt(10) == 0) {
      return story;
    }
    move(story, TrackingStatus.OUT_FOR_DELIVERY);
    for (int i = random.nextInt(3); i > 0; i--) {
      flag(story, TrackingFlag.DELIVERY_ATTEMPTED);
      if (random.nextInt(4) > 0) {
        move(story, TrackingStatus.OUT_FOR_DELIVERY);
      }
    }
    switch (random.nextInt(10)) {
      case 0 -> {}
      case 1 -> move(story, TrackingStatus.RETURNED);
      default -> move(story, TrackingStatus.DELIVERED);
    }
    return story;
  }

  private static void move(List<Happened> story, TrackingStatus status) {
    story.add(new Happened("s" + story.size(), status, null, at(story)));
  }

  private static void flag(List<Happened> story, TrackingFlag flag) {
    story.add(new Happened("s" + story.size(), null, flag, at(story)));
  }

  private static Instant at(List<Happened> story) {
    return HANDED_OVER.plusSeconds(3_600L * story.size());
  }

  private static Track track(Playing shop, Told told) {
    return paid(shop, told.order()).stream()
        .filter(parcel -> parcel.plan().parcelId().equals(told.parcel().plan().parcelId()))
        .map(Parcel::track)
        .findFirst()
        .orElseThrow();
  }

  private static List<Parcel> paid(Playing shop, OrderId id) {
    return shop.order(id).openShipments().stream()
        .map(Shipment::paidParcels)
        .flatMap(List::stream)
        .toList();
  }
}
