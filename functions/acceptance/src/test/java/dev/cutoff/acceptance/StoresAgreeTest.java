package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.messaging.Disorder;
import dev.cutoff.testkit.ForAll;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Orders of three stores, of one to four parcels each; over queues that shuffle and repeat, to
 * stores that fail now and then; scans shuffled, repeated and late. In the end every order is where
 * its parcels are, each notice was sent once, nothing ever moved back, and each store shows what
 * Cutoff shows. Two hundred of them take a minute; {@code -Dcutoff.orders=500} and {@code
 * -Dcutoff.seeds=N} play more.
 */
class StoresAgreeTest {
  private static final int ORDERS = Integer.getInteger("cutoff.orders", 200);
  private static final int SEEDS = Integer.getInteger("cutoff.seeds", 1);

  @Test
  void whateverCarriersQueuesAndStoresDoTheEndIsRightEverywhere() {
    ForAll.seeds(
        SEEDS,
        random -> {
          Path home = Shops.folder();
          try (RunningShop shop = open(home)) {
            new ManyOrders(shop, home, random).play(ORDERS);
          }
        });
  }

  /** A replay from a date reaches a shop that lost all it knew. */
  @Test
  void aShopThatLostItsDataIsToldAllOfItAgain() {
    try (RunningShop shop = open(Shops.folder())) {
      retell(shop);
    }
  }

  private static void retell(RunningShop shop) {
    Play play = new Play(shop);
    String since = shop.now().toString();
    String orderId = OwnShop.places(shop, 7_001, Map.of("MUG-01", 1));
    String externalId = OwnShop.externalId(7_001);
    play.becomes(orderId, "labelled");
    play.isCarried(orderId);
    shop.pass(Duration.ofMinutes(30));
    List<String> before = shop.stores().told(OwnShop.ID, externalId);
    assertThat(before)
        .extracting(line -> line.replaceFirst(" .*", ""))
        .containsExactly(
            "order.shipped", "order.in_transit", "order.out_for_delivery", "order.delivered");

    OwnShop.open(shop);
    assertThat(Letter.of(shop, "--store", OwnShop.ID, "--since", since))
        .contains("4 announcements");
    shop.pass(Duration.ofMinutes(30));
    assertThat(shop.stores().told(OwnShop.ID, externalId)).isEmpty();

    assertThat(Letter.of(shop, "--store", OwnShop.ID, "--since", since, "--again"))
        .contains("4 announcements of 1 orders");
    shop.pass(Duration.ofMinutes(30));
    assertThat(shop.stores().told(OwnShop.ID, externalId))
        .containsExactlyInAnyOrderElementsOf(before);
    assertThat(shop.stores().parcels(OwnShop.ID, externalId))
        .hasSize(1)
        .isEqualTo(
            Map.of(
                play.order(orderId).at("/shipments/0/parcels/0/trackingNumber").asText(),
                "delivered"));
    assertThat(Letter.of(shop, "--store", "nobody", "--since", since)).contains("answered 404");
    assertThat(Letter.of(shop, "--store", OwnShop.ID, "--since", "tomorrow"))
        .contains("answered 400");
  }

  private static RunningShop open(Path home) {
    RunningShop shop =
        RunningShop.disorderly(home, OwnShop.SECRETS, ManyOrders::shop, new Disorder(0.3, 0.7));
    OwnShop.open(shop);
    return shop;
  }
}
