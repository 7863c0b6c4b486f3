package dev.cutoff.local.store;

import static dev.cutoff.local.store.Shop.EAST;
import static dev.cutoff.local.store.Shop.WEST;
import static dev.cutoff.local.store.Shop.lines;
import static dev.cutoff.local.store.Shop.ofOrder;
import static dev.cutoff.local.store.Shop.ofParcel;
import static dev.cutoff.local.store.Shop.ofShipment;
import static dev.cutoff.local.store.Shop.parcel;
import static dev.cutoff.local.store.Shop.reserved;
import static dev.cutoff.local.store.Shop.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.woocommerce.WooCommerceUpdater;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over loopback HTTP against the fake. */
final class WooCommerceUpdaterTest {
  private static final String SECRET = "ck_1:cs_very_secret";

  private final FakeStores stores = FakeStores.start(0, InstantSource.fixed(Shop.NOW));
  private final Store store = Shop.store("woocommerce", stores.apiUrl("acme"));
  private final WooCommerceUpdater updater =
      new WooCommerceUpdater(
          new StoreApi(StoreApi.httpClient(), Duration.ofSeconds(10)), "https://track.example.com");

  @BeforeEach
  void openTheStore() {
    stores.openWooCommerce("acme", "wc_secret", SECRET);
    stores.place("acme", Shop.wooCommerceOrder("processing"));
  }

  @AfterEach
  void closeTheStore() {
    stores.close();
  }

  @Test
  void theLastShipmentCompletesTheOrderAndLeavesTrackingAndAPrivateNote() {
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1"), parcel("p2", "SW2")));

    assertThat(told(order, What.SHIPPED, 1)).isInstanceOf(Outcome.Told.class);
    assertThat(said())
        .containsExactly(
            "status completed",
            "_wc_shipment_tracking_items SW1, SW2",
            "_cutoff_tracking SW1, SW2",
            "private note: Shipped from EAST, swift SW1, swift SW2. "
                + "[DTC-7#SHP-DTC-7-1#shipped]");
  }

  @Test
  void anOrderIsNotShownCompleteBeforeAllOfItIsHandedOver() {
    Order order =
        order(
            shipped(1, EAST, lines(1), parcel("p1", "SW1")),
            reserved(2, WEST, new ShipmentLine("1", 1)));

    told(order, What.SHIPPED, 1);

    assertThat(said()).doesNotContain("status completed").hasSize(3);
  }

  @Test
  void theSecondParcelsNumberDoesNotOverwriteTheFirst() {
    Shipment first = shipped(1, EAST, lines(1), parcel("p1", "SW1"));
    told(order(first, reserved(2, WEST, new ShipmentLine("1", 1))), What.SHIPPED, 1);
    told(order(first, shipped(2, WEST, lines(1), parcel("p2", "SW2"))), What.SHIPPED, 2);

    assertThat(said()).contains("_wc_shipment_tracking_items SW1, SW2", "status completed");
  }

  @Test
  void theSameAnnouncementAgainChangesNothing() {
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));
    told(order, What.SHIPPED, 1);
    List<String> before = said();

    assertThat(told(order, What.SHIPPED, 1)).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void anAnswerLostAtAnyPointTellsNothingTwice(int before) {
    Trouble[] troubles = new Trouble[before + 1];
    Arrays.fill(troubles, new Trouble.Nothing());
    troubles[before] = new Trouble.LoseAnswer();
    stores.trouble("acme", troubles);
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    // A question that changes nothing the HTTP client asks again by itself.
    assertThat(catchThrowable(() -> told(order, What.SHIPPED, 1)))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(),
            later -> assertThat(later).isInstanceOf(TryAgainLater.class));
    told(order, What.SHIPPED, 1);

    assertThat(said()).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void scansArePrivateNotesOnceEach() {
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1"), parcel("p2", "SW2")));

    updater.tell(store, SECRET, order, ofParcel(What.OUT_FOR_DELIVERY, 1, "p2"));
    updater.tell(store, SECRET, order, ofParcel(What.OUT_FOR_DELIVERY, 1, "p2"));

    assertThat(said())
        .containsExactly("private note: Out for delivery, swift SW2. [DTC-7#p2#out_for_delivery]");
  }

  @Test
  void anOrderCancelledHereIsCancelledInTheStoreOnce() {
    Order order =
        Shop.order(
            order().document(), new Order.Cancellation(Shop.NOW, "ops", "customer rang", Shop.NOW));

    updater.tell(store, SECRET, order, ofOrder(What.CANCELLED));
    assertThat(updater.tell(store, SECRET, order, ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.AlreadyThere.class);

    assertThat(said())
        .containsExactly(
            "status cancelled",
            "private note: Cancelled in Cutoff: customer rang. [DTC-7##cancelled]");
  }

  @Test
  void whatTheStoreCancelledItselfItIsNotToldOf() {
    byte[] json = Shop.wooCommerceOrder("cancelled");
    stores.place("acme", json);

    assertThat(updater.tell(store, SECRET, Shop.order(store, json), ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.NotNeeded.class);
  }

  @Test
  void anOrderThatTheStoreCancelledIsNotCompleted() {
    stores.place("acme", Shop.wooCommerceOrder("cancelled"));
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    assertThat(told(order, What.SHIPPED, 1))
        .isEqualTo(new Outcome.Refused("the store has this order as cancelled"));
    assertThat(said()).isEmpty();
  }

  @Test
  void aStatusThatAPersonSetIsNotOverwritten() {
    stores.byHand("acme", "7", new ByHand.Status("on-hold"));
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    assertThat(told(order, What.SHIPPED, 1)).isInstanceOf(Outcome.Told.class);

    assertThat(said()).doesNotContain("status completed").hasSize(3);
  }

  @Test
  void anOrderThatAPersonCompletedIsNotCancelledBehindTheirBack() {
    stores.byHand("acme", "7", new ByHand.Status("completed"));
    Order order =
        Shop.order(order().document(), new Order.Cancellation(Shop.NOW, "ops", "rang", Shop.NOW));

    assertThat(updater.tell(store, SECRET, order, ofOrder(What.CANCELLED)))
        .isInstanceOf(Outcome.Refused.class);
    assertThat(said()).isEmpty();
  }

  @Test
  void aTrackingNumberThatAPersonChangedStays() {
    Shipment first = shipped(1, EAST, lines(1), parcel("p1", "SW1"));
    told(order(first, reserved(2, WEST, new ShipmentLine("1", 1))), What.SHIPPED, 1);
    stores.byHand("acme", "7", new ByHand.Renumber("SW1", "BY-HAND"));

    told(order(first, shipped(2, WEST, lines(1), parcel("p2", "SW2"))), What.SHIPPED, 2);

    assertThat(stores.parcels("acme", "7")).containsOnlyKeys("BY-HAND", "SW2");
  }

  @Test
  void eachAttemptAndAnEndOfADelayAreNotes() {
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    updater.tell(store, SECRET, order, ofParcel(What.DELIVERY_ATTEMPTED, 1, "p1"));
    updater.tell(store, SECRET, order, ofParcel(What.DELIVERY_ATTEMPTED, 1, "p1"));
    updater.tell(store, SECRET, order, ofOrder(What.BACK_ON_TIME));

    assertThat(said())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("private note: Delivery attempted, swift SW1. ["),
            second -> assertThat(second).startsWith("private note: It comes as promised"));
  }

  @Test
  void ofAPartOfAnOrderTheStoreMailsWhereItIsTheSender() {
    Shipment first = shipped(1, EAST, lines(1), parcel("p1", "SW1"));
    Order part = order(first, reserved(2, WEST, new ShipmentLine("1", 1)));
    told(part, What.SHIPPED, 1);
    assertThat(stores.mails("acme", "7")).isEmpty();

    stores.openWooCommerce("acme", "wc_secret", SECRET);
    stores.place("acme", Shop.wooCommerceOrder("processing"));
    Store itself = Shop.store("woocommerce", stores.apiUrl("acme"), Set.of());
    updater.tell(itself, SECRET, part, ofShipment(What.SHIPPED, 1));
    updater.tell(itself, SECRET, part, ofShipment(What.SHIPPED, 1));
    assertThat(stores.mails("acme", "7")).containsExactly("note");

    Order all = order(first, shipped(2, WEST, lines(1), parcel("p2", "SW2")));
    updater.tell(itself, SECRET, all, ofShipment(What.SHIPPED, 2));
    assertThat(stores.mails("acme", "7")).containsExactly("note", "completed");
  }

  @Test
  void aStoreThatIsDownIsToldLater() {
    stores.trouble("acme", new Trouble.Status(502));
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    assertThatThrownBy(() -> told(order, What.SHIPPED, 1))
        .isInstanceOf(TryAgainLater.class)
        .hasMessage("acme (woocommerce): reading the order answered 502");
  }

  @Test
  void wrongKeysAreRefusedAndNotPrinted() {
    Order order = order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));

    assertThat(updater.tell(store, "ck:cs_wrong", order, ofShipment(What.SHIPPED, 1)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.why()).contains("401").doesNotContain("cs_wrong"));
  }

  private Order order(Shipment... shipments) {
    return Shop.order(store, Shop.wooCommerceOrder("processing"), shipments);
  }

  private Outcome told(Order order, What what, int number) {
    return updater.tell(store, SECRET, order, ofShipment(what, number));
  }

  private List<String> said() {
    return stores.told("acme", "7");
  }
}
