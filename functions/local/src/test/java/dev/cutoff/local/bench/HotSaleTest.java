package dev.cutoff.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code bench hot-sku} shows, with fewer orders: virtual time, so the same everywhere. */
final class HotSaleTest {
  private static final int ORDERS = 12_000;

  /** Each tenth order wants two; two hundred units are missing. */
  private static final int UNITS = ORDERS + ORDERS / 10 - 200;

  private final Merchant merchant =
      ExampleShop.read(Path.of(System.getProperty("cutoff.root"))).merchant();
  private final Merchants merchants = () -> merchant;

  @Test
  void oneTransactionAnOrderServesAHundredASecond() {
    try (HotSale sale = new HotSale(merchants, 220)) {
      HotSale.Figures figures = sale.oneByOne("in turn", 200, 1);
      assertThat(figures.perSecond()).isBetween(99.0, 101.0);
      assertThat(figures.isWhole()).isTrue();
    }
  }

  @Test
  void oneRowServesNineThousandASecondAndSellsOut() {
    try (HotSale sale = new HotSale(merchants, UNITS)) {
      HotSale.Figures figures = sale.queued("one row", ORDERS, 12_000, 2, false);
      assertThat(figures.perSecond()).isGreaterThan(9_000);
      assertThat(figures.unitsEach()).isLessThan(2.1);
      assertThat(figures.isWhole()).isTrue();
      assertThat(figures.sold()).isEqualTo(UNITS);
    }
  }

  @Test
  void spreadOverRowsTenThousandASecondAreServedAndTheLastUnitIsSold() {
    try (HotSale sale = new HotSale(merchants, UNITS)) {
      HotSale.Figures figures = sale.queued("spread", ORDERS, 24_000, 2, true);
      assertThat(figures.perSecond()).isGreaterThan(10_000);
      assertThat(figures.unitsEach()).isLessThan(2.1);
      assertThat(figures.isWhole()).isTrue();
      assertThat(figures.sold()).isEqualTo(UNITS);
    }
  }
}
