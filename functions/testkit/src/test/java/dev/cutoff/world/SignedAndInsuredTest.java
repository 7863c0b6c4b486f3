package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.Rules;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.merchant.StockRules;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AMerchant;
import dev.cutoff.testkit.AnOrder;
import dev.cutoff.testkit.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A signature over USD 200, insurance over USD 100: from the plan to the label. */
final class SignedAndInsuredTest {
  private static final String TEE = "TEE-BLK-M";
  private static final Insurance INSURANCE = new Insurance(100, usd(270), usd(50_000));

  private final Playing shop = Playing.backordering(false);
  private final List<ParcelExtras> asked = new ArrayList<>();

  @Test
  void aShipmentOverTheLimitIsPlannedAskedForAndBoughtWithSignatureAndInsurance() {
    open(terms(usd(320), usd(690), INSURANCE), terms(usd(320), usd(690), INSURANCE));
    remember();
    OrderId id = shop.order(order(3, 10_000, 0));

    ParcelExtras both = new ParcelExtras(Signature.ANYBODY, usd(30_000));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    assertThat(asked).isNotEmpty().containsOnly(both);
    assertThat(bought()).containsExactly(both);
  }

  @Test
  void whatDiscountsTakeOffIsNotInsuredAndCountsForNoLimit() {
    open(terms(usd(320), null, INSURANCE), terms(usd(320), null, INSURANCE));
    shop.order(order(3, 10_000, 15_000));

    assertThat(bought()).containsExactly(new ParcelExtras(Signature.NONE, usd(15_000)));
  }

  @Test
  void theLimitCountsForTheShipmentAndEachParcelIsInsuredForWhatIsInIt() {
    open(terms(usd(320), null, INSURANCE), terms(usd(320), null, INSURANCE));
    shop.order(order(6, 4_000, 0));

    assertThat(bought())
        .containsExactly(
            new ParcelExtras(Signature.ANYBODY, usd(16_000)),
            new ParcelExtras(Signature.ANYBODY, usd(8_000)));
  }

  @Test
  void aServiceThatTakesNoSignatureIsOutBeforeItsPriceAndTheReceiptSaysWhy() {
    open(ServiceTerms.PLAIN, terms(usd(320), null, INSURANCE));
    OrderId id = shop.order(order(3, 10_000, 0));

    // Swift is the cheaper one.
    assertThat(carriers(id)).containsExactly("parcelway");
    assertThat(receipt(id).carriers())
        .filteredOn(each -> each.carrier().equals("swift"))
        .singleElement()
        .satisfies(each ->
            assertThat(each.outcome())
                .contains("ground: takes no signature, and USD 300.00 wants one"));
  }

  @Test
  void whatNobodyInsuresHighEnoughIsHeldAndSaysWhy() {
    ServiceTerms low = terms(usd(320), null, new Insurance(100, usd(270), usd(20_000)));
    open(low, low);
    OrderId id = shop.order(order(3, 10_000, 0));

    Refusal refusal = Objects.requireNonNull(shop.order(id).hold()).refusal();
    assertThat(refusal.reason()).isEqualTo(Reason.NO_RATES);
    assertThat(refusal.message())
        .contains("insures a parcel for USD 200.00 at most, and USD 300.00 is to be insured");
  }

  @Test
  void byItsCardACarrierThatDoesNotAnswerIsPaidForThemToo() {
    open(terms(usd(320), null, INSURANCE), ServiceTerms.PLAIN);
    shop.world.carriers.rates(
        "swift",
        (carrier, request) -> {
          throw NoAnswer.status(503);
        });
    var _ = shop.world.receive(order(3, 10_000, 0));
    OrderId id = AnOrder.numbered("1").id();
    var _ = shop.world.ingesting.ingest(id);
    var _ = shop.world.reserving.reserve(id, false);
    var _ = shop.world.planning.plan(id);

    Receipt.Leg leg =
        shop.world
            .paper
            .find(((Shipment.Planned) shop.order(id).shipments().getFirst()).receipt())
            .orElseThrow()
            .legs()
            .getFirst();
    assertThat(leg.provisional()).isTrue();
    assertThat(leg.components())
        .contains(
            new Quote.Component("signature", usd(320)), new Quote.Component("insurance", usd(300)));
    assertThat(leg.components().stream().mapToLong(each -> each.amount().amount()).sum())
        .isEqualTo(leg.cost().amount());
  }

  private void remember() {
    for (String carrier : List.of("swift", "parcelway")) {
      shop.world.carriers.rates(
          carrier,
          (who, request) -> {
            asked.addAll(request.parcels().stream().map(ParcelSpec::extras).toList());
            return new RateAnswer.Rates(
                List.of(ScriptedCarriers.quote(who.id(), "ground", 1_900, request, 2)));
          });
    }
  }

  private List<ParcelExtras> bought() {
    return shop.world.carriers.sold().stream()
        .map(each -> each.request().parcel().extras())
        .toList();
  }

  private List<String> carriers(OrderId id) {
    return shop.order(id).shipments().getFirst().paidParcels().stream()
        .map(each -> each.plan().carrier())
        .toList();
  }

  private Receipt receipt(OrderId id) {
    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).shipments().getFirst();
    return shop.world.paper.find(labelled.receipt()).orElseThrow();
  }

  private static AnOrder order(long tees, long each, long discount) {
    Money none = Money.zero("USD");
    return AnOrder.numbered("1")
        .line(
            new OrderLine(
                "1", TEE, "Tee", tees, 0, usd(each), usd(discount), none, true, null, List.of()));
  }

  private void open(ServiceTerms swift, ServiceTerms parcelway) {
    Merchant merchant =
        AMerchant.standard()
            .carrier(with(Places.carrier("swift", "Swift", 800), swift))
            .carrier(with(Places.carrier("parcelway", "Parcelway", 850), parcelway))
            .rules(rules())
            .build();
    shop.shop(merchant);
    shop.world.on("EAST", TEE, 10);
  }

  private static Rules rules() {
    Rules usual = Playing.with(StockRules.PLAIN);
    PlanRules plain = PlanRules.PLAIN;
    return new Rules(
        usual.deliverWithinDays(),
        usual.deliverAbroadWithinDays(),
        usual.unpaidHold(),
        usual.rateDeadline(),
        usual.owners(),
        usual.exceptionDue(),
        usual.stock(),
        new PlanRules(
            plain.strategy(),
            plain.leastChancePercent(),
            plain.lateCost(),
            plain.mostShipments(),
            plain.leastPerShipment(),
            plain.whenLate(),
            usd(20_000),
            usd(10_000),
            plain.provisionalPercent(),
            plain.oldQuotePercent(),
            plain.warnBefore()));
  }

  private static Carrier with(Carrier carrier, ServiceTerms terms) {
    Service each = carrier.services().getFirst();
    return new Carrier(
        carrier.id(),
        carrier.name(),
        carrier.provider(),
        carrier.secretName(),
        carrier.pickupDays(),
        carrier.deliveryDays(),
        List.of(
            new Service(
                each.id(),
                each.name(),
                each.countries(),
                each.dimDivisor(),
                each.maxGrams(),
                each.maxLengthMm(),
                each.onTime(),
                each.cards(),
                terms)));
  }

  private static ServiceTerms terms(
      @Nullable Money signature, @Nullable Money adult, @Nullable Insurance insurance) {
    return new ServiceTerms(
        Map.of(), signature, adult, insurance, Set.of(), false, false, true, true);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
