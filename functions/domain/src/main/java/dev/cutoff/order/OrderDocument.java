package dev.cutoff.order;

import dev.cutoff.geo.Address;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The canonical order: one version of what a store says, the same shape for every channel.
 *
 * @param channel the platform, "shopify"
 * @param externalId the platform's own id: with the store it names the order for ever
 * @param orderNumber as the customer knows it, "#1001"
 * @param updatedAt the version: what is older never overwrites
 * @param shipTo null where the store sent none
 * @param attributes notes of the whole order, name and value, kept down to the slip
 * @param defects what could not be read, in words for a person; such an order is put on hold
 * @param test marked as a test by the store: buys nothing
 * @param cancelledAt null unless the store cancelled it
 */
public record OrderDocument(
    StoreId storeId,
    String channel,
    String externalId,
    String orderNumber,
    Instant placedAt,
    Instant updatedAt,
    String currency,
    List<OrderLine> lines,
    Customer customer,
    @Nullable Address shipTo,
    @Nullable Address billTo,
    ShippingMethod shippingMethod,
    Payment payment,
    Totals totals,
    String note,
    String giftMessage,
    List<LineProperty> attributes,
    List<String> defects,
    boolean test,
    @Nullable Instant cancelledAt) {
  public OrderDocument {
    lines = List.copyOf(lines);
    attributes = List.copyOf(attributes);
    defects = List.copyOf(defects);
  }

  /** The lines that somebody still has to put into a box. */
  public List<OrderLine> physicalLines() {
    return lines.stream().filter(line -> line.requiresShipping() && line.open() > 0).toList();
  }

  public OrderDocument withShipTo(Address corrected) {
    return new OrderDocument(
        storeId,
        channel,
        externalId,
        orderNumber,
        placedAt,
        updatedAt,
        currency,
        lines,
        customer,
        corrected,
        billTo,
        shippingMethod,
        payment,
        totals,
        note,
        giftMessage,
        attributes,
        defects,
        test,
        cancelledAt);
  }
}
