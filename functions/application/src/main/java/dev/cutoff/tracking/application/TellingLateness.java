package dev.cutoff.tracking.application;

import dev.cutoff.effect.application.Effects;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.application.Announcements;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.application.TellingDelay;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Arrival;
import dev.cutoff.tracking.Lateness;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges the promise of an order that is on its way with all it has: tells that it comes late, once
 * with the new day, and that it comes as promised after all. The row first; what dies before it was
 * published is published by the next round.
 */
public final class TellingLateness {
  private final ExpectingArrival expecting;
  private final Changing changing;
  private final Announcements announcements;
  private final Effects effects;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public TellingLateness(
      ExpectingArrival expecting,
      Changing changing,
      Announcements announcements,
      Effects effects,
      RaisingDockException raising,
      Merchants merchants,
      InstantSource clock) {
    this.expecting = expecting;
    this.changing = changing;
    this.announcements = announcements;
    this.effects = effects;
    this.raising = raising;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** Whether it is late, as its customer knows. */
  boolean judge(Order order) {
    if (order.promise() == null || order.cancellation() != null || !order.allHandedOver()) {
      return false;
    }
    Order now = arrivals(order).isEmpty() ? order : changing.change(order, this::decide);
    publish(now);
    return isLate(now);
  }

  /** For a round: closes the entry of an order that is there, or comes as promised. */
  void settleIfOver(Order order) {
    if (!isLate(order) || arrivals(order).isEmpty()) {
      settle(order, "it is there, or comes as promised");
    }
  }

  private Optional<Decision> decide(Order order) {
    Promise promise = order.promise();
    List<List<Arrival>> arrivals = arrivals(order);
    if (promise == null || order.cancellation() != null || arrivals.isEmpty()) {
      return Optional.empty();
    }
    LocalDate today = clock.instant().atZone(promise.zone()).toLocalDate();
    double least = merchants.current().rules().plan().leastChance();
    return switch (Lateness.of(promise, arrivals, least, today)) {
      case Lateness.AsTold asTold -> Optional.empty();
      case Lateness.Late late ->
          Optional.of(
              new Decision(
                  change -> change.promise(promise.expecting(late.expected())),
                  "cutoff",
                  "expected by " + late.expected(),
                  "promised by %s: %d %% chance left"
                      .formatted(promise.deliverBy(), Math.round(100 * late.chance()))));
      case Lateness.BackOnTime back ->
          Optional.of(
              new Decision(
                  change -> change.promise(promise.backOnTime()),
                  "cutoff",
                  "back on time",
                  "promised by %s: %d %% chance again"
                      .formatted(promise.deliverBy(), Math.round(100 * back.chance()))));
    };
  }

  /** Of each shipment that is on its way, of each of its parcels of which something is known. */
  private List<List<Arrival>> arrivals(Order order) {
    return order.openShipments().stream()
        .map(shipment -> arrivals(order, shipment))
        .filter(each -> !each.isEmpty())
        .toList();
  }

  private List<Arrival> arrivals(Order order, Shipment shipment) {
    return shipment.paidParcels().stream()
        .flatMap(parcel -> expecting.expect(order, shipment, parcel).stream())
        .toList();
  }

  private void publish(Order order) {
    Optional<Announcement> news = TellingDelay.news(order);
    if (news.isEmpty()) {
      return;
    }
    String key = news.get().key() + "#published";
    if (effects.isDone(key)) {
      return;
    }
    announcements.publish(news.get());
    if (isLate(order)) {
      raise(order);
    } else {
      settle(order, "it comes as promised after all");
    }
    effects.done(key, "topic", clock.instant());
  }

  private void raise(Order order) {
    Promise promise = order.promise();
    LocalDate expected = promise == null ? null : promise.expected();
    // Who let it go late knows.
    if (promise != null && expected != null && !order.shipLate()) {
      var _ =
          raising.raise(
              new DockException.Finding(
                  subject(order),
                  Refusal.of(
                      Reason.DELIVERY_LATE,
                      "%s, promised by %s, is on its way and will most likely be there by %s. Its customer is told; ask the carrier where it stands still."
                          .formatted(order.id(), promise.deliverBy(), expected),
                      Map.of(
                          "orderId", order.id().value(),
                          "deliverBy", promise.deliverBy().toString(),
                          "expected", expected.toString())),
                  List.of(order.id())));
    }
  }

  private void settle(Order order, String why) {
    raising.settle(subject(order), Reason.DELIVERY_LATE, why);
  }

  private static String subject(Order order) {
    return "order " + order.id();
  }

  private static boolean isLate(Order order) {
    Promise promise = order.promise();
    return promise != null && promise.expected() != null;
  }
}
