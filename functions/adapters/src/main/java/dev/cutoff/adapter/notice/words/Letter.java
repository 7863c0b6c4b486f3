package dev.cutoff.adapter.notice.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the templates say; every text is one clean line.
 *
 * @param language of all of it, BCP 47
 * @param shop as the customer knows it
 * @param lead one or two sentences under the headline
 * @param brief all of it in one message
 * @param orderTitle "Order"
 * @param when a day, and what happens then; null where nobody knows
 * @param townTitle "Goes to"
 * @param town where it goes, no more of the address travels in a mail; null where it goes nowhere
 * @param proof of delivery; null where there is none
 * @param parcelsTitle "Follow your parcel"
 * @param page address of the customer's page; null where the shop has none
 * @param stop address that ends notices by this medium; null where the shop has no page
 * @param why the customer gets it
 */
public record Letter(
    String language,
    String shop,
    String subject,
    String headline,
    String lead,
    String brief,
    String orderTitle,
    String orderNumber,
    @Nullable Titled when,
    String townTitle,
    @Nullable String town,
    @Nullable Titled proof,
    String itemsTitle,
    List<ItemLine> items,
    String parcelsTitle,
    List<TrackedParcel> parcels,
    String pageTitle,
    @Nullable String page,
    String why,
    String stopTitle,
    @Nullable String stop) {
  public Letter {
    items = List.copyOf(items);
    parcels = List.copyOf(parcels);
  }

  /** "Arrives by", "Friday, November 27, 2026". */
  public record Titled(String label, String value) {}

  /** Units of one item. */
  public record ItemLine(String name, String quantity) {}

  /** How to follow a parcel. */
  public record TrackedParcel(String carrier, String service, String trackingNumber) {}

  public boolean hasItems() {
    return !items.isEmpty();
  }

  public boolean hasParcels() {
    return !parcels.isEmpty();
  }
}
