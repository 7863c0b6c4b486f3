package dev.cutoff.local.store;

import static dev.cutoff.local.store.Shop.EAST;
import static dev.cutoff.local.store.Shop.NOW;
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
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.Shipment;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person did in the store stays as it is, and what the store has no word for is said. */
final class ShopifyByHandTest {
  private static final String TOKEN = "shpat_very_secret";

  private final FakeStores stores = FakeStores.start(0, InstantSource.fixed(NOW));
  private final Store store = Shop.store("shopify", stores.apiUrl("acme"));
  private final ShopifyUpdater updater =
      new ShopifyUpdater(new StoreApi(StoreApi.httpClient()), "https://track.example.com");

  @BeforeEach
  void openTheStore() {
    stores.openShopify("acme", "webhook", TOKEN, List.of("101", "102"));
    stores.place("acme", Shop.shopifyOrder(2));
  }

  @AfterEach
  void closeTheStore() {
    stores.close();
  }

  @Test
  void aHoldOfTheStoreIsHonouredSaidAndOverOnceItIsReleased() {
    stores.byHand("acme", "7", new ByHand.Hold("Awaiting payment", "call them"));

    assertThat(tell(one(), ofShipment(What.SHIPPED, 1)))
        .isEqualTo(
            new Outcome.NotYet(
                "the store's fulfilment order is ON_HOLD (Awaiting payment, call them):"
                    + " release it there"));
    assertThat(said()).isEmpty();

    stores.byHand("acme", "7", new ByHand.Release());
    assertThat(tell(one(), ofShipment(What.SHIPPED, 1))).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void aTrackingNumberThatAPersonChangedStaysAndItsParcelIsStillFollowed() {
    tell(one(), ofShipment(What.SHIPPED, 1));
    stores.byHand("acme", "7", new ByHand.Renumber("SW1", "BY-HAND"));

    assertThat(tell(one(), ofParcel(What.OUT_FOR_DELIVERY, 1, "p1")))
        .isInstanceOf(Outcome.Told.class);
    assertThat(stores.parcels("acme", "7")).isEqualTo(Map.of("BY-HAND", "OUT_FOR_DELIVERY"));
    assertThat(said()).filteredOn(each -> each.startsWith("fulfilled")).hasSize(1);
  }

  @Test
  void aFulfilmentThatAPersonTookBackIsNotMadeAgain() {
    tell(one(), ofShipment(What.SHIPPED, 1));
    stores.byHand("acme", "7", new ByHand.CancelFulfilment("SW1"));

    assertThat(tell(one(), ofShipment(What.SHIPPED, 1))).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(tell(one(), ofParcel(What.DELIVERED, 1, "p1")))
        .isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(said()).hasSize(1);
  }

  @Test
  void eachAttemptIsToldOnceAndNoneAfterTheParcelArrived() {
    tell(one(), ofShipment(What.SHIPPED, 1));

    assertThat(tell(one(), attempt(0))).isInstanceOf(Outcome.Told.class);
    assertThat(tell(one(), attempt(0))).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(tell(one(), attempt(86_400))).isInstanceOf(Outcome.Told.class);
    tell(one(), ofParcel(What.DELIVERED, 1, "p1"));
    assertThat(tell(one(), attempt(90_000))).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(events()).containsExactly("ATTEMPTED_DELIVERY", "ATTEMPTED_DELIVERY", "DELIVERED");
  }

  @Test
  void aParcelThatTheCarrierBringsBackIsAFailure() {
    tell(one(), ofShipment(What.SHIPPED, 1));

    assertThat(tell(one(), ofParcel(What.RETURNED, 1, "p1"))).isInstanceOf(Outcome.Told.class);
    assertThat(tell(one(), ofParcel(What.IN_TRANSIT, 1, "p1")))
        .isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(events()).containsExactly("FAILURE");
  }

  @Test
  void aDelayIsToldOfWhatIsUnderWayAndTakenBackWhenItIsOver() {
    tell(one(), ofShipment(What.SHIPPED, 1));
    tell(one(), ofParcel(What.IN_TRANSIT, 1, "p1"));

    assertThat(tell(one(), ofOrder(What.DELAYED))).isInstanceOf(Outcome.Told.class);
    assertThat(tell(one(), ofOrder(What.DELAYED))).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(tell(one(), ofOrder(What.BACK_ON_TIME))).isInstanceOf(Outcome.Told.class);
    assertThat(tell(one(), ofOrder(What.BACK_ON_TIME))).isInstanceOf(Outcome.AlreadyThere.class);
    assertThat(events()).containsExactly("IN_TRANSIT", "DELAYED", "IN_TRANSIT");
  }

  @Test
  void aDelayOfWhatHasNotLeftIsNothingThatTheStoreHasAPlaceFor() {
    assertThat(tell(order(), ofOrder(What.DELAYED))).isInstanceOf(Outcome.NotNeeded.class);
    assertThat(stores.requests()).isEmpty();
  }

  @Test
  void theStoreMailsWhatCutoffDoesNotAndNeverBoth() {
    Store itself = Shop.store("shopify", stores.apiUrl("acme"), Set.of("delivered"));
    updater.tell(itself, TOKEN, one(), ofShipment(What.SHIPPED, 1));
    assertThat(stores.mails("acme", "7")).containsExactly("shipped");

    stores.openShopify("acme", "webhook", TOKEN, List.of("101"));
    stores.place("acme", Shop.shopifyOrder(2));
    tell(one(), ofShipment(What.SHIPPED, 1));
    assertThat(stores.mails("acme", "7")).isEmpty();
  }

  @Test
  void anOrderCancelledHereIsMailedByOneOfTheTwo() {
    Order cancelled =
        Shop.order(order().document(), new Order.Cancellation(NOW, "ops", "rang", NOW));
    Store itself = Shop.store("shopify", stores.apiUrl("acme"), Set.of());

    updater.tell(itself, TOKEN, cancelled, ofOrder(What.CANCELLED));
    assertThat(stores.mails("acme", "7")).containsExactly("cancelled");
  }

  private static Announcement attempt(long seconds) {
    return new Announcement(
        What.DELIVERY_ATTEMPTED,
        new OrderId("DTC-7"),
        Shop.id(1).value(),
        "p1",
        NOW.plusSeconds(seconds));
  }

  private List<String> events() {
    return said().stream()
        .filter(each -> each.startsWith("event "))
        .map(each -> each.substring("event ".length(), each.indexOf(" at ")))
        .toList();
  }

  private Order one() {
    return order(shipped(1, EAST, lines(2), parcel("p1", "SW1")));
  }

  private Order order(Shipment... shipments) {
    return Shop.order(store, Shop.shopifyOrder(2), shipments);
  }

  private Outcome tell(Order order, Announcement announcement) {
    return updater.tell(store, TOKEN, order, announcement);
  }

  private List<String> said() {
    return stores.told("acme", "7");
  }
}
