package dev.cutoff.adapter.carrier.ratecard;

import static dev.cutoff.adapter.carrier.ratecard.RateCards.CHICAGO;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.SHIP_DATE;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.WEEKDAYS;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.card;
import static dev.cutoff.adapter.carrier.ratecard.RateCards.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.adapter.carrier.ratecard.RateCards.PlainDocuments;
import dev.cutoff.adapter.carrier.ratecard.RateCards.SmallMap;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.plan.Quote;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import dev.cutoff.shipment.ShipmentId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rate cards ask for signatures and insurance, and what the driver reads of them. */
final class SignedAndInsuredTest {
  private static final OrderId ORDER = new OrderId("DTC-90412");

  private final RateCardProvider provider =
      new RateCardProvider(new SmallMap(), new PlainDocuments());
  private final Carrier carrier =
      carrier(
          new ServiceTerms(
              Map.of(),
              usd(320),
              usd(690),
              new Insurance(100, usd(270), usd(50_000)),
              Set.of(),
              false,
              false,
              true,
              true));

  @Test
  void thePriceContainsThemForEachParcel() {
    RateAnswer answer =
        provider.rates(
            carrier, request(parcel(Signature.ANYBODY, 40_000L), parcel(Signature.ANYBODY, null)));
    assertThat(answer)
        .isInstanceOfSatisfying(
            RateAnswer.Rates.class,
            rates -> {
              Quote quote = rates.quotes().getFirst();
              assertThat(quote.perParcel()).containsExactly(usd(900 + 320 + 400), usd(900 + 320));
              assertThat(quote.total()).isEqualTo(usd(2_840));
              assertThat(quote.components())
                  .contains(
                      new Quote.Component("parcel 1: signature", usd(320)),
                      new Quote.Component("parcel 1: insurance", usd(400)),
                      new Quote.Component("parcel 2: signature", usd(320)));
            });
  }

  @Test
  void aServiceWithoutThemHasNoPriceAndSaysWhy() {
    Carrier plain = carrier(ServiceTerms.PLAIN);
    assertThat(provider.rates(plain, request(parcel(Signature.ADULT, null))))
        .isEqualTo(
            new RateAnswer.NoRates(
                "Swift: Swift Ground: does not carry a parcel that an adult signs for"));
    assertThat(provider.rates(plain, request(parcel(Signature.NONE, 12_000L))))
        .isEqualTo(
            new RateAnswer.NoRates("Swift: Swift Ground: does not insure a parcel for USD 120.00"));
  }

  @Test
  void theLabelTellsTheDriverWhoSignsAndNobodyWhatItIsWorth() {
    assertThat(label(parcel(Signature.ANYBODY, 40_000L)))
        .contains("[SIGNATURE REQUIRED]")
        .doesNotContain("400.00", "40000");
    assertThat(label(parcel(Signature.ADULT, null))).contains("[ADULT SIGNATURE REQUIRED]");
    assertThat(label(parcel(Signature.NONE, null))).doesNotContain("SIGNATURE");
  }

  @Test
  void theLabelCostsWhatWasQuotedWithThem() {
    LabelAnswer answer = provider.buy(carrier, order(parcel(Signature.ADULT, 40_000L), 1_990));
    assertThat(answer)
        .isInstanceOfSatisfying(
            LabelAnswer.Bought.class, bought -> assertThat(bought.cost()).isEqualTo(usd(1_990)));
    assertThat(provider.buy(carrier, order(parcel(Signature.ADULT, 40_000L), 1_989)))
        .isEqualTo(new LabelAnswer.PriceChanged(usd(1_990)));
  }

  private String label(ParcelSpec parcel) {
    return switch (provider.buy(carrier, order(parcel, 5_000))) {
      case LabelAnswer.Bought bought -> bought.files().zpl();
      case LabelAnswer.Refused refused -> throw new AssertionError(refused.why());
      case LabelAnswer.PriceChanged changed -> throw new AssertionError(changed.now());
      case LabelAnswer.NoFunds none -> throw new AssertionError(none.why());
      case LabelAnswer.Unprintable label -> throw new AssertionError(label.why());
    };
  }

  private static LabelRequest order(ParcelSpec parcel, long quoted) {
    return new LabelRequest(
        "attempt-1",
        ORDER,
        ShipmentId.of(ORDER, 1),
        node(),
        CHICAGO,
        parcel,
        1,
        1,
        "ground",
        SHIP_DATE,
        usd(quoted),
        false);
  }

  private static RateRequest request(ParcelSpec... parcels) {
    return new RateRequest(node(), CHICAGO, List.of(parcels), SHIP_DATE);
  }

  private static ParcelSpec parcel(Signature signature, @Nullable Long insured) {
    return new ParcelSpec(
        900,
        new Size(200, 150, 100),
        new ParcelExtras(signature, insured == null ? null : usd(insured)));
  }

  private static Carrier carrier(ServiceTerms terms) {
    Service ground =
        new Service(
            "ground",
            "Swift Ground",
            Set.of("US", "CA"),
            5_000,
            30_000,
            1_200,
            0.97,
            List.of(card()),
            terms);
    return RateCards.carrier(WEEKDAYS, WEEKDAYS, ground);
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }
}
