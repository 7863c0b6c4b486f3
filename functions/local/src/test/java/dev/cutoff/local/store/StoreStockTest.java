package dev.cutoff.local.store;

import static dev.cutoff.local.store.TwoStores.CENTRAL;
import static dev.cutoff.local.store.TwoStores.EAST;
import static dev.cutoff.local.store.TwoStores.MUG;
import static dev.cutoff.local.store.TwoStores.SHOPIFY;
import static dev.cutoff.local.store.TwoStores.WEST;
import static dev.cutoff.local.store.TwoStores.WOO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.availability.Comparison;
import dev.cutoff.availability.Shown;
import dev.cutoff.exception.Reason;
import dev.cutoff.merchant.StoreStock;
import dev.cutoff.stock.Reservation;
import dev.cutoff.stock.StockLevel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stores' figures, through the very adapters, against stores that act by themselves. */
final class StoreStockTest {
  @Test
  void aSaleInOneStoreLowersTheOther() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInShopify(1, 2);
      two.reserve("DTC-1", EAST, 2);
      assertThat(two.push()).isEmpty();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 8L, "2", 5L));
      assertThat(two.woo()).isEqualTo(13);
      assertThat(two.sets(SHOPIFY)).as("Shopify has taken them itself").isZero();
    }
  }

  @Test
  void aStoreThatShowsSomethingElseIsSetAtFirst() {
    try (TwoStores two = TwoStores.inStep()) {
      two.stores.stock(WOO, "SOCKS-GRY", "", 400);
      two.stores.stock(SHOPIFY, "SOCKS-GRY", "1", 400);
      two.stock.with("SOCKS-GRY", "EAST", 3);
      dev.cutoff.stock.Sku socks = new dev.cutoff.stock.Sku("SOCKS-GRY");
      assertThat(two.pushing.push(List.of(socks), two.clock.instant().plusSeconds(60))).isEmpty();
      assertThat(two.stores.stock(WOO, "SOCKS-GRY")).isEqualTo(Map.of("", 3L));
      assertThat(two.stores.stock(SHOPIFY, "SOCKS-GRY")).isEqualTo(Map.of("1", 3L));
    }
  }

  @Test
  void whatDidNotChangeIsNotPushedAgain() {
    try (TwoStores two = TwoStores.inStep()) {
      long version = two.row(WOO).version();
      for (int i = 0; i < 3; i++) {
        two.push();
      }
      assertThat(two.sets(SHOPIFY) + two.sets(WOO)).isZero();
      assertThat(two.row(WOO).version()).isEqualTo(version);
    }
  }

  /** woocommerce_fusion#170, WooCommerceConnector#41. */
  @Test
  void aNightlyAbsoluteStockSyncDoesNotWipeOutOpenReservations() {
    try (TwoStores two = TwoStores.inStep()) {
      two.reserve("WOO-7", EAST, 6);
      two.ordersInWoo(7, 6, "processing");
      two.push();
      // The night's job writes what it counted on the shelf into the store: 15, reserved or not.
      two.stores.stock(WOO, MUG.value(), "", 15);
      two.push();
      assertThat(two.woo())
          .as("left until it is sure that no cancellation is under way")
          .isEqualTo(15);
      two.pass(Comparison.SETTLING);
      two.push();
      assertThat(two.woo()).isEqualTo(9);
      assertThat(two.row(WOO).last())
          .isEqualTo(new Shown.Difference(6, two.clock.instant(), Shown.What.SET));
      assertThat(two.exception(CENTRAL, Reason.STORE_DIFFERS).orElseThrow().refusal().message())
          .contains("bolt shows 15 of MUG-WHT and may sell 9")
          .contains("explains 6 of them");
      assertThat(two.stock.levels(List.of(MUG)).getFirst())
          .isEqualTo(new StockLevel(MUG, EAST, null, 10, 6, 0, 0));
    }
  }

  @Test
  void theStoreRestocksByItselfOnCancelAndAnAbsolutePushRacesItInWooCommerce() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInWoo(7, 3, "processing");
      Reservation held = two.reserve("WOO-7", EAST, 3);
      two.push();
      assertThat(two.woo()).isEqualTo(12);
      // The store puts them back at once; its webhook is still on its way to us.
      two.ordersInWoo(7, 3, "cancelled");
      two.push();
      assertThat(two.woo())
          .as("not pushed down, or it would be one cancellation short")
          .isEqualTo(15);
      two.release(held);
      two.push();
      assertThat(two.woo()).as("not put back a second time").isEqualTo(15);
      assertThat(two.sets(WOO)).isZero();
      assertThat(two.row(WOO).last()).isNull();
      assertThat(two.row(WOO).open()).isNull();
    }
  }

  @Test
  void theStoreRestocksByItselfOnCancelAndAnAbsolutePushRacesItInShopify() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInShopify(7, 3);
      Reservation held = two.reserve("DTC-7", EAST, 3);
      two.push();
      two.cancelsInShopify(7, 3);
      two.push();
      two.release(held);
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 10L, "2", 5L));
      assertThat(two.woo()).isEqualTo(15);
      assertThat(two.sets(SHOPIFY)).isZero();
    }
  }

  /** We cancel, push the units, tell the store, and it puts them back once more. */
  @Test
  void unitsThatBothGaveBackAreTakenBackOnce() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInWoo(7, 3, "processing");
      Reservation held = two.reserve("WOO-7", EAST, 3);
      two.push();
      two.release(held);
      two.push();
      assertThat(two.woo()).isEqualTo(15);
      two.ordersInWoo(7, 3, "cancelled");
      assertThat(two.woo()).isEqualTo(18);
      two.push();
      assertThat(two.changes.waits()).hasSize(1);
      two.pass(two.changes.waits().getFirst());
      two.push();
      assertThat(two.woo()).isEqualTo(15);
    }
  }

  @Test
  void anOrderThatIsOnItsWayToUsIsNotSoldASecondTimeByReceivedUnits() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInShopify(7, 4);
      two.stock.with(StockLevel.of(MUG, EAST, 16));
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 12L, "2", 5L));
      two.reserve("DTC-7", EAST, 4);
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 12L, "2", 5L));
      assertThat(two.woo()).isEqualTo(17);
    }
  }

  @Test
  void anOrderThatShopifyTookAtOneLocationAndWeAtAnotherEndsRightAtBoth() {
    try (TwoStores two = TwoStores.inStep()) {
      two.ordersInShopify(7, 2);
      assertThat(two.shopify()).isEqualTo(Map.of("1", 8L, "2", 5L));
      two.reserve("DTC-7", WEST, 2);
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 10L, "2", 3L));
      assertThat(two.row(SHOPIFY).last()).isNull();
    }
  }

  @Test
  void aFigureThatChangesBetweenReadingAndSettingIsReadAgainAndNeverForced() {
    try (TwoStores two = TwoStores.inStep()) {
      two.reserve("WOO-1", EAST, 1);
      two.stores.beforeNextSet(SHOPIFY, () -> two.ordersInShopify(7, 2));
      assertThat(two.push()).isEmpty();
      // Ours fell by one, theirs by two: one of the two is still on its way to us.
      assertThat(two.shopify()).isEqualTo(Map.of("1", 8L, "2", 5L));
      two.reserve("DTC-7", EAST, 2);
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 7L, "2", 5L));
      assertThat(two.row(SHOPIFY).open()).isNull();
    }
  }

  @Test
  void aLostAnswerIsNotASecondChange() {
    try (TwoStores two = TwoStores.inStep()) {
      two.reserve("WOO-1", EAST, 1);
      two.stores.stockTrouble(SHOPIFY, new Trouble.Nothing(), new Trouble.LoseAnswer());
      assertThat(two.push()).containsExactly(MUG);
      assertThat(two.shopify()).isEqualTo(Map.of("1", 9L, "2", 5L));
      assertThat(two.push()).isEmpty();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 9L, "2", 5L));
      assertThat(two.row(SHOPIFY).open()).isNull();
    }
  }

  @Test
  void aStoreThatIsDownIsAskedOnceAndTakesNoOtherAlong() {
    try (TwoStores two = TwoStores.inStep()) {
      two.reserve("DTC-1", EAST, 1);
      two.stores.stockTrouble(SHOPIFY, new Trouble.Status(503), new Trouble.Status(503));
      int before = two.stores.requests().size();
      assertThat(two.push()).containsExactly(MUG);
      assertThat(two.woo()).isEqualTo(14);
      long asked =
          two.stores.requests().stream()
              .skip(before)
              .filter(r -> r.storeId().equals(SHOPIFY))
              .count();
      assertThat(asked).isEqualTo(1);
      assertThat(two.troubles).singleElement().asString().contains("503");
    }
  }

  @Test
  void aStoreThatSaysNoIsLeftToPeople() {
    try (TwoStores two = TwoStores.inStep()) {
      two.reserve("DTC-1", EAST, 1);
      two.stores.stockTrouble(WOO, new Trouble.Status(401));
      assertThat(two.push()).containsExactly(MUG);
      assertThat(two.woo()).isEqualTo(15);
      assertThat(two.troubles).singleElement().asString().contains("401");
    }
  }

  @Test
  void noStoreIsAskedWhenTheTimeIsUp() {
    try (TwoStores two = TwoStores.inStep()) {
      int before = two.stores.requests().size();
      assertThat(two.pushing.push(List.of(MUG), two.clock.instant())).containsExactly(MUG);
      assertThat(two.stores.requests()).hasSize(before);
    }
  }

  @Test
  void whatAStoreDoesNotSellIsAskedForAgainAnHourLater() {
    try (TwoStores two = TwoStores.inStep()) {
      dev.cutoff.stock.Sku tee = new dev.cutoff.stock.Sku("TEE-BLK-M");
      two.stock.with("TEE-BLK-M", "EAST", 3);
      for (int i = 0; i < 3; i++) {
        two.pushing.push(List.of(tee), two.clock.instant().plusSeconds(60));
      }
      long asked =
          two.stores.requests().stream().filter(r -> r.what().equals("CutoffStock")).count();
      assertThat(asked).as("once for the mug, once for the tee").isEqualTo(2);
      two.stores.stock(SHOPIFY, "TEE-BLK-M", "1", 0);
      two.pass(Duration.ofHours(1));
      two.pushing.push(List.of(tee), two.clock.instant().plusSeconds(60));
      assertThat(two.stores.stock(SHOPIFY, "TEE-BLK-M")).isEqualTo(Map.of("1", 3L));
    }
  }

  @Test
  void aCountInTheStoresOwnPagesBecomesACountOfTheShelfWhereTheStoreIsRight() {
    try (TwoStores two = TwoStores.inStep(new StoreStock(StoreStock.Master.STORE, 1))) {
      two.reserve("WOO-9", EAST, 2);
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 7L, "2", 4L));
      two.stores.stock(SHOPIFY, MUG.value(), "1", 12);
      two.push();
      two.pass(Comparison.SETTLING);
      two.push();
      // Twelve that may be sold, one that is kept from this store's customers, two reserved.
      assertThat(two.stock.levels(List.of(MUG)).getFirst())
          .isEqualTo(new StockLevel(MUG, EAST, null, 15, 2, 0, 0));
      assertThat(two.row(SHOPIFY).last())
          .isEqualTo(new Shown.Difference(5, two.clock.instant(), Shown.What.COUNTED));
      two.push();
      assertThat(two.shopify()).isEqualTo(Map.of("1", 12L, "2", 4L));
      assertThat(two.woo()).isEqualTo(18);
      assertThat(two.row(SHOPIFY).open()).isNull();
    }
  }

  @Test
  void anOrderOnItsWayIsNotMistakenForACountWhereTheStoreIsRight() {
    try (TwoStores two = TwoStores.inStep(new StoreStock(StoreStock.Master.STORE, 0))) {
      two.ordersInShopify(7, 2);
      two.push();
      two.reserve("DTC-7", EAST, 2);
      two.push();
      two.pass(Comparison.SETTLING);
      two.push();
      assertThat(two.stock.levels(List.of(MUG)).getFirst())
          .isEqualTo(new StockLevel(MUG, EAST, null, 10, 2, 0, 0));
      assertThat(two.row(SHOPIFY).last()).isNull();
    }
  }

  @Test
  void echoesOfOurOwnPushAndMessagesThatComeTwiceOrLateChangeNothing() {
    try (TwoStores two = TwoStores.inStep()) {
      var store = two.merchants.current().stores().values().iterator().next();
      String item = two.row(SHOPIFY).item();
      assertThat(two.hearing.hear(store, "", item, "1", 10)).isPresent();
      assertThat(two.changes.calls()).isEmpty();
      // Late: what the store had before. It is asked, and says what is known.
      assertThat(two.hearing.hear(store, "", item, "1", 11)).isEmpty();
      assertThat(two.changes.calls()).containsExactly(List.of(MUG));
      long version = two.row(SHOPIFY).version();
      two.push();
      assertThat(two.row(SHOPIFY).version()).isEqualTo(version);
      assertThat(two.sets(SHOPIFY)).isZero();
      assertThat(two.hearing.hear(store, "", "gid://shopify/InventoryItem/1", "1", 11)).isPresent();
    }
  }
}
