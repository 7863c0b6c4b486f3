package dev.cutoff.plan;

import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signature and the insurance that a shipment wants. The shop's limits are held against the
 * value of the whole shipment, as customers count it, so that splitting it over boxes changes
 * nothing; each of its parcels is then signed for, and insured for what is in it.
 */
public record ExtrasWanted(Signature signature, boolean insured) {
  public static final ExtrasWanted NONE = new ExtrasWanted(Signature.NONE, false);

  /**
   * What these goods want.
   *
   * @param value of all units of the shipment, after discounts
   */
  public static ExtrasWanted of(List<Item> items, Money value, PlanRules rules) {
    return of(items.stream().anyMatch(item -> item.goods().adultSignature()), value, rules);
  }

  /**
   * What goods want.
   *
   * @param adults whether some of them are handed to adults only
   */
  public static ExtrasWanted of(boolean adults, Money value, PlanRules rules) {
    Signature signature =
        adults
            ? Signature.ADULT
            : isOver(rules.signatureOver(), value) ? Signature.ANYBODY : Signature.NONE;
    return new ExtrasWanted(signature, isOver(rules.insureOver(), value));
  }

  private static boolean isOver(@Nullable Money limit, Money value) {
    return limit != null && value.compareTo(limit) > 0;
  }

  public boolean any() {
    return insured || signature != Signature.NONE;
  }

  /**
   * For one of its parcels.
   *
   * @param value of what is in it, after discounts
   */
  public ParcelExtras of(Money value) {
    return new ParcelExtras(signature, insured && !value.isZero() ? value : null);
  }
}
