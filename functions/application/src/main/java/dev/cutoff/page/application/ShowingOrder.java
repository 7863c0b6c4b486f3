package dev.cutoff.page.application;

import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.page.OrderPage;
import dev.cutoff.page.Showing;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Arrival;
import dev.cutoff.tracking.TrackingStatus;
import dev.cutoff.tracking.application.ExpectingArrival;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shows an order to whoever has its link. */
public final class ShowingOrder {
  /** What tokens are made of; nothing else is looked for. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16,128}");

  private final Orders orders;
  private final Merchants merchants;
  private final Geography geography;
  private final ExpectingArrival expecting;
  private final InstantSource clock;

  @Inject
  public ShowingOrder(
      Orders orders,
      Merchants merchants,
      Geography geography,
      ExpectingArrival expecting,
      InstantSource clock) {
    this.orders = orders;
    this.merchants = merchants;
    this.geography = geography;
    this.expecting = expecting;
    this.clock = clock;
  }

  /** Empty where the token leads to no order, whether it could be one or not. */
  public Optional<OrderPage> show(String token) {
    return find(token).map(this::page);
  }

  /** The order behind a token; empty where there is none. */
  Optional<Order> find(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    return orders.findByTrackingToken(token).flatMap(orders::find);
  }

  /** An order that was found. */
  OrderPage page(Order order) {
    Merchant merchant = merchants.current();
    return Showing.page(merchant, order, range(order), zone(order), clock.instant());
  }

  /** All of it is there with its last parcel; empty where of one of them nobody can say. */
  private Optional<Arrival.Range> range(Order order) {
    LocalDate earliest = LocalDate.MIN;
    LocalDate latest = LocalDate.MIN;
    for (Shipment shipment : order.openShipments()) {
      for (Parcel parcel : shipment.paidParcels()) {
        if (parcel.track().status() != TrackingStatus.DELIVERED) {
          Optional<Arrival.Range> each =
              expecting.expect(order, shipment, parcel).map(Arrival::range);
          if (each.isEmpty()) {
            return Optional.empty();
          }
          earliest = later(earliest, each.get().earliest());
          latest = later(latest, each.get().latest());
        }
      }
    }
    return latest.equals(LocalDate.MIN)
        ? Optional.empty()
        : Optional.of(new Arrival.Range(earliest, latest));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private ZoneId zone(Order order) {
    Promise promise = order.promise();
    if (promise != null) {
      return promise.zone();
    }
    return order.shipTo().map(geography::zone).orElse(ZoneOffset.UTC);
  }
}
