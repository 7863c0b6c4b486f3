package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is sold in one store can't be bought in the other, seen from outside. */
@ExtendWith(Shops.class)
final class StoresStockTest {
  private static final String MUG = "MUG-01";
  private static final Duration SOON = Duration.ofMinutes(2);

  @Test
  void aSaleInOneStoreLowersTheOthersFigureAndAGivenBackUnitRaisesIt(Shop shop) {
    Play play = new Play(shop);
    long all = inStep(shop, play);

    AShopifyOrder order = AShopifyOrder.number(95_001).line(MUG, 3, 1250);
    play.places(order).is(202);
    play.becomes(order.orderId(), "labelled");
    assertThat(shopify(shop)).as("the store takes them itself").isEqualTo(all - 3);
    play.handsOver(order.orderId());
    assertThat(shop.until(() -> woo(shop) == all - 3, SOON)).as(figures(shop)).isTrue();
    assertThat(shop.until(() -> shopify(shop) == all - 3, SOON)).as(figures(shop)).isTrue();

    AWooOrder other = AWooOrder.number(95_002).line(MUG, 2, 1250);
    play.places(other).is(202);
    play.becomes(other.orderId(), "labelled");
    assertThat(woo(shop)).isEqualTo(all - 5);
    play.cancels(other.orderId()).is(200);
    play.becomes(other.orderId(), "cancelled");
    assertThat(shop.until(() -> woo(shop) == all - 3, SOON)).as(figures(shop)).isTrue();
    assertThat(shop.until(() -> shopify(shop) == all - 3, SOON)).as(figures(shop)).isTrue();
    assertThat(shop.api().all("/deadletters")).isEmpty();
  }

  @Test
  void whatStoresShowIsThereForPeopleToSee(Shop shop) {
    Play play = new Play(shop);
    long all = inStep(shop, play);
    JsonNode page = shop.api().get("/stock/" + MUG).is(200).json();
    assertThat(page.path("stores")).as(page.toString()).hasSize(4);
    // By store: Shopify's three locations come first.
    JsonNode woo = page.path("stores").path(3);
    assertThat(woo.path("storeId").asText()).isEqualTo(Play.WOO);
    assertThat(woo.path("shown").asLong()).isEqualTo(all);
    assertThat(woo.path("inStore").asLong()).isEqualTo(all);
    assertThat(woo.path("differs").asLong()).isZero();
  }

  @Test
  void aStoresWordOfItsStockIsHeardAndItsEchoIsNot(Shop shop) {
    Play play = new Play(shop);
    inStep(shop, play);
    for (String store : new String[] {Play.SHOPIFY, Play.WOO}) {
      String location = store.equals(Play.SHOPIFY) ? "24826418" : "";
      Api.Answer echo =
          shop.api().deliver(store, shop.stores().stockWebhook(store, MUG, location)).is(202);
      assertThat(echo.text("result")).isEqualTo("ignored");
      long shown = shop.stores().stock(store, MUG).getOrDefault(location, 0L);
      // Somebody types another number into the store's own pages.
      shop.stores().stock(store, MUG, location, shown + 40);
      Api.Answer news =
          shop.api().deliver(store, shop.stores().stockWebhook(store, MUG, location)).is(202);
      assertThat(news.text("result")).isEqualTo("accepted");
      assertThat(
              shop.until(
                  () -> shop.stores().stock(store, MUG).getOrDefault(location, 0L) == shown,
                  Duration.ofMinutes(8)))
          .as(figures(shop))
          .isTrue();
    }
    JsonNode stores = shop.api().get("/stock/" + MUG).is(200).json().path("stores");
    assertThat(stores)
        .allSatisfy(
            each -> assertThat(each.path("lastDifference").path("units").asLong()).isEqualTo(40));
  }

  @Test
  void stockOfWhatIsNotOursIsIgnored(Shop shop) {
    shop.stores().stock(Play.WOO, "SOMETHING-ELSE", "", 4);
    Api.Answer answer =
        shop.api()
            .deliver(Play.WOO, shop.stores().stockWebhook(Play.WOO, "SOMETHING-ELSE", ""))
            .is(202);
    assertThat(answer.text("result")).isEqualTo("ignored");
  }

  /** Both stores show what there is; how much that is. */
  private static long inStep(Shop shop, Play play) {
    shop.stores().stock(Play.WOO, MUG, "", 1);
    for (String location : new String[] {"24826418", "655441491", "905684977"}) {
      shop.stores().stock(Play.SHOPIFY, MUG, location, 1);
    }
    for (JsonNode level : play.stock(MUG)) {
      play.counts(MUG, level.path("node").asText(), level.path("onHand").asLong() + 1).is(200);
    }
    long all = play.stock(MUG).stream().mapToLong(each -> each.path("available").asLong()).sum();
    // Asked an hour ago at most, and not sold there then: asked again.
    boolean there = shop.until(() -> woo(shop) == all && shopify(shop) == all, Duration.ofHours(2));
    assertThat(there).as(figures(shop)).isTrue();
    return all;
  }

  private static long woo(Shop shop) {
    return shop.stores().stock(Play.WOO, MUG).getOrDefault("", 0L);
  }

  private static long shopify(Shop shop) {
    return shop.stores().stock(Play.SHOPIFY, MUG).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static String figures(Shop shop) {
    return Map.of(
            Play.WOO, shop.stores().stock(Play.WOO, MUG),
            Play.SHOPIFY, shop.stores().stock(Play.SHOPIFY, MUG))
        .toString();
  }
}
