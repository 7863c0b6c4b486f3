package dev.cutoff.local.bench.plan;

import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.plan.application.Offer;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.rate.ParcelPrice;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * How somebody sends an order, and what it comes to by a reckoning that no planner shares.
 *
 * @param legs one a node
 */
record Sent(List<Leg> legs) {
  static final long NEVER = Long.MAX_VALUE / 8;

  Sent {
    legs = List.copyOf(legs);
  }

  /**
   * What a node sends.
   *
   * @param values of one unit, by line
   */
  record Leg(Origin from, Offer offer, List<Packing.Parcel> parcels, Map<String, Long> values) {}

  /** Fulfilment cost in minor units: handling, boxes, postage part by part. */
  long cost() {
    return legs.stream().mapToLong(Sent::cost).sum();
  }

  /** Of one leg; {@link #NEVER} where the service does not take a parcel. */
  static long cost(Leg leg) {
    long sum = leg.from().node().handlingCost().amount();
    for (Packing.Parcel parcel : leg.parcels()) {
      ParcelPrice.Outcome price =
          leg.offer().lane().tariff().parts(parcel.grams(), parcel.box().outer());
      if (!(price instanceof ParcelPrice.Outcome.Priced(ParcelPrice priced))) {
        return NEVER;
      }
      sum += priced.total().amount() + parcel.box().cost().amount();
    }
    long extras = extras(leg);
    return extras < 0 ? NEVER : sum + extras;
  }

  /** Signature and insurance; below zero where the service does not do what it must. */
  private static long extras(Leg leg) {
    ServiceTerms terms = leg.offer().service().terms();
    long all = leg.parcels().stream().mapToLong(parcel -> value(leg, parcel)).sum();
    long sum = 0;
    for (Packing.Parcel parcel : leg.parcels()) {
      if (all > Dear.SIGNATURE_OVER) {
        if (terms.signature() == null) {
          return -1;
        }
        sum += terms.signature().amount();
      }
      ServiceTerms.Insurance insurance = terms.insurance();
      if (all > Dear.INSURE_OVER && insurance != null) {
        long value = value(leg, parcel);
        if (value > insurance.most().amount()) {
          return -1;
        }
        sum +=
            Math.max(insurance.least().amount(), Math.round(value * insurance.basisPoints() / 1e4));
      }
    }
    return sum;
  }

  private static long value(Leg leg, Packing.Parcel parcel) {
    return parcel.lines().stream()
        .mapToLong(line -> line.quantity() * leg.values().getOrDefault(line.lineId(), 0L))
        .sum();
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
