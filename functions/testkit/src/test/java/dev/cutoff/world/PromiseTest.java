package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.Store;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.order.StoreId;
import dev.cutoff.order.TimelineEntry;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.application.Plan;
import dev.cutoff.plan.application.PromiseAnswer;
import dev.cutoff.plan.application.PromiseQuestion;
import dev.cutoff.stock.Sku;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a customer is promised before buying, and what becomes of it when they buy. */
final class PromiseTest {
  private static final String TEE = "TEE-BLK-M";
  private static final String MUG = "MUG-WHT";
  private static final LocalDate RULE = LocalDate.parse("2026-11-27");

  private final Playing shop = Playing.backordering(false);

  PromiseTest() {
    shop.world.on("EAST", TEE, 5);
    shop.world.on("EAST", MUG, 5);
    shop.world.on("WEST", TEE, 5);
  }

  @Test
  void theAnswerIsThePlanThatTheOrderGetsThen() {
    PromiseAnswer.Promised promised = promised(question(Map.of(TEE, 2L)));

    assertThat(promised.promise().deliverBy()).isEqualTo(RULE);
    assertThat(promised.promise().zone()).hasToString("America/Los_Angeles");
    assertThat(promised.missed()).isEmpty();
    assertThat(promised.plan().legs()).extracting(Plan.Leg::node).hasToString("[WEST]");
    assertThat(promised.plan().cost().amount()).isPositive();
    assertThat(promised.orderBefore()).isAfter(shop.world.clock.instant());
    assertThat(promised.expiresAt()).isBeforeOrEqualTo(promised.orderBefore());
    assertThat(shop.world.stock.levels(List.of(new Sku(TEE))))
        .allSatisfy(level -> assertThat(level.reserved()).isZero());
  }

  @Test
  void anOrderThatCarriesItsQuoteIsPromisedThatDayWhateverTheRuleSaysMeanwhile() {
    String quote = promised(question(Map.of(TEE, 2L))).quote();
    shop.world.clock.advance(Duration.ofHours(1));
    slowRule(9);

    OrderId id = order(Map.of(TEE, 2L), quote);

    Promise promise = promise(id);
    assertThat(promise.deliverBy()).isEqualTo(RULE);
    assertThat(promise.basis()).isEqualTo("quote of 2026-11-23 09:05: by 2026-11-27");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(planned(id)).contains("quote of 2026-11-23 09:05");
  }

  @Test
  void theUnitsMayBeSpreadOverLinesOtherwise() {
    String quote = promised(question(Map.of(TEE, 2L))).quote();

    OrderId id =
        shop.order(
            AnOrder.numbered("1")
                .line(TEE, 1)
                .line(TEE, 1)
                .attribute("Cutoff_Quote ", " " + quote + "\n"));

    assertThat(promise(id).basis()).startsWith("quote of ");
  }

  @Test
  void aForgedQuoteIsToldAndTheOrderGoesOnWithTheRule() {
    OrderId id = order(Map.of(TEE, 2L), "q1.Zm9yZ2Vk.c2lnbmVk");

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(promise(id).deliverBy()).isEqualTo(RULE);
    assertThat(promise(id).basis()).contains("was not made for this store, or was changed since");
    assertThat(planned(id)).contains("does not count, because it was not made for this store");
  }

  @Test
  void anExpiredQuoteIsToldAndTheOrderGoesOnWithTheRule() {
    PromiseAnswer.Promised promised = promised(question(Map.of(TEE, 2L)));
    AnOrder late =
        AnOrder.numbered("1")
            .line(TEE, 2)
            .attribute("cutoff_quote", promised.quote())
            .placedAt(promised.expiresAt().plusSeconds(1));

    OrderId id = shop.order(late);

    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(promise(id).basis())
        .contains("because it ended at " + promised.expiresAt() + " and the order was placed at ");
  }

  @Test
  void anOrderPlacedInTheLastMomentOfItsQuoteKeepsItThoughItArrivesLater() {
    PromiseAnswer.Promised promised = promised(question(Map.of(TEE, 2L)));
    shop.world.clock.advance(Duration.ofHours(3));

    OrderId id =
        shop.order(
            AnOrder.numbered("1")
                .line(TEE, 2)
                .attribute("cutoff_quote", promised.quote())
                .placedAt(promised.expiresAt()));

    assertThat(promise(id).basis()).startsWith("quote of ");
  }

  @Test
  void aQuoteForOtherGoodsAnotherPlaceOrAnotherStoreDoesNotCount() {
    String fewer = promised(question(Map.of(TEE, 1L))).quote();
    assertThat(promise(order("1", Map.of(TEE, 2L), fewer)).basis())
        .endsWith("because it is for other goods or quantities");

    String elsewhere = promised(question("acme", Map.of(TEE, 2L), "NJ", "07102", "")).quote();
    assertThat(promise(order("2", Map.of(TEE, 2L), elsewhere)).basis())
        .endsWith("because it is for another postcode or country");

    String otherStore = promised(question("bolt", Map.of(TEE, 2L), "CA", "90012", "")).quote();
    assertThat(promise(order("3", Map.of(TEE, 2L), otherStore)).basis())
        .endsWith("because it is of another store");
  }

  @Test
  void anEditToOtherGoodsGoesBackToTheRule() {
    String quote = promised(question(Map.of(TEE, 2L))).quote();
    shop.world.clock.advance(Duration.ofMinutes(1));
    AnOrder order = AnOrder.numbered("1").line(TEE, 2).attribute("cutoff_quote", quote);
    var _ = shop.world.receive(order);
    var _ = shop.world.ingesting.ingest(order.id());

    OrderId id =
        shop.order(
            AnOrder.numbered("1")
                .line(TEE, 3)
                .attribute("cutoff_quote", quote)
                .updatedAt(shop.world.clock.instant()));

    assertThat(promise(id).basis()).endsWith("because it is for other goods or quantities");
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
  }

  @Test
  void tooFewUnitsAreAReasonAndTheDayOnWhichThereAreEnough() {
    shop.promise("PO-1", MUG, 3, "2026-12-01");
    shop.promise("PO-2", MUG, 10, "2026-12-08");

    PromiseAnswer.Unavailable not = unavailable(question(Map.of(MUG, 9L)));

    assertThat(not.reason()).isEqualTo("OUT_OF_STOCK");
    assertThat(not.expectedOn()).contains(LocalDate.parse("2026-12-08"));
    assertThat(unavailable(question(Map.of(MUG, 900L))).expectedOn()).isEmpty();
  }

  @Test
  void whatFitsNoBoxOrNobodyWeighedOrNeedsNoParcelIsAReason() {
    shop.world.on("EAST", "KAYAK", 1);
    assertThat(unavailable(question(Map.of("KAYAK", 1L))).reason()).isEqualTo("FITS_NO_BOX");
    assertThat(unavailable(question(Map.of("UNWEIGHED", 1L))).reason()).isEqualTo("NO_WEIGHT");
    assertThat(unavailable(question(Map.of("GIFT-CARD", 1L))).reason())
        .isEqualTo("NOTHING_TO_SHIP");
  }

  @Test
  void unitsThatLieAtMorePlacesThanAnOrderIsSentFromAreAReason() {
    shop.world.on("CENTRAL", "SOCKS-GRY", 1);
    PlanRules usual = PlanRules.PLAIN;
    Rules rules = shop.world.merchants.current().rules();
    shop.shop(
        AMerchant.standard()
            .rules(
                new Rules(
                    rules.deliverWithinDays(),
                    rules.deliverAbroadWithinDays(),
                    rules.unpaidHold(),
                    rules.rateDeadline(),
                    rules.owners(),
                    rules.exceptionDue(),
                    rules.stock(),
                    new PlanRules(
                        usual.strategy(),
                        usual.leastChancePercent(),
                        null,
                        1,
                        null,
                        usual.whenLate(),
                        null,
                        null,
                        usual.provisionalPercent(),
                        usual.oldQuotePercent(),
                        usual.warnBefore())))
            .build());

    assertThat(unavailable(question(Map.of(MUG, 1L, "SOCKS-GRY", 1L))).reason())
        .isEqualTo("TOO_MANY_NODES");
  }

  @Test
  void anAddressOutsideEveryZoneIsAReason() {
    PromiseAnswer.Unavailable not =
        unavailable(
            new PromiseQuestion(
                new StoreId("acme"), Map.of(new Sku(TEE), 1L), "NZ", "", "6011", ""));

    assertThat(not.reason()).isEqualTo("NO_RATES");
    assertThat(not.facts().get("carriers")).contains("swift", "parcelway");
  }

  @Test
  void unknownStoresSkusAndMethodsAreNamed() {
    assertThat(ask(question("nobody", Map.of(TEE, 1L), "CA", "90012", "")))
        .isInstanceOfSatisfying(
            PromiseAnswer.Unknown.class, it -> assertThat(it.what()).isEqualTo("store"));
    assertThat(ask(question(Map.of("NOWHERE", 1L))))
        .isInstanceOfSatisfying(
            PromiseAnswer.Unknown.class, it -> assertThat(it.message()).contains("NOWHERE"));
    assertThat(ask(question("acme", Map.of(TEE, 1L), "CA", "90012", "by balloon")))
        .isInstanceOfSatisfying(
            PromiseAnswer.Wrong.class, it -> assertThat(it.message()).contains("standard"));
  }

  @Test
  void aDayThatCantBeKeptIsSaidAndTheFirstThatCanIsPromisedAndKept() {
    slowRule(0);

    PromiseAnswer.Promised promised =
        promised(question("acme", Map.of(MUG, 1L), "CA", "90012", ""));

    assertThat(promised.missed()).contains(LocalDate.parse("2026-11-23"));
    assertThat(promised.promise().deliverBy()).isAfter(LocalDate.parse("2026-11-23"));
    assertThat(promised.promise().confidence()).isGreaterThan(0.9);
    OrderId id = order(Map.of(MUG, 1L), promised.quote());
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(promise(id).deliverBy()).isEqualTo(promised.promise().deliverBy());
  }

  /** The rule and the method change, so that a quote shows. */
  private void slowRule(int days) {
    Rules usual = shop.world.merchants.current().rules();
    Store acme = AMerchant.shop().store(new StoreId("acme")).orElseThrow();
    shop.shop(
        AMerchant.standard()
            .rules(
                new Rules(
                    days,
                    days,
                    usual.unpaidHold(),
                    usual.rateDeadline(),
                    usual.owners(),
                    usual.exceptionDue(),
                    usual.stock()))
            .store(
                new Store(
                    acme.id(),
                    acme.channel(),
                    acme.name(),
                    acme.orderPrefix(),
                    acme.webhookSecretName(),
                    acme.apiUrl(),
                    acme.apiSecretName(),
                    acme.locations(),
                    List.of(new Store.Method("standard", ShippingMethod.Kind.PARCEL, days)),
                    acme.notices(),
                    acme.stock()))
            .build());
  }

  private OrderId order(Map<String, Long> units, String quote) {
    return order("1", units, quote);
  }

  private OrderId order(String number, Map<String, Long> units, String quote) {
    AnOrder order = AnOrder.numbered(number).attribute("cutoff_quote", quote);
    units.forEach(order::line);
    return shop.order(order);
  }

  private Promise promise(OrderId id) {
    return Objects.requireNonNull(shop.order(id).promise());
  }

  private String planned(OrderId id) {
    return shop.world.orders.timeline(id).stream()
        .filter(each -> each.what().startsWith("planned"))
        .map(TimelineEntry::why)
        .findFirst()
        .orElseThrow();
  }

  private PromiseAnswer ask(PromiseQuestion question) {
    return shop.world.promisingDelivery.promise(question);
  }

  private PromiseAnswer.Promised promised(PromiseQuestion question) {
    return (PromiseAnswer.Promised) ask(question);
  }

  private PromiseAnswer.Unavailable unavailable(PromiseQuestion question) {
    return (PromiseAnswer.Unavailable) ask(question);
  }

  private static PromiseQuestion question(Map<String, Long> units) {
    return question("acme", units, "CA", "90012", "");
  }

  private static PromiseQuestion question(
      String store, Map<String, Long> units, String region, String postcode, String method) {
    Map<Sku, Long> bySku = new TreeMap<>();
    units.forEach((sku, quantity) -> bySku.put(new Sku(sku), quantity));
    return new PromiseQuestion(new StoreId(store), bySku, "US", region, postcode, method);
  }
}
