package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.StockRules.WhenShort;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Goods;
import java.time.Duration;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Units that may not go before a day. It is Monday, 23 November. */
final class PreOrdersTest {
  private static final String TEE = "TEE-BLK-M";
  private static final String MUG = "MUG-WHT";
  private static final LocalDate RELEASE = LocalDate.parse("2026-12-10");

  private static Playing shop(boolean shipPartial) {
    Playing shop = new Playing(Playing.rules(WhenShort.HOLD, shipPartial));
    Item tee = Goods.TEE;
    Item released =
        new Item(
            tee.sku(),
            tee.name(),
            tee.weightGrams(),
            tee.size(),
            tee.barcode(),
            tee.value(),
            tee.hsCode(),
            tee.originCountry(),
            tee.customsDescription(),
            tee.requiresShipping(),
            new ItemStock(new TreeMap<>(), null, RELEASE));
    shop.shop(
        AMerchant.standard()
            .item(released)
            .rules(Playing.with(Playing.rules(WhenShort.HOLD, shipPartial)))
            .build());
    return shop;
  }

  @Test
  void aPreOrderTakesNothingFromTodaysShelf() {
    Playing shop = shop(false);
    shop.world.on("EAST", TEE, 5);
    OrderId id = shop.order("1", TEE, 2);
    assertThat(shop.order(id).waits()).isTrue();
    assertThat(shop.world.stock.reservations(id)).isEmpty();
    shop.later(Duration.ofHours(1));
    assertThat(shop.world.stock.reservations(id)).isEmpty();
  }

  @Test
  void itIsPromisedInboundUnitsNeverBeforeItsDay() {
    Playing shop = shop(false);
    OrderId id = shop.order("1", TEE, 2);
    var _ = shop.promise("PO-1", TEE, 2, "2026-12-01");
    assertThat(shop.expected(id)).isEqualTo(RELEASE);
  }

  @Test
  void whatCameForItIsKeptAndGoesOutOnItsDay() {
    Playing shop = shop(false);
    OrderId id = shop.order("1", TEE, 2);
    var _ = shop.promise("PO-1", TEE, 2, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 2, 0);
    assertThat(shop.world.stock.reservations(id)).hasSize(1);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.RESERVED);
    shop.later(Duration.ofDays(10));
    assertThat(shop.order(id).state()).as("3 December").isEqualTo(OrderState.RESERVED);
    assertThat(shop.world.backorders.all()).hasSize(1);
    shop.later(Duration.ofDays(8));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
    assertThat(shop.world.inbounds.lines().getFirst().promised()).isZero();
  }

  @Test
  void afterItsDayItIsServedFromTheShelfLikeAnyOther() {
    Playing shop = shop(false);
    shop.world.on("EAST", TEE, 5);
    OrderId id = shop.order("1", TEE, 2);
    shop.later(Duration.ofDays(18));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
    OrderId later = shop.order("2", TEE, 1);
    assertThat(shop.world.stock.reservations(later)).hasSize(1);
  }

  @Test
  void ofAMixedCartTheRestIsShippedWhereTheRulesSaySo() {
    Playing shop = shop(true);
    shop.world.on("EAST", MUG, 1);
    OrderId id = shop.order(AnOrder.numbered("1").line(TEE, 1).line(MUG, 1));
    assertThat(shop.order(id).openShipments()).hasSize(1);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(shop.order(id).waits()).isTrue();
  }

  @Test
  void aMixedCartWaitsTogetherWhereTheRulesSayNothing() {
    Playing shop = shop(false);
    shop.world.on("EAST", MUG, 1);
    OrderId id = shop.order(AnOrder.numbered("1").line(TEE, 1).line(MUG, 1));
    assertThat(shop.order(id).openShipments()).isEmpty();
    var _ = shop.promise("PO-1", TEE, 1, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 1, 0);
    assertThat(shop.order(id).state()).isEqualTo(OrderState.RESERVED);
    shop.later(Duration.ofDays(18));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void cancellingAPreOrderGivesBackWhatWasKept() {
    Playing shop = shop(false);
    OrderId id = shop.order("1", TEE, 2);
    var _ = shop.promise("PO-1", TEE, 2, "2026-12-01");
    var _ = shop.receive("PO-1", "r1", 2, 0);
    var _ = shop.world.cancelling.cancel(id, "shopper", "");
    shop.settle();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.CANCELLED);
    assertThat(shop.world.backorders.all()).isEmpty();
    assertThat(shop.world.stock.levels(java.util.List.of(Goods.TEE.sku())).getFirst().reserved())
        .isZero();
  }
}
