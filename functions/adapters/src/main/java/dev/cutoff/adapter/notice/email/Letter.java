package dev.cutoff.adapter.notice.email;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates say; every text is one clean line.
 *
 * @param shop as the customer knows it
 * @param lead one or two sentences under the headline
 * @param when a day, and what happens then; null where nobody knows
 * @param townTitle "Goes to"
 * @param town where it goes, no more of the address travels in a mail; null where it goes nowhere
 * @param parcelsTitle "Follow your parcel"
 */
record Letter(
    String shop,
    String subject,
    String headline,
    String lead,
    String orderNumber,
    @Nullable When when,
    String townTitle,
    @Nullable String town,
    List<ItemLine> items,
    String parcelsTitle,
    List<TrackedParcel> parcels) {
  Letter {
    items = List.copyOf(items);
    parcels = List.copyOf(parcels);
  }

  /** "Arrives by", "Friday, November 27, 2026". */
  record When(String label, String day) {}

  /** Units of one item. */
  record ItemLine(String name, String quantity) {}

  /** How to follow a parcel. */
  record TrackedParcel(String carrier, String service, String trackingNumber) {}

  boolean hasItems() {
    return !items.isEmpty();
  }

  boolean hasParcels() {
    return !parcels.isEmpty();
  }
}
