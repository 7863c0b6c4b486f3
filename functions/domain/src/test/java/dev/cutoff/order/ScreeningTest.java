package dev.cutoff.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.sample.Doc;
import dev.cutoff.sample.Shop;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ScreeningTest {
  private static final List<String> FINE = List.of();
  private static final Money NONE = Money.zero("USD");

  @Test
  void anOrderInOrderPasses() {
    assertThat(reason(Doc.order().line("TEE", 2).line("GIFT-SET", 1))).isEmpty();
  }

  @Test
  void whatCouldNotBeReadIsSaidToAPerson() {
    Refusal refusal = refusal(Doc.order().defects("line 2 has no quantity", "no currency"));
    assertThat(refusal.reason()).isEqualTo(Reason.UNREADABLE_ORDER);
    assertThat(refusal.message()).contains("line 2 has no quantity; no currency");
  }

  @Test
  void anotherCurrencyIsHeldAndNeverTakenForTheShopsOwn() {
    OrderLine free = priced(Money.zero("EUR"));
    assertThat(reason(Doc.order().currency("EUR").line(free))).contains(Reason.FOREIGN_CURRENCY);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 100_001, 99_999_999_999L, Long.MAX_VALUE, Long.MIN_VALUE})
  void aQuantityThatNobodyOrdersIsHeld(long quantity) {
    assertThat(reason(Doc.order().line("TEE", quantity))).contains(Reason.BAD_QUANTITY);
  }

  @Test
  void totalsThatDoNotAddUpAreHeld() {
    Money goods = Money.of(2_400, "USD");
    Totals tooLittle = new Totals(goods, NONE, NONE, NONE, NONE, Money.of(100, "USD"));
    assertThat(reason(Doc.order().totals(tooLittle))).contains(Reason.TOTALS_DO_NOT_ADD_UP);
  }

  @Test
  void linesThatDoNotMakeTheMerchandiseTotalAreHeld() {
    Money stated = Money.of(2_000, "USD");
    Totals other = new Totals(stated, NONE, NONE, NONE, NONE, stated);
    assertThat(reason(Doc.order().totals(other))).contains(Reason.TOTALS_DO_NOT_ADD_UP);
  }

  @Test
  void oneMinorUnitALineIsRoundingAndTwoAreNot() {
    Money goods = Money.of(4_800, "USD");
    Doc order = Doc.order().line("TEE", 1).line("MUG", 1);
    assertThat(reason(order.totals(totals(goods, 4_802)))).isEmpty();
    assertThat(reason(order.totals(totals(goods, 4_803)))).contains(Reason.TOTALS_DO_NOT_ADD_UP);
  }

  @Test
  void everyPartOfTheTotalCounts() {
    Totals totals =
        new Totals(
            Money.of(2_400, "USD"),
            Money.of(400, "USD"),
            Money.of(595, "USD"),
            Money.of(200, "USD"),
            Money.of(100, "USD"),
            Money.of(2_895, "USD"));
    assertThat(reason(Doc.order().totals(totals))).isEmpty();
  }

  @Test
  void amountsBeyondAnySumAreHeldAndDoNotCrashTheStep() {
    OrderLine absurd = priced(Money.of(Long.MAX_VALUE, "USD"));
    Totals totals = totals(NONE, 0);
    assertThat(reason(Doc.order().line(absurd).totals(totals)))
        .contains(Reason.TOTALS_DO_NOT_ADD_UP);
  }

  @Test
  void aLineInAnotherCurrencyThanItsOrderIsHeld() {
    Totals totals = totals(NONE, 0);
    assertThat(reason(Doc.order().line(priced(Money.of(1, "EUR"))).totals(totals)))
        .contains(Reason.TOTALS_DO_NOT_ADD_UP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "UNHEARD-OF", " ", "TEE\nMUG", "TEE\u0000", "TEE "})
  void anUnknownSkuIsHeldWithItsLine(String sku) {
    Refusal refusal = refusal(Doc.order().line("TEE", 1).line(sku, 1));
    assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_SKU);
    assertThat(refusal.facts()).containsEntry("line", "2").containsEntry("sku", sku);
  }

  @Test
  void aSkuOfAThousandCharactersIsUnknownAndNoCrash() {
    assertThat(reason(Doc.order().line("X".repeat(1_000), 1))).contains(Reason.UNKNOWN_SKU);
  }

  @Test
  void whatNobodyWeighedIsHeldBeforeACarrierIsAsked() {
    Merchant shop = Shop.with(Shop.item("TEE", null, "610910", "PT"));
    assertThat(reason(Doc.order(), shop, FINE)).contains(Reason.NO_WEIGHT);
    Merchant zero = Shop.with(Shop.item("TEE", 0L, "610910", "PT"));
    assertThat(reason(Doc.order(), zero, FINE)).contains(Reason.NO_WEIGHT);
  }

  @Test
  void theStoresOwnWeightServesWhereNobodyHereWeighedIt() {
    Merchant shop = Shop.with(Shop.item("TEE", null, "610910", "PT"));
    assertThat(reason(Doc.order().line(weighing(190)), shop, FINE)).isEmpty();
  }

  @Test
  void aKitIsWeighedByItsComponents() {
    Merchant shop = Shop.with(Shop.item("SOCKS", null, "611595", "PT"));
    Optional<Refusal> refusal = Screening.screen(gift(), shop, FINE);
    assertThat(refusal.map(Refusal::reason)).contains(Reason.NO_WEIGHT);
    assertThat(refusal.map(Refusal::facts).orElseThrow()).containsEntry("sku", "SOCKS");
  }

  @Test
  void anAddressThatLacksSomethingIsHeldAndSaysWhat() {
    Optional<Refusal> refusal =
        Screening.screen(Doc.order().build(), Shop.usual(), List.of("postcode", "city"));
    assertThat(refusal.map(Refusal::reason)).contains(Reason.ADDRESS_INCOMPLETE);
    assertThat(refusal.map(Refusal::message).orElseThrow()).contains("postcode; city");
  }

  @Test
  void aPickupNeedsNoAddressAndALocalDeliveryDoes() {
    List<String> defects = List.of("no ship-to address");
    Doc pickup =
        Doc.order().to((dev.cutoff.geo.Address) null).by("In store", ShippingMethod.Kind.PICKUP);
    Doc local = Doc.order().by("Bike", ShippingMethod.Kind.LOCAL_DELIVERY);
    assertThat(reason(pickup, Shop.usual(), defects)).isEmpty();
    assertThat(reason(local, Shop.usual(), defects)).contains(Reason.ADDRESS_INCOMPLETE);
  }

  @Test
  void aGiftCardNeedsNeitherSkuNorWeightNorAddress() {
    OrderLine card = Doc.line("1", "UNHEARD-OF-CARD", 1).notShipped();
    assertThat(reason(Doc.order().line(card), Shop.usual(), List.of("postcode"))).isEmpty();
  }

  @Test
  void whatCustomsLackIsSaidByName() {
    Merchant neither = Shop.with(Shop.item("TEE", 180L, null, null));
    assertThat(
            Screening.screen(Doc.order().to("DE").build(), neither, FINE).orElseThrow().message())
        .startsWith("TEE goes abroad and has no HS code and no country of origin.");
  }

  @Test
  void aGiftWhoseValueNobodyKnowsIsHeldWithAQuestionAndNotDeclaredAtZero() {
    Merchant shop = Shop.with(worthless("TEE"));
    Doc gift = Doc.order().line(priced(NONE)).totals(totals(NONE, 0)).to("DE");
    assertThat(reason(gift, shop, FINE)).contains(Reason.CUSTOMS_DATA_MISSING);
    assertThat(Screening.screen(gift.build(), shop, FINE).orElseThrow().message())
        .contains("what shall customs be told?");
    // Its item has a value, or it is sold: customs are told that.
    assertThat(reason(gift, Shop.usual(), FINE)).isEmpty();
    assertThat(reason(Doc.order().to("DE"), shop, FINE)).isEmpty();
    assertThat(reason(gift.to("US"), shop, FINE)).isEmpty();
  }

  @Test
  void hsCodeIsAskedForWhenTheOrderLandsAndNotWhenTheLabelFails() {
    Merchant noCode = Shop.with(Shop.item("TEE", 180L, null, "PT"));
    Merchant noOrigin = Shop.with(Shop.item("TEE", 180L, "610910", null));
    assertThat(reason(Doc.order().to("DE"), noCode, FINE)).contains(Reason.CUSTOMS_DATA_MISSING);
    assertThat(reason(Doc.order().to("DE"), noOrigin, FINE)).contains(Reason.CUSTOMS_DATA_MISSING);
    assertThat(reason(Doc.order().to("US"), noCode, FINE)).isEmpty();
  }

  @Test
  void aKitThatGoesAbroadNeedsTheCustomsDataOfEachComponent() {
    Merchant shop = Shop.with(Shop.item("SOCKS", 60L, null, "PT"));
    Doc abroad = Doc.order().line("GIFT-SET", 1).to("DE");
    assertThat(reason(abroad, shop, FINE)).contains(Reason.CUSTOMS_DATA_MISSING);
  }

  @Test
  void whatIsAlreadyShippedElsewhereIsNotAskedForItsWeightOrAddress() {
    OrderLine gone =
        new OrderLine(
            "1", "TEE", "TEE", 1, 1, Money.of(2_400, "USD"), NONE, NONE, true, null, List.of());
    Merchant shop = Shop.with(Shop.item("TEE", null, null, null));
    assertThat(reason(Doc.order().line(gone), shop, List.of("postcode"))).isEmpty();
  }

  @Test
  void theFirstBrokenRuleOfThePolicyNamesTheHold() {
    Merchant shop = Shop.with(Shop.item("TEE", null, null, null));
    Doc allWrong = Doc.order().line("TEE", 0).to("DE").defects("garbage");
    assertThat(reason(allWrong, shop, List.of("city"))).contains(Reason.BAD_QUANTITY);
    Doc unreadable = Doc.order().line("UNHEARD-OF", 1).defects("garbage");
    assertThat(reason(unreadable, shop, List.of("city"))).contains(Reason.UNREADABLE_ORDER);
    Doc quantity = Doc.order().line("TEE", 0).line("UNHEARD-OF", 1).totals(totals(NONE, 5));
    assertThat(reason(quantity, shop, List.of("city"))).contains(Reason.BAD_QUANTITY);
    Doc sku = Doc.order().line("TEE", 1).line("UNHEARD-OF", 1);
    assertThat(reason(sku, shop, List.of("city"))).contains(Reason.UNKNOWN_SKU);
    assertThat(reason(Doc.order().to("DE"), shop, List.of("city"))).contains(Reason.NO_WEIGHT);
  }

  private static OrderDocument gift() {
    return Doc.order().line("GIFT-SET", 1).build();
  }

  private static Item worthless(String sku) {
    Item item = Shop.item(sku, 180L, "610910", "PT");
    return new Item(
        item.sku(),
        item.name(),
        item.weightGrams(),
        item.size(),
        item.barcode(),
        NONE,
        item.hsCode(),
        item.originCountry(),
        item.customsDescription(),
        true,
        item.stock());
  }

  private static OrderLine priced(Money price) {
    return new OrderLine("1", "TEE", "TEE", 2, 0, price, NONE, NONE, true, null, List.of());
  }

  private static OrderLine weighing(@Nullable Long grams) {
    return new OrderLine(
        "1", "TEE", "TEE", 1, 0, Money.of(2_400, "USD"), NONE, NONE, true, grams, List.of());
  }

  private static OrderLine weighing(int grams) {
    return weighing(Long.valueOf(grams));
  }

  private static Totals totals(Money goods, long total) {
    return new Totals(goods, NONE, NONE, NONE, NONE, Money.of(total, "USD"));
  }

  private static Refusal refusal(Doc order) {
    return Screening.screen(order.build(), Shop.usual(), FINE).orElseThrow();
  }

  private static Optional<Reason> reason(Doc order) {
    return reason(order, Shop.usual(), FINE);
  }

  private static Optional<Reason> reason(Doc order, Merchant shop, List<String> addressDefects) {
    return Screening.screen(order.build(), shop, addressDefects).map(Refusal::reason);
  }
}
