package dev.cutoff.local.store;

import static dev.cutoff.local.store.Shop.EAST;
import static dev.cutoff.local.store.Shop.WEST;
import static dev.cutoff.local.store.Shop.lines;
import static dev.cutoff.local.store.Shop.ofShipment;
import static dev.cutoff.local.store.Shop.parcel;
import static dev.cutoff.local.store.Shop.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.shopify.ShopifyUpdater;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When the store is down, slow, or says no. */
final class ShopifyUpdaterTroubleTest {
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

  static Stream<Trouble> passing() {
    return Stream.of(
        new Trouble.Status(500),
        new Trouble.Status(503),
        new Trouble.Status(429),
        new Trouble.Hang(),
        new Trouble.HangInBody(),
        new Trouble.Garbage(),
        new Trouble.LoseAnswer(),
        new Trouble.GraphQlError("THROTTLED"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatPassesIsTriedAgainLaterWithinItsTimeLimit(Trouble trouble) {
    Order order = placed(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));
    stores.trouble("acme", trouble);
    ShopifyUpdater impatient = updater(Duration.ofMillis(300));

    assertThatThrownBy(() -> impatient.tell(store, TOKEN, order, ofShipment(What.SHIPPED, 1)))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageStartingWith("acme (shopify): order ")
        .hasMessageNotContaining(TOKEN);
    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.Told.class);
  }

  @ParameterizedTest
  @MethodSource("everyRequest")
  void anAnswerLostAtAnyPointDoesNotFulfilTwice(int before) {
    Order order = placed(new int[] {2}, shipped(1, WEST, lines(2), parcel("p1", "SW1")));
    Trouble[] troubles = new Trouble[before + 1];
    java.util.Arrays.fill(troubles, new Trouble.Nothing());
    troubles[before] = new Trouble.LoseAnswer();
    stores.trouble("acme", troubles);

    assertThatThrownBy(() -> told(order, What.SHIPPED)).isInstanceOf(TryAgainLater.class);
    told(order, What.SHIPPED);

    assertThat(said())
        .containsExactly("moved to 102: 1 lines", "fulfilled at 102: [1 x2], tracking [SW1]");
  }

  static Stream<Integer> everyRequest() {
    return Stream.of(0, 1, 2, 3);
  }

  @Test
  void aWrongTokenIsRefusedAndNotPrinted() {
    Order order = placed(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));

    Outcome outcome = updater.tell(store, "shpat_wrong", order, ofShipment(What.SHIPPED, 1));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused ->
                assertThat(refused.why())
                    .contains("401", "Invalid API key")
                    .doesNotContain("shpat_wrong"));
  }

  @Test
  void anOrderThatTheStoreDoesNotKnowIsRefused() {
    Order order = order(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));

    assertThat(told(order, What.SHIPPED)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void theSecretIsNeverSentInClearToAnotherMachine() {
    Order order = order(new int[] {1}, shipped(1, EAST, lines(1), parcel("p1", "SW1")));
    Store far = Shop.store("shopify", "http://store.example.com");

    assertThat(updater.tell(far, TOKEN, order, ofShipment(What.SHIPPED, 1)))
        .isEqualTo(
            new Outcome.Refused(
                "the store's apiUrl is not https: its secret would travel in clear"));
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

  private List<String> said() {
    return stores.told("acme", "7");
  }

  private static ShopifyUpdater updater(Duration limit) {
    return new ShopifyUpdater(
        new StoreApi(StoreApi.httpClient(), limit), "https://track.example.com");
  }
}
