package dev.cutoff.order;

import dev.cutoff.geo.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

  /** Whether the store cancelled it or gave all the money back: nothing more of it is sent. */
  public boolean calledOff() {
    return cancelledAt != null || payment.givenBack();
  }

  /**
   * The day before which a line is not to be taken from the shelf, as the order or the line says it
   * by {@code notBefore}; empty where neither does, or what they say is no day.
   */
  public Optional<LocalDate> notBefore(String lineId) {
    return Stream.concat(
            attributes.stream(),
            lines.stream()
                .filter(line -> line.lineId().equals(lineId))
                .flatMap(line -> line.properties().stream()))
        .filter(each -> each.name().strip().equalsIgnoreCase("notBefore"))
        .flatMap(each -> day(each.value().strip()).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** The lines that somebody still has to put into a box. */
  public List<OrderLine> physicalLines() {
    return lines.stream().filter(line -> line.requiresShipping() && line.open() > 0).toList();
  }

  /** The same with another address, which a person put in the place of the store's. */
  public OrderDocument withShipTo(Address corrected) {
    return with(lines, corrected);
  }

  /** The same with other lines: what the merchant file knows better than the store. */
  public OrderDocument withLines(List<OrderLine> known) {
    return with(known, shipTo);
  }

  private OrderDocument with(List<OrderLine> newLines, @Nullable Address newShipTo) {
    return new OrderDocument(
        storeId,
        channel,
        externalId,
        orderNumber,
        placedAt,
        updatedAt,
        currency,
        newLines,
        customer,
        newShipTo,
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

  /**
   * Whether this version is to be put in the place of the other. Stores count in seconds: of the
   * same second, the one that is paid came after the one that is not, and the one that is given up
   * came last.
   */
  public boolean supersedes(OrderDocument other) {
    int age = updatedAt.compareTo(other.updatedAt);
    return age > 0 || (age == 0 && progress() >= other.progress());
  }

  private int progress() {
    if (cancelledAt != null || payment.givenBack()) {
      return 2;
    }
    return payment.settled() ? 1 : 0;
  }

  /** Whether picking, packing and the address are as they were: nothing to plan anew. */
  public boolean shipsLike(OrderDocument other) {
    return Objects.equals(shipTo, other.shipTo)
        && shippingMethod.equals(other.shippingMethod)
        && physicalLines().stream()
            .map(OrderDocument::toPick)
            .toList()
            .equals(other.physicalLines().stream().map(OrderDocument::toPick).toList());
  }

  private static List<Object> toPick(OrderLine line) {
    return List.of(line.lineId(), line.sku(), line.open(), line.properties());
  }
}
