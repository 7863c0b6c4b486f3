package dev.cutoff.adapter.merchant;

import static dev.cutoff.adapter.merchant.SlipOfThePen.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.customs.CustomsRules;
import dev.cutoff.customs.Incoterm;
import dev.cutoff.customs.TaxId;
import dev.cutoff.merchant.AddressChecks;
import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.merchant.Goods.Hazard;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules.Strategy;
import dev.cutoff.merchant.PromiseRules;
import dev.cutoff.merchant.TrackingRules;
import dev.cutoff.money.Money;
import dev.cutoff.order.StoreId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the file may say of hours, limits, terms, goods and plans. */
final class PlanFieldsTest {
  private static final String EAST = "\"handlingCost\": \"2.10\",";
  private static final String TEE = "\"weightGrams\": 240,";
  private static final String SWIFT = "\"id\": \"swift\",";
  private static final String GROUND = "\"id\": \"ground\",";
  private static final String RULES = "\"deliverWithinDays\": 5,";
  private static final String REMORSE = "\"remorse\": \"PT30S\"";

  @Test
  void whatIsWrittenIsRead() {
    assertThat(
            read(EAST, "\"hours\": {\"holidays\": \"US-nj\", \"processing\": \"PT2H\"},")
                .node(new NodeId("EAST"))
                .hours())
        .satisfies(hours -> {
          assertThat(hours.holidays()).isEqualTo("US-nj");
          assertThat(hours.processing()).isEqualTo(Duration.ofHours(2));
        });
    assertThat(
            read(TEE, "\"goods\": {\"hazard\": \"aerosol\", \"upright\": true},")
                .item(new Sku("TEE-BLK-M"))
                .orElseThrow()
                .goods())
        .matches(goods -> goods.hazard() == Hazard.AEROSOL && goods.upright() && !goods.cold());
    assertThat(read(SWIFT, "\"limits\": {\"notTo\": [\"US-AK\"]},").carriers().get("swift"))
        .matches(swift -> swift != null && swift.limits().notTo().contains("US-AK"));
    assertThat(read(RULES, "\"plan\": {\"strategy\": \"greenest\"},").rules().plan().strategy())
        .isEqualTo(Strategy.GREENEST);
    assertThat(read(RULES, "\"postage\": {\"balanceHours\": 48},").rules().postage().balanceLasts())
        .isEqualTo(Duration.ofDays(2));
    assertThat(read(RULES, "\"postage\": {},").rules().postage().balanceLasts())
        .isEqualTo(Duration.ofDays(1));
    assertThat(read(RULES, "\"postage\": {\"voidUnused\": true},").rules().postage().voidUnused())
        .isTrue();
    assertThat(read(RULES, "\"postage\": {},").rules().postage().voidUnused()).isFalse();
    assertThat(
            read(SWIFT, "\"tracking\": {\"polls\": false, \"claimDays\": 15},")
                .carriers()
                .get("swift"))
        .matches(swift -> swift != null && swift.tracking().equals(new CarrierTracking(false, 15)));
    assertThat(read(RULES, "\"tracking\": {\"silentFor\": \"P3D\"},").rules().tracking())
        .isEqualTo(
            new TrackingRules(
                Duration.ofDays(3),
                TrackingRules.PLAIN.silentAbroadFor(),
                TrackingRules.PLAIN.pollFor()));
    assertThat(read(RULES, "").rules().tracking()).isEqualTo(TrackingRules.PLAIN);
    assertThat(
            read(REMORSE, "\"remorse\": \"PT0S\"", "")
                .store(new StoreId("acme"))
                .orElseThrow()
                .remorse())
        .isEqualTo(Duration.ZERO);
    assertThat(
            read(GROUND, "\"terms\": {\"transit\": {\"2\": {\"1\": 990, \"2\": 10}}},")
                .carriers()
                .values()
                .stream()
                .flatMap(carrier -> carrier.services().stream())
                .map(service -> service.terms().transit()))
        .contains(Map.of("2", new java.util.TreeMap<>(Map.of(1, 990, 2, 10))));
  }

  @Test
  void whereASecondDelayNeedsConsentIsReadAndNowhereIsAnAnswerToo() {
    assertThat(read(RULES, "").rules().promise())
        .isEqualTo(new PromiseRules(Set.of("US"), Duration.ofDays(2)));
    assertThat(read(RULES, "\"promise\": {\"consentIn\": []},").rules().promise().consentIn())
        .isEmpty();
    assertThat(
            read(
                    RULES,
                    "\"promise\": {\"consentIn\": [\"US\", \"CA\"], \"consentWithin\": \"P7D\"},")
                .rules()
                .promise())
        .isEqualTo(new PromiseRules(Set.of("US", "CA"), Duration.ofDays(7)));
    wrong(RULES, "\"promise\": {\"consentIn\": [\"USA\"]},", "rules.promise.consentIn[0]", "US");
    wrong(
        RULES,
        "\"promise\": {\"consentWithin\": \"P0D\"},",
        "rules.promise.consentWithin",
        "time span");
  }

  @Test
  void whatMakesNoSenseOfTrackingIsTold() {
    wrong(
        RULES, "\"tracking\": {\"silentFor\": \"P0D\"},", "rules.tracking.silentFor", "time span");
    wrong(
        SWIFT, "\"tracking\": {\"claimDays\": 0},", "carriers[0].tracking.claimDays", "Days after");
    wrong(SWIFT, "\"tracking\": {\"polls\": \"yes\"},", "carriers[0].tracking.polls", "true");
    wrong(
        SWIFT, "\"tracking\": {\"polls\": true},", "carriers[0].tracking.polls", "can't be asked");
  }

  @Test
  void aCutoffOfAnUnknownCarrierIsTold() {
    wrong(
        EAST,
        "\"hours\": {\"byCarrier\": {\"swallow\": {\"MON\": \"15:00\"}}},",
        "nodes[0].hours.byCarrier.swallow",
        "not among the carriers");
  }

  @Test
  void aChangeThatEndsBeforeItBeginsIsTold() {
    wrong(
        EAST,
        "\"hours\": {\"changes\": [{\"from\": \"2026-12-02\", \"until\": \"2026-12-01\","
            + " \"cutoffs\": {}}]},",
        "nodes[0].hours.changes[0].until",
        "before from");
  }

  @Test
  void aCalendarOfHolidaysThatNobodyKnowsIsToldBeforeTheFileIsUsed() {
    wrong(
        EAST,
        "\"hours\": {\"holidays\": \"US-xx\"},",
        "nodes[0].hours.holidays",
        "no calendar of public holidays: there are US, ");
    wrong(
        SWIFT,
        "\"limits\": {\"holidays\": \"XX\"},",
        "carriers[0].limits.holidays",
        "begin with a country");
  }

  @Test
  void aRegionOfNoCountryIsTold() {
    wrong(TEE, "\"goods\": {\"bannedIn\": [\"Utah\"]},", "items[0].goods.bannedIn[0]", "US-AK");
    wrong(TEE, "\"goods\": {\"bannedIn\": [\"XX-UT\"]},", "items[0].goods.bannedIn[0]", "US-AK");
  }

  @Test
  void aUnNumberWithoutItsLettersIsTold() {
    wrong(TEE, "\"goods\": {\"unNumber\": \"3481\"},", "items[0].goods.unNumber", "UN3481");
  }

  @Test
  void transitThatDoesNotComeToAThousandIsTold() {
    wrong(
        GROUND,
        "\"terms\": {\"transit\": {\"2\": {\"1\": 900, \"2\": 10}}},",
        "carriers[0].services[0].terms.transit.2",
        "comes to 910");
  }

  @Test
  void transitOfAZoneThatIsNoneIsTold() {
    wrong(
        GROUND,
        "\"terms\": {\"transit\": {\"77\": {\"1\": 1000}}},",
        "carriers[0].services[0].terms.transit.77",
        "not a zone");
  }

  @Test
  void dutiesAndTaxIdsOfADestinationAreRead() {
    assertThat(
            read(
                    RULES,
                    customs(
                        "\"DE\", \"FR\"",
                        "ddp",
                        "{\"kind\": \"ioss\", \"number\": \"IM2760000000\", \"upTo\": \"160.00\"}"))
                .rules()
                .customs()
                .destinations())
        .singleElement()
        .returns(Incoterm.DDP, CustomsRules.Destination::incoterm)
        .returns(
            List.of(new TaxId(TaxId.Kind.IOSS, "IM2760000000", Money.of(16_000, "USD"))),
            CustomsRules.Destination::taxIds);
  }

  @Test
  void anIncotermOfBefore2010IsTold() {
    wrong(RULES, customs("\"DE\"", "ddu", ""), "rules.customs[0].incoterm", "was DDU is dap");
  }

  @Test
  void aTaxIdThatDoesNotHoldThereIsTold() {
    wrong(
        RULES,
        customs(
            "\"DE\", \"NO\"",
            "ddp",
            "{\"kind\": \"ioss\", \"number\": \"IM2760000000\", \"upTo\": \"160.00\"}"),
        "rules.customs[0].taxIds[0].kind",
        "does not hold in NO");
    wrong(
        RULES,
        customs("\"DE\"", "ddp", "{\"kind\": \"ioss\", \"number\": \"IM2760000000\"}"),
        "rules.customs[0].taxIds[0]",
        "needs upTo");
    wrong(
        RULES,
        customs("\"DE\"", "ddp", "{\"kind\": \"eori\", \"number\": \"123\"}"),
        "rules.customs[0].taxIds[0].number",
        "like DE0000000000000");
  }

  @Test
  void aPlaceUnderTwoRulesOfCustomsIsTold() {
    String two =
        "\"customs\": [{\"to\": [\"DE\"], \"incoterm\": \"dap\"},"
            + " {\"to\": [\"DE\"], \"incoterm\": \"ddp\"}],";
    wrong(RULES, two, "rules.customs[1].to", "DE is in two rules");
  }

  private static String customs(String to, String incoterm, String taxId) {
    return "\"customs\": [{\"to\": [%s], \"incoterm\": \"%s\", \"taxIds\": [%s]}],"
        .formatted(to, incoterm, taxId);
  }

  @Test
  void aRemorseLongerThanADayIsTold() {
    expect(REMORSE, "\"remorse\": \"PT25H\"", "stores[0].remorse", "PT24H");
  }

  @Test
  void aStoreThatWantsAddressesVerifiedSaysHowLongAndWhere() {
    assertThat(checks("{}")).isEqualTo(new AddressChecks(AddressChecks.USUAL_WITHIN, Set.of()));
    assertThat(checks("{\"within\": \"PT1.5S\", \"countries\": [\"US\", \"CA\"]}"))
        .isEqualTo(new AddressChecks(Duration.ofMillis(1_500), Set.of("US", "CA")));
    assertThat(read(REMORSE, "", REMORSE).store(new StoreId("acme")).orElseThrow().addressChecks())
        .isNull();
    expect(
        REMORSE,
        "\"addressChecks\": {\"within\": \"PT21S\"}",
        "stores[0].addressChecks.within",
        "at most PT20S");
    expect(
        REMORSE,
        "\"addressChecks\": {\"carrier\": \"usps\"}",
        "stores[0].addressChecks.carrier",
        "known are within, countries");
  }

  private static @Nullable AddressChecks checks(String written) {
    return read(REMORSE, "\"addressChecks\": " + written, "")
        .store(new StoreId("acme"))
        .orElseThrow()
        .addressChecks();
  }

  private static Merchant read(String before, String added) {
    return read(before, added, " " + before);
  }

  private static Merchant read(String before, String added, String kept) {
    return switch (SlipOfThePen.check(ExampleShop.with(before, added + kept))) {
      case MerchantFile.Read(Merchant merchant) -> merchant;
      case MerchantFile.Wrong(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static void wrong(String before, String added, String field, String message) {
    expect(before, added + " " + before, field, message);
  }
}
