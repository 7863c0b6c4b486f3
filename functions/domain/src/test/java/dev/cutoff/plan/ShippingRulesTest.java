package dev.cutoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Goods;
import dev.cutoff.merchant.Goods.Hazard;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.ItemStock;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.stock.Sku;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShippingRulesTest {
  private static final Address NEWARK =
      Address.of("Acme", null, "1 Dock Road", null, "Newark", "NJ", "07102", "US", null);
  private static final ServiceTerms AIR =
      new ServiceTerms(Map.of(), null, null, null, Set.of(), false, false, false, false);
  private static final ServiceTerms ROAD =
      new ServiceTerms(
          Map.of(),
          null,
          Money.of(500, "USD"),
          null,
          Set.of(Hazard.LITHIUM_IN_EQUIPMENT),
          true,
          true,
          true,
          true);

  @Test
  void harmlessGoodsGoWithAnyService() {
    assertThat(refuses(AIR, CarrierLimits.NONE, goods(null, null), home("CA"))).isEmpty();
  }

  @Test
  void dangerousGoodsGoOnlyWhereTheirClassIsAccepted() {
    Goods phone = goods(Hazard.LITHIUM_IN_EQUIPMENT, "UN3481");
    assertThat(refuses(AIR, CarrierLimits.NONE, phone, home("CA")))
        .isEqualTo("X is dangerous goods that this service does not accept");
    assertThat(refuses(ROAD, CarrierLimits.NONE, phone, home("CA"))).isEmpty();
    assertThat(refuses(ROAD, CarrierLimits.NONE, goods(Hazard.AEROSOL, "UN1950"), home("CA")))
        .contains("does not accept");
  }

  @Test
  void aFlaggedItemWithoutItsNumberGoesWithNobodyAndSaysWhatToFillIn() {
    assertThat(
            refuses(ROAD, CarrierLimits.NONE, goods(Hazard.LITHIUM_IN_EQUIPMENT, null), home("CA")))
        .contains("has no UN number: add unNumber");
  }

  @Test
  void whatMustNotFlyOrGetWarmOrGoToChildrenNeedsAServiceForIt() {
    Goods wine =
        new Goods(
            Set.of(), false, false, false, null, null, false, false, false, true, Set.of("US-UT"));
    assertThat(refuses(AIR, CarrierLimits.NONE, wine, home("CA"))).contains("adults only");
    assertThat(refuses(ROAD, CarrierLimits.NONE, wine, home("CA"))).isEmpty();
    assertThat(refuses(ROAD, CarrierLimits.NONE, wine, home("UT")))
        .isEqualTo("X must not go to US-UT");
    Goods fish =
        new Goods(Set.of(), false, false, false, null, null, false, true, true, false, Set.of());
    assertThat(refuses(AIR, CarrierLimits.NONE, fish, home("CA"))).contains("must not fly");
    assertThat(refuses(ROAD, CarrierLimits.NONE, fish, home("CA"))).isEmpty();
  }

  @Test
  void goodsOverTheLimitGoOnlyWithServicesThatTakeASignature() {
    Carrier unsigned = carrier(AIR, CarrierLimits.NONE);
    Carrier signed = carrier(ROAD, CarrierLimits.NONE);
    assertThat(refuses(unsigned, worth(25_000, limits(24_999L, null))))
        .isEqualTo("takes no signature, and USD 250.00 wants one");
    assertThat(refuses(unsigned, worth(25_000, limits(25_000L, null)))).isEmpty();
    // An adult's signature is one, too.
    assertThat(refuses(signed, worth(25_000, limits(24_999L, null)))).isEmpty();
  }

  @Test
  void goodsOverTheLimitGoOnlyWithServicesThatInsureThem() {
    Carrier uninsured = carrier(ROAD, CarrierLimits.NONE);
    assertThat(refuses(uninsured, worth(10_001, limits(null, 10_000L))))
        .isEqualTo("insures nothing, and USD 100.01 is to be insured");
    assertThat(refuses(uninsured, worth(10_000, limits(null, 10_000L)))).isEmpty();
  }

  @Test
  void whatLacksItsHsCodeCrossesNoBorderAndStaysFreeToGoAtHome() {
    Address berlin = Address.of("A", null, "1 Road", null, "Berlin", "", "10115", "DE", null);
    assertThat(refuses(ROAD, CarrierLimits.NONE, goods(null, null), berlin))
        .isEqualTo("X goes abroad from US and has no HS code and no country of origin");
    assertThat(refuses(ROAD, CarrierLimits.NONE, goods(null, null), home("CA"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PO Box 12",
        "P.O. Box 7",
        "p o box 7",
        "Post Office Box 1",
        "Postfach 10 01",
        "Packstation 145"
      })
  void postOfficeBoxesAreKnownHoweverTheyAreWritten(String street) {
    Address box = Address.of("A", null, street, null, "Reno", "NV", "89506", "US", null);
    assertThat(refuses(AIR, CarrierLimits.NONE, goods(null, null), box))
        .isEqualTo("does not deliver to post office boxes");
    assertThat(refuses(ROAD, CarrierLimits.NONE, goods(null, null), box)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"12 Boxwood Lane", "4 Posture Street", "1 Poboxer Road", "77 Placeholder Road"})
  void streetsThatOnlySoundLikeThemAreNone(String street) {
    assertThat(
            ShippingRules.isPostBox(
                Address.of("A", null, street, null, "Reno", "NV", "89506", "US", null)))
        .isFalse();
  }

  @Test
  void theArmedForcesAreServedByWhoSaysSo() {
    Address apo = Address.of("A", null, "Unit 1", null, "APO", "AE", "09012", "US", null);
    assertThat(refuses(AIR, CarrierLimits.NONE, goods(null, null), apo)).contains("APO");
    assertThat(refuses(ROAD, CarrierLimits.NONE, goods(null, null), apo)).isEmpty();
  }

  @Test
  void aCarrierIsUsedWithinItsLimitsOnly() {
    CarrierLimits limits =
        new CarrierLimits(
            null,
            Set.of(),
            Set.of("US-AK"),
            Set.of("US"),
            100,
            2_000L,
            Set.of("wine"),
            Set.of(),
            null,
            null);
    assertThat(refuses(ROAD, limits, goods(null, null), home("AK")))
        .isEqualTo("is not used for US-AK");
    assertThat(refuses(ROAD, limits, goods(null, null), home("CA"))).isEmpty();
    assertThat(
            ShippingRules.refuses(
                carrier(ROAD, limits),
                carrier(ROAD, limits).services().getFirst(),
                NEWARK,
                home("CA"),
                what(goods(null, null)),
                2_001))
        .contains("is not used above 2000 g");
    Goods tagged =
        new Goods(
            Set.of("wine"), false, false, false, null, null, false, false, false, false, Set.of());
    assertThat(refuses(ROAD, limits, tagged, home("CA"))).contains("by its tags");
  }

  private static String refuses(ServiceTerms terms, CarrierLimits limits, Goods goods, Address to) {
    Carrier carrier = carrier(terms, limits);
    return ShippingRules.refuses(
            carrier, carrier.services().getFirst(), NEWARK, to, what(goods), 500)
        .orElse("");
  }

  private static String refuses(Carrier carrier, Consignment what) {
    return ShippingRules.refuses(
            carrier, carrier.services().getFirst(), NEWARK, home("CA"), what, 500)
        .orElse("");
  }

  private static Consignment worth(long cents, PlanRules rules) {
    return Consignment.of(what(goods(null, null)).items(), Money.of(cents, "USD"), rules);
  }

  private static PlanRules limits(@Nullable Long signatureOver, @Nullable Long insureOver) {
    return Limits.of(signatureOver, insureOver);
  }

  private static Carrier carrier(ServiceTerms terms, CarrierLimits limits) {
    Service service =
        new Service("s", "S", Set.of("US"), 5_000, 20_000, 1_500, 0.95, List.of(), terms);
    Set<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    return new Carrier("c", "C", "ratecard", "secret", days, days, List.of(service), limits);
  }

  private static Consignment what(Goods goods) {
    Item item =
        new Item(
            new Sku("X"),
            "X",
            500L,
            new Size(10, 10, 10),
            "",
            Money.of(1_000, "USD"),
            null,
            null,
            "X",
            true,
            ItemStock.PLAIN,
            goods);
    return Consignment.of(List.of(item), Money.of(1_000, "USD"), PlanRules.PLAIN);
  }

  private static Goods goods(@Nullable Hazard hazard, @Nullable String unNumber) {
    return new Goods(
        Set.of(), false, false, false, hazard, unNumber, false, false, false, false, Set.of());
  }

  private static Address home(String region) {
    return Address.of("A", null, "1 Main Street", null, "Town", region, "90021", "US", null);
  }
}
