package dev.cutoff.rate;

import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote.Component;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a service asks, by its terms, for a parcel's signature and insurance. */
public final class ExtraPrices {
  private ExtraPrices() {}

  /** The charges, by name; empty where the service does not do what is wanted. */
  public static Optional<List<Component>> of(ServiceTerms terms, ParcelExtras extras) {
    List<Component> charges = new ArrayList<>();
    if (extras.signature() != Signature.NONE) {
      Money price = signature(terms, extras.signature());
      if (price == null) {
        return Optional.empty();
      }
      charges.add(
          new Component(
              extras.signature() == Signature.ADULT ? "adult signature" : "signature", price));
    }
    Money insured = extras.insured();
    if (insured != null) {
      Insurance insurance = terms.insurance();
      if (insurance == null || insured.compareTo(insurance.most()) > 0) {
        return Optional.empty();
      }
      charges.add(new Component("insurance", premium(insurance, insured)));
    }
    return Optional.of(charges);
  }

  /** The price of a signature; null where the service takes none. An adult's is one, too. */
  public static @Nullable Money signature(ServiceTerms terms, Signature wanted) {
    return wanted == Signature.ANYBODY && terms.signature() != null
        ? terms.signature()
        : terms.adultSignature();
  }

  private static Money premium(Insurance insurance, Money insured) {
    Money share = insured.basisPoints(insurance.basisPoints());
    return share.compareTo(insurance.least()) < 0 ? insurance.least() : share;
  }
}
