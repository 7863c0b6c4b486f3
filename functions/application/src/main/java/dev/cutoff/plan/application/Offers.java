package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.plan.DeliveryDays;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.plan.ShipDays;
import dev.cutoff.plan.TransitTimes;
import dev.cutoff.plan.Workload;
import dev.cutoff.rate.Lane;
import dev.cutoff.rate.Places;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which services go from a node on which days, and how likely they arrive by the promised one. */
final class Offers {
  /** Today, or one of the next days on which it ships. */
  static final int MOST_DAYS = 4;

  private final Merchant merchant;
  private final Address to;
  private final Instant now;
  private final Context context;

  /** What is known of the world. */
  record Context(Places places, Holidays holidays, Workload workload, Transit transit) {}

  /** A service that does not go from a node, and why. */
  record NotServed(NodeId node, String carrier, String service, String why) {}

  Offers(Merchant merchant, Address to, Instant now, Context context) {
    this.merchant = merchant;
    this.to = to;
    this.now = now;
    this.context = context;
  }

  /**
   * The offers of a node.
   *
   * @param node number of the node among the origins
   * @param leastChance that a plan needs
   * @param carriers those whose offers count
   * @param not takes the services that don't go
   */
  List<Offer> of(
      int number,
      Node node,
      LocalDate deliverBy,
      double leastChance,
      java.util.function.Predicate<String> carriers,
      List<NotServed> not) {
    List<Offer> offers = new ArrayList<>();
    for (Carrier carrier : merchant.carriers().values()) {
      if (!carriers.test(carrier.id())) {
        continue;
      }
      List<ShipDay> days =
          ShipDays.next(node, carrier, context.holidays(), context.workload(), now, MOST_DAYS);
      for (Service service : carrier.services()) {
        if (days.isEmpty()) {
          not.add(
              new NotServed(
                  node.id(), carrier.id(), service.id(), "has no hand-over in the next 30 days"));
        }
        for (ShipDay day : days) {
          switch (Lane.of(carrier, service, node, to, day.date(), context.places())) {
            case Lane.Outcome.Served served ->
                offers.add(offer(number, node, served.lane(), day, deliverBy, leastChance));
            case Lane.Outcome.NotServed none -> {
              if (day.equals(days.getFirst())) {
                not.add(new NotServed(node.id(), carrier.id(), service.id(), none.why()));
              }
            }
          }
        }
      }
    }
    return offers;
  }

  private Offer offer(
      int number, Node node, Lane lane, ShipDay day, LocalDate deliverBy, double leastChance) {
    TransitTimes times =
        context
            .transit()
            .times(
                lane.carrier(), lane.service(), node.id(), lane.zone(), day.date().getDayOfWeek());
    return new Offer(
        number,
        lane,
        day,
        arrival(lane, day, lane.zone().transitDays()),
        times.quantile(leastChance),
        arrival(lane, day, times.quantile(leastChance)),
        chance(lane, day, times, deliverBy));
  }

  private LocalDate arrival(Lane lane, ShipDay day, int days) {
    return DeliveryDays.after(lane.carrier(), context.holidays(), day.date(), days);
  }

  private double chance(Lane lane, ShipDay day, TransitTimes times, LocalDate deliverBy) {
    double chance = 0;
    for (var share : times.shares().entrySet()) {
      if (!arrival(lane, day, share.getKey()).isAfter(deliverBy)) {
        chance += share.getValue();
      }
    }
    return Math.min(1, chance);
  }
}
