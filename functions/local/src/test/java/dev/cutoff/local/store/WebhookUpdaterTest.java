package dev.cutoff.local.store;

import static dev.cutoff.local.store.Shop.EAST;
import static dev.cutoff.local.store.Shop.NOW;
import static dev.cutoff.local.store.Shop.lines;
import static dev.cutoff.local.store.Shop.ofParcel;
import static dev.cutoff.local.store.Shop.ofShipment;
import static dev.cutoff.local.store.Shop.parcel;
import static dev.cutoff.local.store.Shop.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.channel.webhook.WebhookUpdater;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Outgoing webhooks without signature, timeout or retry, the secret sent in clear: none of that,
 * over loopback HTTP against a shop that checks.
 */
final class WebhookUpdaterTest {
  private static final String SECRET = "whsec_b3V0Z29pbmcgbmV3cyBvZiBvcmRlcnM=";
  private static final String OLD = "whsec_dGhlIHNlY3JldCBvZiB5ZXN0ZXJkYXk=";

  private final FakeStores stores = FakeStores.start(0, InstantSource.fixed(NOW));
  private final Store store = Shop.store("webhook", stores.apiUrl("acme"));
  private final WebhookUpdater updater = updater(Duration.ofSeconds(10));

  @BeforeEach
  void openTheShop() {
    stores.openWebhooks("acme", OLD, SECRET);
  }

  @AfterEach
  void closeTheShop() {
    stores.close();
  }

  @Test
  void aMessageIsSignedAndSaysWhatTheOrderIsNow() {
    assertThat(tell(ofShipment(What.SHIPPED, 1)))
        .isEqualTo(new Outcome.Told("webhook DTC-7#SHP-DTC-7-1#shipped was taken"));

    assertThat(stores.told("acme", "7")).containsExactly("order.shipped DTC-7#SHP-DTC-7-1#shipped");
    assertThat(stores.parcels("acme", "7")).isEqualTo(Map.of("SW1", "accepted"));
    JsonNode body = stores.requests().getFirst().body();
    assertThat(body.path("timestamp").asText()).isEqualTo(NOW.toString());
    assertThat(body.at("/data/orderId").asText()).isEqualTo("DTC-7");
    assertThat(body.at("/data/lines/0/shipped").asLong()).isEqualTo(2);
    assertThat(body.at("/data/shipments/0/parcels/0/carrier").asText()).isEqualTo("swift");
    assertThat(body.toString()).doesNotContain(SECRET);
  }

  @Test
  void theSameNewsAgainHasTheSameIdAndTheShopDropsIt() {
    stores.trouble("acme", new Trouble.LoseAnswer());
    assertThatThrownBy(() -> tell(ofShipment(What.SHIPPED, 1))).isInstanceOf(TryAgainLater.class);

    tell(ofShipment(What.SHIPPED, 1));

    assertThat(stores.requests()).hasSize(2);
    assertThat(stores.told("acme", "7")).hasSize(1);
  }

  @Test
  void everyKindOfNewsIsToldAndAnAttemptByTheTimeItWasMade() {
    for (What what : What.values()) {
      assertThat(tell(ofParcel(what, 1, "p1"))).isInstanceOf(Outcome.Told.class);
    }
    assertThat(stores.told("acme", "7"))
        .hasSize(What.values().length)
        .contains("order.delivery_attempted DTC-7#p1#delivery_attempted#2026-11-24T20:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429, 408})
  void whatPassesIsTriedAgainLater(int status) {
    stores.trouble("acme", new Trouble.Status(status));

    assertThatThrownBy(() -> tell(ofShipment(What.SHIPPED, 1)))
        .isInstanceOf(TryAgainLater.class)
        .hasMessage("acme (webhook): shipped answered " + status);
  }

  @Test
  void aShopThatNeverAnswersIsGivenUpAfterTheLimit() {
    stores.trouble("acme", new Trouble.Hang());

    assertThatThrownBy(() ->
            updater(Duration.ofMillis(300))
                .tell(store, SECRET, order(), ofShipment(What.SHIPPED, 1)))
        .isInstanceOf(TryAgainLater.class)
        .hasMessageStartingWith("acme (webhook): shipped ");
  }

  /** A redirect would take what is signed elsewhere. */
  @ParameterizedTest
  @ValueSource(ints = {301, 307, 400, 401, 404})
  void whatTheShopDoesNotTakeIsSaidAndToldAgainLater(int status) {
    stores.trouble("acme", new Trouble.Status(status));

    assertThat(tell(ofShipment(What.SHIPPED, 1)))
        .isEqualTo(
            new Outcome.NotYet("acme (webhook): shipped answered " + status + ": told to fail"));
    assertThat(stores.requests()).hasSize(1);
  }

  @Test
  void aShopThatIsGoneIsNotToldAgain() {
    stores.trouble("acme", new Trouble.Status(410));

    assertThat(tell(ofShipment(What.SHIPPED, 1))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aWrongSecretIsNotTakenAndNotPrinted() {
    assertThat(updater.tell(store, OLD, order(), ofShipment(What.SHIPPED, 1)))
        .isInstanceOfSatisfying(
            Outcome.NotYet.class,
            not -> assertThat(not.why()).contains("401", "signature").doesNotContain(OLD));
  }

  @Test
  void nothingIsSentInClearToAnotherMachine() {
    Store far = Shop.store("webhook", "http://shop.example.com/hook");

    assertThat(updater.tell(far, SECRET, order(), ofShipment(What.SHIPPED, 1)))
        .isEqualTo(new Outcome.NotYet("the store's apiUrl is not https: anybody could read along"));
  }

  private Outcome tell(Announcement announcement) {
    return updater.tell(store, SECRET, order(), announcement);
  }

  private Order order() {
    return Shop.order(
        Shop.store("shopify", ""),
        Shop.shopifyOrder(2),
        shipped(1, EAST, lines(2), parcel("p1", "SW1")));
  }

  private static WebhookUpdater updater(Duration limit) {
    return new WebhookUpdater(new StoreApi(StoreApi.httpClient(), limit), InstantSource.fixed(NOW));
  }
}
