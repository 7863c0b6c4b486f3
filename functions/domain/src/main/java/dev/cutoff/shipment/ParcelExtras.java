package dev.cutoff.shipment;

import dev.cutoff.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier does with a parcel beyond carrying it.
 *
 * @param signature who has to sign for it
 * @param insured the value it is insured for; null where it is not
 */
public record ParcelExtras(Signature signature, @Nullable Money insured) {
  public static final ParcelExtras NONE = new ParcelExtras(Signature.NONE, null);

  /** Who has to sign. */
  public enum Signature {
    NONE,
    /** Whoever opens the door. */
    ANYBODY,
    ADULT
  }
}
