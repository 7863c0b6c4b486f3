package dev.cutoff.local.courier;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** When a courier makes which scan. */
@FunctionalInterface
public interface Pace {
  /**
   * The moment of the next scan.
   *
   * @param order as GET /orders/{orderId} shows it
   * @param shipment one of its shipments
   * @param parcel one of its parcels
   */
  Instant due(JsonNode order, JsonNode shipment, JsonNode parcel, TrackingStatus next);

  /** As real couriers do: collected at the cutoff, delivered on the day that was quoted. */
  static Pace asQuoted() {
    return (order, shipment, parcel, next) ->
        switch (next) {
          case LABEL_MADE -> Instant.EPOCH;
          case ACCEPTED -> OffsetDateTime.parse(shipment.path("shipBy").asText()).toInstant();
          case IN_TRANSIT ->
              Instant.parse(shipment.path("handedOverAt").asText()).plus(Duration.ofHours(6));
          case OUT_FOR_DELIVERY -> onTheDay(order, parcel, LocalTime.of(8, 15));
          case DELIVERED, RETURNED -> onTheDay(order, parcel, LocalTime.of(13, 40));
        };
  }

  /** For people who watch: every scan as soon as it can be. */
  static Pace atOnce() {
    return (order, shipment, parcel, next) -> Instant.EPOCH;
  }

  private static Instant onTheDay(JsonNode order, JsonNode parcel, LocalTime time) {
    ZoneId zone = ZoneId.of(order.path("promise").path("zone").asText("UTC"));
    return LocalDate.parse(parcel.path("deliveryDate").asText())
        .atTime(time)
        .atZone(zone)
        .toInstant();
  }
}
