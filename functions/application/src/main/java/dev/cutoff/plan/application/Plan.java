package dev.cutoff.plan.application;

import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.NodeId;
import java.time.LocalDate;
import java.util.List;

/**
 * How an order is sent: every node with its boxes, carrier, service and day.
 *
 * @param cost fulfilment cost: handling, boxes, postage, extras
 * @param chance of keeping the promise with all of it, 0 to 1
 */
public record Plan(List<Leg> legs, Money cost, double chance) {
  public Plan {
    legs = List.copyOf(legs);
  }

  /**
   * What one node sends.
   *
   * @param postage of each parcel, extras included
   * @param components what the cost is made of, for the receipt
   * @param deliveryDate the day on which it most likely arrives
   * @param provisional the carrier was not heard: its price is asked for again before it is paid
   * @param extras signature and insurance of each parcel
   */
  public record Leg(
      NodeId node,
      List<Demand> demands,
      List<Packing.Parcel> parcels,
      String carrier,
      String service,
      ShipDay day,
      LocalDate deliveryDate,
      double chance,
      List<Money> postage,
      Money cost,
      List<Quote.Component> components,
      boolean provisional,
      List<ParcelExtras> extras) {
    public Leg {
      demands = List.copyOf(demands);
      parcels = List.copyOf(parcels);
      postage = List.copyOf(postage);
      components = List.copyOf(components);
      extras = List.copyOf(extras);
    }
  }

  /** "EAST" or "EAST + WEST". */
  public String nodes() {
    return String.join(" + ", legs.stream().map(leg -> leg.node().value()).toList());
  }

  /** Whether somebody has to ask a carrier again before paying. */
  public boolean provisional() {
    return legs.stream().anyMatch(Leg::provisional);
  }

  /** The day on which the last of it most likely arrives. */
  public LocalDate deliveryDate() {
    return legs.stream().map(Leg::deliveryDate).max(LocalDate::compareTo).orElseThrow();
  }
}
