package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Brand;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.QuietHours;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.Telling;
import dev.cutoff.money.Money;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.notice.Recipient;
import dev.cutoff.notice.application.HeedingComplaints;
import dev.cutoff.notice.application.HeedingComplaints.Complaint;
import dev.cutoff.notice.application.NoticeStops.Why;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.notice.application.NotifyingCustomer;
import dev.cutoff.notice.application.NotifyingCustomer.Outcome;
import dev.cutoff.notice.application.SendingNotice;
import dev.cutoff.notice.application.StoppingNotices;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.stock.NodeId;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.FixedMerchants;
import dev.cutoff.testkit.ForAll;
import dev.cutoff.testkit.InMemoryNoticeLog;
import dev.cutoff.testkit.InMemoryNoticeStops;
import dev.cutoff.testkit.InMemoryOrders;
import dev.cutoff.testkit.ManualClock;
import dev.cutoff.testkit.Places;
import dev.cutoff.testkit.Together;
import dev.cutoff.tracking.Scan;
import dev.cutoff.tracking.Track;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One order with parcels on their way, and what its customer is told, by mail and by phone. */
final class TellingTest {
  private static final OrderId ID = new OrderId("DTC-1001");
  private static final Instant NOON = Instant.parse("2026-11-23T20:00:00Z");
  private static final String MAIL = "sam@example.com";

  private final ManualClock clock = new ManualClock(NOON);
  private final FixedMerchants merchants = new FixedMerchants(AMerchant.shop());
  private final InMemoryOrders orders = new InMemoryOrders();
  private final InMemoryNoticeLog log = new InMemoryNoticeLog();
  private final InMemoryNoticeStops stops = new InMemoryNoticeStops();
  private final Mouth mails = new Mouth("email", false);
  private final Mouth texts = new Mouth("sms", true);
  private final NotifyingCustomer telling =
      new NotifyingCustomer(
          orders,
          merchants,
          new SendingNotice(log, stops, new Atlas(), clock),
          List.of(mails, texts),
          clock);

  TellingTest() {
    shop(null, "email", "sms");
  }

  // ---- once ----

  @Test
  void theSameAnnouncementAgainIsToldOnceByEachMedium() {
    parcels(TrackingStatus.DELIVERED);

    tell(delivered(1));
    tell(delivered(1));

    assertThat(mails.said).containsExactly("DTC-1001#SHP-DTC-1001-1-1#delivered#email");
    assertThat(texts.said).containsExactly("DTC-1001#SHP-DTC-1001-1-1#delivered#sms");
  }

  @Test
  void aMediumThatFailsIsNoReasonToBeSilentByTheOther() {
    parcels(TrackingStatus.DELIVERED);
    mails.down = true;

    assertThatThrownBy(() -> tell(delivered(1))).isInstanceOf(TryAgainLater.class);
    assertThat(texts.said).hasSize(1);

    mails.down = false;
    tell(delivered(1));
    assertThat(mails.said).hasSize(1);
    assertThat(texts.said).hasSize(1);
  }

  @Test
  void ofManyInOneInstantExactlyOneSends() throws Exception {
    parcels(TrackingStatus.DELIVERED);

    Together.run(12, number -> telling.tell(delivered(1), Instant.EPOCH));

    assertThat(mails.said).hasSize(1);
  }

  @Test
  void whatTheStoreTellsCutoffDoesNot() {
    parcels(TrackingStatus.OUT_FOR_DELIVERY);
    merchants.put(AMerchant.standard().store(Places.store("acme", "shopify", "DTC")).build());

    tell(out(1));

    assertThat(mails.said).isEmpty();
  }

  @Test
  void onlyTheMediaOfTheStoreAreUsed() {
    shop(null, "sms");
    parcels(TrackingStatus.DELIVERED);

    tell(delivered(1));

    assertThat(mails.said).isEmpty();
    assertThat(texts.said).hasSize(1);
  }

  // ---- together ----

  @Test
  void parcelsThatMoveAtOnceAreOneNoticeThatNamesAll() {
    parcels(TrackingStatus.DELIVERED, TrackingStatus.DELIVERED, TrackingStatus.DELIVERED);

    tell(delivered(2));
    tell(delivered(1));
    tell(delivered(3));

    assertThat(mails.said).hasSize(1);
    assertThat(mails.subjects.getFirst())
        .containsExactly("SHP-DTC-1001-1-1", "SHP-DTC-1001-1-2", "SHP-DTC-1001-1-3");
  }

  @Test
  void theFirstWaitsAMomentForTheOthersAndNotForEver() {
    parcels(TrackingStatus.DELIVERED, TrackingStatus.OUT_FOR_DELIVERY);

    assertThat(telling.tell(delivered(1), NOON))
        .isEqualTo(new Outcome.Later(NOON.plus(NotifyingCustomer.GATHERING)));
    assertThat(mails.said).isEmpty();

    clock.advance(NotifyingCustomer.GATHERING);
    assertThat(telling.tell(delivered(1), NOON)).isEqualTo(new Outcome.Told());
    assertThat(mails.said).hasSize(1);

    parcels(TrackingStatus.DELIVERED, TrackingStatus.DELIVERED);
    assertThat(telling.tell(delivered(2), clock.instant())).isEqualTo(new Outcome.Told());
    assertThat(mails.subjects.getLast()).containsExactly("SHP-DTC-1001-1-2");
  }

  @Test
  void anOnlyParcelWaitsForNobody() {
    parcels(TrackingStatus.DELIVERED);

    assertThat(telling.tell(delivered(1), NOON)).isEqualTo(new Outcome.Told());
  }

  @Test
  void aParcelThatHasArrivedIsNotSaidToBeOnBoardHoursLater() {
    parcels(TrackingStatus.DELIVERED);

    assertThat(telling.tell(out(1), NOON.minus(Duration.ofHours(2)))).isEqualTo(new Outcome.Told());
    assertThat(mails.said).isEmpty();

    assertThat(telling.tell(out(1), NOON)).isEqualTo(new Outcome.Told());
    assertThat(mails.said).hasSize(1);
  }

  // ---- quiet hours ----

  @Test
  void textsWaitForTheCustomersMorningAndMailsDoNot() {
    shop(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), "email", "sms");
    parcels(TrackingStatus.DELIVERED);
    // 22:00 in Los Angeles, where it goes; 01:00 in New York, where the shop is.
    clock.set(Instant.parse("2026-11-24T06:00:00Z"));

    assertThat(telling.tell(delivered(1), clock.instant()))
        .isEqualTo(new Outcome.Later(Instant.parse("2026-11-24T16:00:00Z")));
    assertThat(mails.said).hasSize(1);
    assertThat(texts.said).isEmpty();

    clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    tell(delivered(1));
    assertThat(mails.said).hasSize(1);
    assertThat(texts.said).hasSize(1);
  }

  @Test
  void whatTomorrowIsTooLateForIsToldAtNight() {
    shop(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), "sms");
    parcels(TrackingStatus.OUT_FOR_DELIVERY);
    clock.set(Instant.parse("2026-11-24T15:30:00Z"));

    tell(out(1));

    assertThat(texts.said).hasSize(1);
  }

  @Test
  void whatWaitedTogetherIsToldTogether() {
    shop(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)), "sms");
    clock.set(Instant.parse("2026-11-24T06:00:00Z"));
    parcels(TrackingStatus.DELIVERED, TrackingStatus.DELIVERED);
    assertThat(telling.tell(delivered(1), Instant.EPOCH)).isInstanceOf(Outcome.Later.class);
    assertThat(telling.tell(delivered(2), Instant.EPOCH)).isInstanceOf(Outcome.Later.class);

    clock.set(Instant.parse("2026-11-24T16:00:00Z"));
    tell(delivered(2));
    tell(delivered(1));

    assertThat(texts.said).hasSize(1);
  }

  // ---- stopped ----

  @Test
  void whoOptedOutOfOneMediumIsToldByTheOther() {
    parcels(TrackingStatus.DELIVERED);
    StoppingNotices stopping =
        new StoppingNotices(orders, merchants, stops, List.of(mails, texts), clock);
    String token = orders.find(ID).orElseThrow().trackingToken();

    assertThat(stopping.stop(token, "email", false)).isPresent();
    assertThat(stops.isStopped(new Recipient("email", MAIL))).as("only looked at").isFalse();
    assertThat(stopping.stop(token, "email", true)).isPresent();
    assertThat(stopping.stop("no-such-token", "email", true)).isEmpty();
    assertThat(stopping.stop(token, "pigeon", true)).isEmpty();

    tell(delivered(1));
    assertThat(mails.said).isEmpty();
    assertThat(texts.said).hasSize(1);
  }

  @Test
  void aMailThatCameBackIsTheLastToThatAddress() {
    parcels(TrackingStatus.DELIVERED);
    new HeedingComplaints(stops, clock)
        .heed(List.of(new Complaint(new Recipient("email", "Sam@Example.com"), Why.BOUNCED)));

    tell(delivered(1));

    assertThat(mails.said).isEmpty();
  }

  @Test
  void whoAnsweredStopToATextIsRemembered() {
    parcels(TrackingStatus.DELIVERED);
    texts.unwanted = true;

    tell(delivered(1));

    assertThat(stops.isStopped(new Recipient("sms", MAIL))).isTrue();
  }

  // ---- any order ----

  @Test
  void howeverAnnouncementsAreRepeatedAndMixedEachParcelIsToldOnceOfEach() {
    ForAll.seeds(
        200,
        random -> {
          TellingTest world = new TellingTest();
          int count = 1 + random.nextInt(4);
          TrackingStatus[] states = new TrackingStatus[count];
          Arrays.fill(states, TrackingStatus.OUT_FOR_DELIVERY);
          world.parcels(states);
          List<Announcement> all = new ArrayList<>();
          for (int parcel = 1; parcel <= count; parcel++) {
            all.addAll(Collections.nCopies(1 + random.nextInt(3), out(parcel)));
          }
          Collections.shuffle(all, new Random(random.nextLong()));
          for (Announcement each : all) {
            world.mails.down = random.nextInt(4) == 0;
            world.clock.advance(Duration.ofSeconds(random.nextInt(30)));
            world.untilTold(each);
          }
          List<String> told = world.mails.subjects.stream().flatMap(Set::stream).toList();
          assertThat(told).doesNotHaveDuplicates().hasSize(count);
        });
  }

  private void untilTold(Announcement announcement) {
    Instant announced = clock.instant();
    for (int i = 0; i < 20; i++) {
      try {
        if (telling.tell(announcement, announced) instanceof Outcome.Told) {
          return;
        }
      } catch (TryAgainLater again) {
        mails.down = false;
      }
      clock.advance(Duration.ofSeconds(45));
    }
    throw new AssertionError("never told: " + announcement);
  }

  private void tell(Announcement announcement) {
    assertThat(telling.tell(announcement, Instant.EPOCH)).isEqualTo(new Outcome.Told());
  }

  private static Announcement delivered(int parcel) {
    return about(What.DELIVERED, parcel);
  }

  private static Announcement out(int parcel) {
    return about(What.OUT_FOR_DELIVERY, parcel);
  }

  private static Announcement about(What what, int parcel) {
    ShipmentId shipment = ShipmentId.of(ID, 1);
    return new Announcement(what, ID, shipment.value(), shipment.parcel(parcel), NOON);
  }

  private void shop(@Nullable QuietHours quiet, String... media) {
    Store plain = Places.store("acme", "shopify", "DTC");
    merchants.put(
        AMerchant.standard()
            .store(
                new Store(
                    plain.id(),
                    plain.channel(),
                    plain.name(),
                    plain.orderPrefix(),
                    plain.webhookSecretName(),
                    plain.apiUrl(),
                    plain.apiSecretName(),
                    plain.locations(),
                    plain.shippingMethods(),
                    Set.of("shipped", "out_for_delivery", "delivered"),
                    plain.stock(),
                    plain.remorse(),
                    null,
                    Brand.PLAIN,
                    new Telling("en", List.of(media), quiet, "", Map.of())))
            .build());
  }

  /** The one shipment of the order with so many parcels, each where it is. */
  private void parcels(TrackingStatus... states) {
    ShipmentId id = ShipmentId.of(ID, 1);
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < states.length; i++) {
      parcels.add(parcel(id, i + 1, states[i]));
    }
    Shipment shipped =
        new Shipment.Shipped(
            id, new NodeId("EAST"), List.of(line(states.length)), parcels, NOON, "", "");
    Order before = orders.find(ID).orElse(null);
    Order order =
        before == null
            ? AnOrder.numbered("1001").line("MUG-WHT", states.length).received()
            : before;
    Order after =
        order.changed(change ->
            change
                .shipments(List.of(shipped))
                .promise(
                    new Promise(
                        LocalDate.parse("2026-11-27"), ZoneId.of("America/Los_Angeles"), 0.97)));
    if (before == null) {
      assertThat(orders.save(null, order, List.of()).name()).isEqualTo("SAVED");
    }
    assertThat(orders.save(order, after, List.of()).name()).isEqualTo("SAVED");
  }

  private static Parcel parcel(ShipmentId shipment, int number, TrackingStatus status) {
    Money cost = Money.of(1_145, "USD");
    PlannedParcel plan =
        new PlannedParcel(
            shipment.parcel(number),
            List.of(line(1)),
            "S",
            540,
            "swift",
            "ground",
            cost,
            LocalDate.parse("2026-11-24"),
            LocalDate.parse("2026-11-27"),
            NOON);
    Track track =
        Track.labelMade()
            .with(new Scan("s" + number, "swift", "SW" + number, status, null, NOON, "Sampletown"));
    return new Parcel(plan, cost, "SW" + number, "label", "", "", track);
  }

  private static ShipmentLine line(long quantity) {
    return new ShipmentLine("1", quantity);
  }

  /** A medium that says it aloud. */
  private static final class Mouth implements Notices {
    private final String medium;
    private final boolean disturbs;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<Set<String>> subjects = Collections.synchronizedList(new ArrayList<>());
    private Set<String> about = Set.of();
    private boolean down;
    private boolean unwanted;

    Mouth(String medium, boolean disturbs) {
      this.medium = medium;
      this.disturbs = disturbs;
    }

    @Override
    public String medium() {
      return medium;
    }

    @Override
    public boolean disturbs() {
      return disturbs;
    }

    @Override
    public Optional<String> addressOf(Order order) {
      return Optional.of(order.document().customer().email());
    }

    @Override
    public Optional<Notice> write(Merchant merchant, Store store, Order order, News news) {
      about = news.subjects();
      return addressOf(order)
          .map(to -> new Notice(news.key() + "#" + medium, "shop", to, "subject", "text", ""));
    }

    @Override
    public Sent send(Notice notice) {
      if (down) {
        throw new TryAgainLater("it is busy");
      }
      if (unwanted) {
        return Sent.UNWANTED;
      }
      said.add(notice.key());
      subjects.add(about);
      return Sent.SENT;
    }

    @Override
    public boolean repeatable() {
      return false;
    }
  }
}
