package dev.cutoff.adapter.channel.shopify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.StoreUpdater.Outcome;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Tells Shopify how far the parcels of a fulfilment are, as fulfilment events. */
final class ShopifyWay {
  /** How far a parcel is; what comes late moves nothing back. The carrier's return is a failure. */
  private static final List<String> WAY =
      List.of("IN_TRANSIT", "OUT_FOR_DELIVERY", "DELIVERED", "FAILURE");

  private static final String DELAYED = "DELAYED";
  private static final String ATTEMPTED = "ATTEMPTED_DELIVERY";

  private final ShopifyAdmin admin;
  private final Order order;
  private final Announcement announcement;

  ShopifyWay(ShopifyAdmin admin, Order order, Announcement announcement) {
    this.admin = admin;
    this.order = order;
    this.announcement = announcement;
  }

  Outcome tell(Fulfilment there) {
    return switch (announcement.what()) {
      case IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED -> step(there, announcement.what().name());
      case RETURNED -> step(there, "FAILURE");
      case DELIVERY_ATTEMPTED -> attempted(there);
      case DELAYED -> delayed(there);
      case BACK_ON_TIME -> backOnTime(there);
      case CONFIRMED, BACKORDERED, PACKED, SHIPPED, CANCELLED -> new Outcome.NotNeeded();
    };
  }

  private Outcome step(Fulfilment there, String status) {
    boolean asFar =
        there.events().stream().anyMatch(each -> WAY.indexOf(each.status()) >= WAY.indexOf(status));
    return asFar ? known(there) : event(there, status, announcement.occurredAt());
  }

  private Outcome attempted(Fulfilment there) {
    boolean told =
        there.events().stream()
            .anyMatch(each ->
                each.status().equals(ATTEMPTED)
                    && same(each.happenedAt(), announcement.occurredAt()));
    return told || isOver(there)
        ? known(there)
        : event(there, ATTEMPTED, announcement.occurredAt());
  }

  /** With the day that it is expected instead; each new day is news. */
  private Outcome delayed(Fulfilment there) {
    Instant day = expected();
    boolean told =
        there.events().stream()
            .anyMatch(
                each -> each.status().equals(DELAYED) && same(each.estimatedDeliveryAt(), day));
    if (told || isOver(there)) {
      return known(there);
    }
    ObjectNode event = object(there, DELAYED).put("estimatedDeliveryAt", day.toString());
    return write(there, DELAYED, event);
  }

  /** Shopify has no such news: the way goes on from where it was. */
  private Outcome backOnTime(Fulfilment there) {
    if (there.events().isEmpty() || !there.events().getFirst().status().equals(DELAYED)) {
      return known(there);
    }
    String furthest =
        WAY.reversed().stream().filter(there::hasEvent).findFirst().orElse(WAY.getFirst());
    return write(
        there, furthest, object(there, furthest).put("estimatedDeliveryAt", expected().toString()));
  }

  private Instant expected() {
    Promise promise = order.promise();
    return promise == null
        ? announcement.occurredAt()
        : promise.day().atStartOfDay(promise.zone()).toInstant();
  }

  private static boolean isOver(Fulfilment there) {
    return there.hasEvent("DELIVERED") || there.hasEvent("FAILURE");
  }

  private Outcome event(Fulfilment there, String status, Instant at) {
    return write(there, status, object(there, status).put("happenedAt", at.toString()));
  }

  private ObjectNode object(Fulfilment there, String status) {
    return admin.object().put("fulfillmentId", there.id()).put("status", status);
  }

  private Outcome write(Fulfilment there, String status, ObjectNode event) {
    return admin
        .ask("fulfillmentEventCreate", ShopifyQueries.EVENT, Map.of("event", event))
        .then(any -> new Outcome.Told(status + " at fulfilment " + there.number()));
  }

  private static Outcome known(Fulfilment there) {
    return new Outcome.AlreadyThere("fulfilment " + there.number() + " is as far already");
  }

  /** Shopify keeps seconds. */
  private static boolean same(String text, Instant instant) {
    try {
      return OffsetDateTime.parse(text)
          .toInstant()
          .truncatedTo(ChronoUnit.SECONDS)
          .equals(instant.truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeException noTime) {
      return false;
    }
  }
}
