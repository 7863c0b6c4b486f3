package dev.cutoff.customs;

import java.util.Map;

/** The declarations of the Universal Postal Union, which posts want on what leaves the country. */
public enum PostalForm {
  /** The small one, on the parcel: up to 2 kg and about 300 SDR. */
  CN22,
  /** The large one, for any value and weight. */
  CN23;

  private static final long CN22_GRAMS = 2_000;

  /** More do not fit the small form. */
  private static final int CN22_ITEMS = 4;

  /**
   * What posts make of 300 SDR, in minor units: Royal Mail 270 pounds (its guide to electronic
   * customs data), USPS 400 dollars (International Mail Manual, 123.6). In other currencies the
   * large form is taken, which is never wrong.
   */
  private static final Map<String, Long> CN22_VALUE = Map.of("GBP", 27_000L, "USD", 40_000L);

  /**
   * The form for one parcel.
   *
   * @param grams contents and box
   */
  public static PostalForm of(Declaration declaration, long grams) {
    long most = CN22_VALUE.getOrDefault(declaration.value().currency(), 0L);
    boolean small =
        grams <= CN22_GRAMS
            && declaration.items().size() <= CN22_ITEMS
            && declaration.value().amount() <= most;
    return small ? CN22 : CN23;
  }
}
