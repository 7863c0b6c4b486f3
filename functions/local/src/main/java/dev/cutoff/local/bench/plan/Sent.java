package dev.cutoff.local.bench.plan;

import dev.cutoff.plan.application.Offer;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.rate.ParcelPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * How somebody sends an order, and what it comes to by a reckoning that no planner shares.
 *
 * @param legs one a node
 */
record Sent(List<Leg> legs) {
  Sent {
    legs = List.copyOf(legs);
  }

  /** What a node sends. */
  record Leg(Origin from, Offer offer, List<Packing.Parcel> parcels) {}

  /** Fulfilment cost in minor units: handling, boxes, postage part by part. */
  long cost() {
    return legs.stream().mapToLong(Sent::cost).sum();
  }

  /** Of one leg; Long.MAX_VALUE / 8 where the service does not take a parcel. */
  static long cost(Leg leg) {
    long sum = leg.from().node().handlingCost().amount();
    for (Packing.Parcel parcel : leg.parcels()) {
      ParcelPrice.Outcome price =
          leg.offer().lane().tariff().parts(parcel.grams(), parcel.box().outer());
      if (!(price instanceof ParcelPrice.Outcome.Priced(ParcelPrice priced))) {
        return Long.MAX_VALUE / 8;
      }
      sum += priced.total().amount() + parcel.box().cost().amount();
    }
    return sum;
  }

  /** Share of held-out deliveries in which all of it comes in time. */
  double kept(LocalDate deliverBy, Lanes lanes, Random draws, int times) {
    int kept = 0;
    for (int i = 0; i < times; i++) {
      boolean all = true;
      for (Leg leg : legs) {
        all &= arrives(leg, deliverBy, lanes, draws);
      }
      kept += all ? 1 : 0;
    }
    return (double) kept / times;
  }

  static boolean arrives(Leg leg, LocalDate deliverBy, Lanes lanes, Random draws) {
    int days = lanes.heldOut(Cases.lane(leg.offer()), draws);
    return !Cases.arrival(leg.offer().carrier(), leg.offer().day().date(), days).isAfter(deliverBy);
  }
}
