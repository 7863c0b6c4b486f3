package dev.cutoff.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote.Component;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExtraPricesTest {
  private static final ServiceTerms BOTH =
      terms(usd(320), usd(690), new Insurance(120, usd(270), usd(50_000)));

  @Test
  void whatWantsNothingCostsNothingWhateverTheServiceDoes() {
    assertThat(ExtraPrices.of(BOTH, ParcelExtras.NONE))
        .hasValueSatisfying(charges -> assertThat(charges).isEmpty());
    assertThat(ExtraPrices.of(ServiceTerms.PLAIN, ParcelExtras.NONE)).isPresent();
  }

  @Test
  void aSignatureAndInsuranceAreChargesOfTheirOwn() {
    assertThat(ExtraPrices.of(BOTH, new ParcelExtras(Signature.ANYBODY, usd(30_000))).orElseThrow())
        .containsExactly(
            new Component("signature", usd(320)), new Component("insurance", usd(360)));
    assertThat(ExtraPrices.of(BOTH, new ParcelExtras(Signature.ADULT, null)).orElseThrow())
        .containsExactly(new Component("adult signature", usd(690)));
  }

  @Test
  void insuranceHasASmallestPriceAndAHighestValue() {
    assertThat(ExtraPrices.of(BOTH, insured(100)).orElseThrow())
        .containsExactly(new Component("insurance", usd(270)));
    assertThat(ExtraPrices.of(BOTH, insured(50_000)).orElseThrow())
        .containsExactly(new Component("insurance", usd(600)));
    assertThat(ExtraPrices.of(BOTH, insured(50_001))).isEmpty();
  }

  @Test
  void aServiceThatDoesNotDoItHasNoPrice() {
    assertThat(ExtraPrices.of(ServiceTerms.PLAIN, insured(1))).isEmpty();
    assertThat(ExtraPrices.of(ServiceTerms.PLAIN, new ParcelExtras(Signature.ANYBODY, null)))
        .isEmpty();
    assertThat(ExtraPrices.of(terms(usd(320), null, null), new ParcelExtras(Signature.ADULT, null)))
        .isEmpty();
  }

  @Test
  void whereAdultsAloneSignAnAdultsSignatureServes() {
    assertThat(
            ExtraPrices.of(terms(null, usd(690), null), new ParcelExtras(Signature.ANYBODY, null)))
        .hasValueSatisfying(
            charges -> assertThat(charges).containsExactly(new Component("signature", usd(690))));
  }

  private static ParcelExtras insured(long cents) {
    return new ParcelExtras(Signature.NONE, usd(cents));
  }

  private static Money usd(long cents) {
    return Money.of(cents, "USD");
  }

  private static ServiceTerms terms(
      @Nullable Money signature, @Nullable Money adultSignature, @Nullable Insurance insurance) {
    return new ServiceTerms(
        Map.of(), signature, adultSignature, insurance, Set.of(), false, false, true, true);
  }
}
