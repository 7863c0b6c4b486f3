package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import dev.cutoff.stock.Sku;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ExtrasWantedTest {
  private static final PlanRules RULES = Limits.of(20_000L, 10_000L);

  @Test
  void whatIsWorthTheLimitItselfWantsNothing() {
    assertThat(wanted(10_000, RULES)).isEqualTo(ExtrasWanted.NONE);
    assertThat(wanted(10_001, RULES)).isEqualTo(new ExtrasWanted(Signature.NONE, true));
    assertThat(wanted(20_001, RULES)).isEqualTo(new ExtrasWanted(Signature.ANYBODY, true));
  }

  @Test
  void withoutLimitsNothingIsWantedHoweverDearTheGoods() {
    assertThat(wanted(Long.MAX_VALUE, PlanRules.PLAIN)).isEqualTo(ExtrasWanted.NONE);
  }

  @Test
  void goodsForAdultsWantAnAdultWhateverTheyAreWorth() {
    assertThat(ExtrasWanted.of(List.of(item(false), item(true)), usd(1), PlanRules.PLAIN))
        .isEqualTo(new ExtrasWanted(Signature.ADULT, false));
  }

  @Test
  void theLimitIsOfTheShipmentAndEachParcelIsInsuredForWhatIsInIt() {
    ExtrasWanted wanted = wanted(30_000, RULES);
    assertThat(wanted.of(usd(9_000))).isEqualTo(new ParcelExtras(Signature.ANYBODY, usd(9_000)));
    assertThat(wanted.of(usd(0))).isEqualTo(new ParcelExtras(Signature.ANYBODY, null));
  }

  private static ExtrasWanted wanted(long cents, PlanRules rules) {
    return ExtrasWanted.of(List.of(item(false)), usd(cents), rules);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private static Item item(boolean adults) {
    return new Item(
        new Sku("X"),
        "X",
        500L,
        new Size(10, 10, 10),
        "",
        usd(1_000),
        null,
        null,
        "X",
        true,
        ItemStock.PLAIN,
        new Goods(
            Set.of(), false, false, false, null, null, false, false, false, adults, Set.of()));
  }
}
