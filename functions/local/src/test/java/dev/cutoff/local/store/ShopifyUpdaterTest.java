package dev.cutoff.local.store;

import static dev.cutoff.local.store.Shop.EAST;
import static dev.cutoff.local.store.Shop.WEST;
import static dev.cutoff.local.store.Shop.lines;
import static dev.cutoff.local.store.Shop.ofOrder;
import static dev.cutoff.local.store.Shop.ofParcel;
import static dev.cutoff.local.store.Shop.ofShipment;
import static dev.cutoff.local.store.Shop.parcel;
import static dev.cutoff.local.store.Shop.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.shopify.ShopifyUpdater;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over loopback HTTP against the fake, which holds every question to Shopify's own schema. */
final class ShopifyUpdaterTest {
  private static final String TOKEN = "shpat_very_secret";

  private final FakeStores stores = FakeStores.start(0, InstantSource.fixed(Shop.NOW));
  private final Store store = Shop.store("shopify", stores.apiUrl("acme"));
  private final ShopifyUpdater updater = updater(Duration.ofSeconds(10));

  @BeforeEach
  void openTheStore() {
    stores.openShopify("acme", "webhook", TOKEN, List.of("101", "102"));
  }

  @AfterEach
  void closeTheStore() {
    stores.close();
  }

  @Test
  void aShipmentIsFulfilledByLineWithTheNumbersOfAllItsParcels() {
    Order order =
        placed(
            new int[] {2, 1},
            shipped(1, EAST, lines(2, 1), parcel("p1", "SW1"), parcel("p2", "SW2")));

    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.Told.class);
    assertThat(said()).containsExactly("fulfilled at 101: [1 x2, 2 x1], tracking [SW1, SW2]");
  }

  @Test
  void fulfilmentIsNotTakenFromAnotherLocationThanTheReservation() {
    Order order = placed(new int[] {2}, shipped(1, WEST, lines(2), parcel("p1", "SW1")));

    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.Told.class);
    assertThat(said())
        .containsExactly("moved to 102: 1 lines", "fulfilled at 102: [1 x2], tracking [SW1]");
  }

  @Test
  void anOrderSplitOverTwoNodesIsFulfilledFromBoth() {
    Order order =
        placed(
            new int[] {3, 1},
            shipped(1, EAST, lines(1, 1), parcel("p1", "SW1")),
            shipped(2, WEST, lines(2), parcel("p2", "SW2")));

    updater.tell(store, TOKEN, order, ofShipment(What.SHIPPED, 2));
    updater.tell(store, TOKEN, order, ofShipment(What.SHIPPED, 1));

    assertThat(said())
        .containsExactly(
            "moved to 102: 1 lines",
            "fulfilled at 102: [1 x2], tracking [SW2]",
            "fulfilled at 101: [1 x1, 2 x1], tracking [SW1]");
  }

  @Test
  void theSameAnnouncementAgainChangesNothing() {
    Order order = placed(new int[] {2}, shipped(1, WEST, lines(2), parcel("p1", "SW1")));
    told(order, What.SHIPPED);

    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said()).hasSize(2);
  }

  @Test
  void moreLinesThanOnePageHoldsAreAllFulfilled() {
    int[] units = new int[130];
    long[] wanted = new long[130];
    java.util.Arrays.fill(units, 1);
    java.util.Arrays.fill(wanted, 1);
    Order order = placed(units, shipped(1, EAST, lines(wanted), parcel("p1", "SW1")));

    told(order, What.SHIPPED);

    assertThat(said().getFirst()).contains("1 x1", "41 x1", "130 x1");
  }

  @Test
  void aPickupHasNoTrackingAndIsFulfilledOnce() {
    Order order = placed(new int[] {1}, shipped(1, EAST, lines(1)));

    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.Told.class);
    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said()).containsExactly("fulfilled at 101: [1 x1], tracking []");
  }

  @Test
  void whatSomebodyElseFulfilledIsForAPersonToLookAt() {
    Order theirs = placed(new int[] {1}, shipped(1, EAST, lines(1), parcel("p9", "OTHER")));
    told(theirs, What.SHIPPED);
    Order ours = order(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));

    assertThat(told(ours, What.SHIPPED))
        .isEqualTo(
            new Outcome.Refused(
                "the store has no unit of line 1 left to fulfil: it was fulfilled or removed there"));
  }

  @Test
  void scansReachTheFulfilmentOnceAndNeverBackwards() {
    Order order = placed(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));
    told(order, What.SHIPPED);

    assertThat(scan(order, What.IN_TRANSIT, "p1")).isInstanceOf(Outcome.Told.class);
    assertThat(scan(order, What.IN_TRANSIT, "p1")).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(scan(order, What.DELIVERED, "p1")).isInstanceOf(Outcome.Told.class);
    assertThat(scan(order, What.OUT_FOR_DELIVERY, "p1")).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said())
        .filteredOn(each -> each.startsWith("event"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("event IN_TRANSIT"),
            second -> assertThat(second).startsWith("event DELIVERED"));
  }

  @Test
  void aFulfilmentIsDeliveredWithTheLastOfItsParcels() {
    Order oneOfTwo =
        placed(
            new int[] {2},
            shipped(
                1,
                EAST,
                lines(2),
                parcel("p1", "SW1", TrackingStatus.DELIVERED),
                parcel("p2", "SW2", TrackingStatus.IN_TRANSIT)));
    told(oneOfTwo, What.SHIPPED);
    assertThat(scan(oneOfTwo, What.DELIVERED, "p1")).isInstanceOf(Outcome.NotNeeded.class);

    Order both =
        order(
            new int[] {2},
            shipped(
                1,
                EAST,
                lines(2),
                parcel("p1", "SW1", TrackingStatus.DELIVERED),
                parcel("p2", "SW2", TrackingStatus.DELIVERED)));
    assertThat(scan(both, What.DELIVERED, "p2")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void aScanThatOvertakesItsShipmentIsToldLater() {
    Order order = placed(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));

    assertThat(scan(order, What.IN_TRANSIT, "p1")).isInstanceOf(Outcome.NotYet.class);
  }

  @Test
  void anOrderCancelledHereIsCancelledInTheStoreOnceWithoutRefundOrRestock() {
    Order order = placed(new int[] {1});

    Order cancelled =
        Shop.order(
            order.document(), new Order.Cancellation(Shop.NOW, "ops", "customer rang", Shop.NOW));
    assertThat(updater.tell(store, TOKEN, cancelled, ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.Told.class);
    assertThat(updater.tell(store, TOKEN, cancelled, ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said())
        .containsExactly(
            "cancelled, restock false, notify false: Cancelled in Cutoff: customer rang");
  }

  @Test
  void whatTheStoreCancelledItselfItIsNotToldOf() {
    byte[] json =
        new String(Shop.shopifyOrder(1), java.nio.charset.StandardCharsets.UTF_8)
            .replace("{\"id\":7,", "{\"id\":7,\"cancelled_at\":\"2026-11-23T11:00:00Z\",")
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    stores.place("acme", json);

    assertThat(updater.tell(store, TOKEN, Shop.order(store, json), ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.NotNeeded.class);
    assertThat(stores.requests()).isEmpty();
  }

  @Test
  void aConfirmationIsTheStoresOwnBusiness() {
    assertThat(updater.tell(store, TOKEN, order(new int[] {1}), ofOrder(What.CONFIRMED)))
        .isInstanceOf(Outcome.NotNeeded.class);
  }

  private Order placed(int[] units, Shipment... shipments) {
    stores.place("acme", Shop.shopifyOrder(units));
    return order(units, shipments);
  }

  private Order order(int[] units, Shipment... shipments) {
    return Shop.order(store, Shop.shopifyOrder(units), shipments);
  }

  private Outcome told(Order order, What what) {
    return updater.tell(store, TOKEN, order, ofShipment(what, 1));
  }

  private Outcome scan(Order order, What what, String parcelId) {
    return updater.tell(store, TOKEN, order, ofParcel(what, 1, parcelId));
  }

  private List<String> said() {
    return stores.told("acme", "7");
  }

  private static ShopifyUpdater updater(Duration limit) {
    return new ShopifyUpdater(
        new StoreApi(StoreApi.httpClient(), limit), "https://track.example.com");
  }
}
