package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.customs.CustomsRules;
import dev.cutoff.customs.Declaration;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import dev.cutoff.exception.Reason;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.OrderState;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Goods;
import dev.cutoff.testkit.Places;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** An order to Germany: what customs want is there before anything is bought. */
final class AbroadTest {
  private static final String TEE = "TEE-BLK-M";
  private static final Address BERLIN =
      Address.of("Kim Example", null, "1 Platz", null, "Berlin", "", "10115", "DE", "+4930000000");
  private static final TaxId IOSS =
      new TaxId(TaxId.Kind.IOSS, "IM2760000000", Money.of(16_000, "USD"));

  private final Playing shop = Playing.backordering(false);

  @Test
  void hsCodeWasOptionalUntilTheEuLabelFailed() {
    open(without(Goods.TEE));
    OrderId id = shop.order(order(2_400, 0));

    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(Objects.requireNonNull(shop.order(id).hold()).refusal())
        .satisfies(why -> {
          assertThat(why.reason()).isEqualTo(Reason.CUSTOMS_DATA_MISSING);
          assertThat(why.message()).contains("has no HS code");
        });
    assertThat(shop.world.carriers.asked()).isEmpty();
  }

  @Test
  void theLabelIsAskedForWithWhatCustomsAreToldAndUnderTheShopsTaxId() {
    open(Goods.TEE);
    OrderId id = shop.order(order(2_400, 400));

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(declared())
        .isEqualTo(
            new Declaration(
                Incoterm.DDP,
                List.of(IOSS),
                List.of(
                    new Declaration.Item(
                        Goods.TEE.sku(),
                        "goods",
                        2,
                        Money.of(4_400, "USD"),
                        360,
                        "610910",
                        "PT"))));
  }

  @Test
  void aFreeGiftIsDeclaredAtItsValueAndNotAtZero() {
    open(Goods.TEE);
    shop.order(order(2_400, 4_800));

    assertThat(declared().items())
        .extracting(Declaration.Item::value)
        .containsExactly(Money.of(4_800, "USD"));
  }

  private Declaration declared() {
    return Objects.requireNonNull(
        shop.world.carriers.sold().getFirst().request().customs(), "nothing was declared");
  }

  private static AnOrder order(long each, long discount) {
    Money none = Money.zero("USD");
    return AnOrder.numbered("1")
        .shipTo(BERLIN)
        .line(
            new OrderLine(
                "1",
                TEE,
                "Tee",
                2,
                0,
                Money.of(each, "USD"),
                Money.of(discount, "USD"),
                none,
                true,
                null,
                List.of()));
  }

  private void open(Item tee) {
    Merchant merchant =
        AMerchant.standard()
            .item(tee)
            .carrier(abroad(Places.carrier("swift", "Swift", 800)))
            .rules(rules())
            .build();
    shop.shop(merchant);
    shop.world.on("EAST", TEE, 10);
  }

  private static Rules rules() {
    Rules usual = Playing.with(StockRules.PLAIN);
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        usual.stock(),
        PlanRules.PLAIN,
        new CustomsRules(
            List.of(new CustomsRules.Destination(Set.of("DE"), Incoterm.DDP, List.of(IOSS)))));
  }

  private static Item without(Item item) {
    return new Item(
        item.sku(),
        item.name(),
        item.weightGrams(),
        item.size(),
        item.barcode(),
        item.value(),
        null,
        item.originCountry(),
        item.customsDescription(),
        true,
        item.stock());
  }

  private static Carrier abroad(Carrier carrier) {
    Carrier.Zone zone =
        new Carrier.Zone(
            "EU", 0, Set.of("DE"), 2, new TreeMap<>(Map.of(20_000L, Money.of(800, "USD"))));
    return new Carrier(
        carrier.id(),
        carrier.name(),
        carrier.provider(),
        carrier.secretName(),
        carrier.pickupDays(),
        carrier.deliveryDays(),
        List.of(
            new Service(
                "ground",
                "Swift Ground",
                Set.of("US", "DE"),
                5_000,
                20_000,
                1_500,
                0.97,
                List.of(
                    new Carrier.RateCard(
                        LocalDate.parse("2026-01-01"), null, List.of(zone), List.of())))));
  }
}
