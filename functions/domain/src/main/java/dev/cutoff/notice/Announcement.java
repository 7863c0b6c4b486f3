package dev.cutoff.notice;

import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that became true of an order, published to all who listen. Listeners read the order for
 * the rest.
 *
 * @param shipmentId null where it is about the whole order
 * @param parcelId null where it is about the shipment or the order
 */
public record Announcement(
    What what,
    OrderId orderId,
    @Nullable String shipmentId,
    @Nullable String parcelId,
    Instant occurredAt) {

  /** What became true. */
  public enum What {
    CONFIRMED,
    /** Units wait for stock; each new date, or that there is none, is news of its own. */
    BACKORDERED,
    /** It will come later than promised; each new day is news of its own. */
    DELAYED,
    /** What was told to be late comes as promised after all; news each time. */
    BACK_ON_TIME,
    /** A shipment is in its boxes, with its labels on. */
    PACKED,
    SHIPPED,
    IN_TRANSIT,
    OUT_FOR_DELIVERY,
    /** Nobody took it; each attempt is news of its own. */
    DELIVERY_ATTEMPTED,
    DELIVERED,
    RETURNED,
    CANCELLED;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it can become true again of the same thing, and is news again then. */
    boolean again() {
      return switch (this) {
        case BACKORDERED, DELAYED, BACK_ON_TIME, DELIVERY_ATTEMPTED -> true;
        case CONFIRMED,
            PACKED,
            SHIPPED,
            IN_TRANSIT,
            OUT_FOR_DELIVERY,
            DELIVERED,
            RETURNED,
            CANCELLED ->
            false;
      };
    }
  }

  /** The same thing about the same order, however often it is published. */
  public String key() {
    String about = parcelId != null ? parcelId : shipmentId != null ? shipmentId : "";
    return orderId + "#" + about + "#" + what.wireName() + (what.again() ? "#" + occurredAt : "");
  }
}
