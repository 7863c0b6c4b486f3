package dev.cutoff.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.testkit.AnOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What makes no sense is a reason in the receipt, or a hold in clear words; no order is lost. */
final class BadInputTest {
  private static final String TEE = "TEE-BLK-M";

  private final Playing shop = Playing.backordering(false);

  @Test
  void anItemWithoutAWeightIsHeldByItsName() {
    assertThat(held("UNWEIGHED", AnOrder.LOS_ANGELES))
        .returns(Reason.NO_WEIGHT, Refusal::reason)
        .satisfies(why -> assertThat(why.message()).contains("UNWEIGHED"));
  }

  @Test
  void anItemThatFitsNoBoxIsHeldByItsName() {
    assertThat(held("KAYAK", AnOrder.LOS_ANGELES))
        .returns(Reason.FITS_NO_BOX, Refusal::reason)
        .satisfies(why -> assertThat(why.message()).contains("KAYAK fits no box"));
  }

  @Test
  void anAddressOutsideEveryZoneIsHeldWithWhatEachCarrierSays() {
    Address berlin =
        Address.of("Kim", null, "1 Platz", null, "Berlin", "", "10115", "DE", "+4930000000");
    assertThat(held(TEE, berlin))
        .returns(Reason.NO_RATES, Refusal::reason)
        .satisfies(why -> assertThat(why.message()).contains("swift", "parcelway", "DE"));
  }

  @Test
  void noRatesAtAllAreAHoldWithTheCarriersReasonsAndTheOrderKeepsItsUnits() {
    for (String carrier : List.of("swift", "parcelway")) {
      shop.world.carriers.rates(
          carrier, (who, request) -> new RateAnswer.NoRates("too heavy for " + who.name()));
    }
    OrderId id = order();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    assertThat(Objects.requireNonNull(shop.order(id).hold()).refusal())
        .returns(Reason.NO_RATES, Refusal::reason)
        .satisfies(why -> assertThat(why.message()).contains("too heavy for"));
    assertThat(shop.world.stock.reservations(id)).isNotEmpty();
  }

  @Test
  void aCarrierWhoseAnswerHasAnotherCurrencyIsAReasonInTheReceipt() {
    says(request -> quote("ground", Money.of(100, "EUR"), request, 2));
    assertThat(receiptSays()).contains("priced in EUR, not in USD");
  }

  @Test
  void aNegativePriceIsAReasonInTheReceipt() {
    says(request -> quote("ground", Money.of(-100, "USD"), request, 2));
    assertThat(receiptSays()).contains("a price below zero");
  }

  @Test
  void aServiceNobodyKnowsIsAReasonInTheReceipt() {
    says(request -> quote("rocket", Money.of(100, "USD"), request, 2));
    assertThat(receiptSays()).contains("'rocket': no such service in the merchant file");
  }

  @Test
  void aDateInThePastIsAReasonInTheReceipt() {
    says(request -> quote("ground", Money.of(100, "USD"), request, -1));
    assertThat(receiptSays()).contains("a date in the past");
  }

  private Refusal held(String sku, Address to) {
    shop.world.on("EAST", sku, 10);
    OrderId id = shop.order(AnOrder.numbered("1").shipTo(to).line(sku, 1));
    assertThat(shop.order(id).state()).isEqualTo(OrderState.HELD);
    return Objects.requireNonNull(shop.order(id).hold()).refusal();
  }

  private OrderId order() {
    shop.world.on("EAST", TEE, 10);
    return shop.order("1", TEE, 1);
  }

  /** The cheaper carrier talks nonsense, and the other one has a good price. */
  private void says(java.util.function.Function<RateRequest, Quote> nonsense) {
    shop.world.carriers.rates(
        "swift", (who, request) -> new RateAnswer.Rates(List.of(nonsense.apply(request))));
    shop.world.carriers.rates(
        "parcelway",
        (who, request) ->
            new RateAnswer.Rates(
                List.of(ScriptedCarriers.quote("parcelway", "ground", 300, request, 2))));
  }

  /** The order goes on with the other carrier; what is told of the first one. */
  private String receiptSays() {
    OrderId id = order();
    assertThat(shop.order(id).state()).isEqualTo(OrderState.LABELLED);
    Shipment.Labelled labelled = (Shipment.Labelled) shop.order(id).shipments().getFirst();
    assertThat(labelled.parcels().getFirst().plan().carrier()).isEqualTo("parcelway");
    return shop.world.paper.find(labelled.receipt()).orElseThrow().carriers().stream()
        .filter(each -> each.carrier().equals("swift"))
        .map(Receipt.Asked::outcome)
        .findFirst()
        .orElseThrow();
  }

  private static Quote quote(String service, Money price, RateRequest request, int days) {
    LocalDate day = request.shipDate();
    int parcels = request.parcels().size();
    return new Quote(
        "swift",
        service,
        service,
        Collections.nCopies(parcels, price),
        price.times(parcels),
        List.of(),
        day,
        day.plusDays(days),
        0.97);
  }
}
