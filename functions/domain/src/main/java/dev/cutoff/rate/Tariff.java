package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a service asks for a parcel in one zone, reckoned out for every step of its card, so that a
 * planner can ask a hundred thousand times.
 */
public final class Tariff {
  /** No price. */
  public static final long NONE = Long.MAX_VALUE;

  private final Service service;
  private final Zone zone;
  private final List<Surcharge> surcharges;
  private final Address to;
  private final long[] steps;
  private final long[] plain;
  private final long[] oversize;
  private final long[] least;

  Tariff(Service service, Zone zone, List<Surcharge> surcharges, Address to) {
    this.service = service;
    this.zone = zone;
    this.surcharges = List.copyOf(surcharges);
    this.to = to;
    int count = zone.prices().size();
    this.steps = new long[count];
    this.plain = new long[count];
    this.oversize = new long[count];
    this.least = new long[count];
    int i = 0;
    for (Map.Entry<Long, Money> step : zone.prices().entrySet()) {
      steps[i] = step.getKey();
      plain[i] = total(step.getValue(), false);
      oversize[i] = total(step.getValue(), true);
      i++;
    }
    long cheapest = NONE;
    for (int step = count - 1; step >= 0; step--) {
      cheapest = Math.min(cheapest, Math.min(plain[step], oversize[step]));
      least[step] = cheapest;
    }
  }

  /** Price in minor units; {@link #NONE} where the service does not take it. */
  public long price(long grams, Size size) {
    int longest = size.longestMm();
    if (grams > service.maxGrams() || longest > service.maxLengthMm()) {
      return NONE;
    }
    int step = step(ParcelPrice.billableGrams(service, grams, size));
    if (step == steps.length) {
      return NONE;
    }
    return longest > Surcharges.OVERSIZE_FROM_MM ? oversize[step] : plain[step];
  }

  /** No parcel of that weight or more costs less, whatever its size. */
  public long atLeast(long grams) {
    int step = step(grams);
    return grams > service.maxGrams() || step == steps.length ? NONE : least[step];
  }

  /** Whether both ask the same for any parcel: a service's days mostly do. */
  public boolean asksAs(Tariff other) {
    return service.equals(other.service)
        && Arrays.equals(steps, other.steps)
        && Arrays.equals(plain, other.plain)
        && Arrays.equals(oversize, other.oversize);
  }

  /** The weights at which the price may change. */
  public long[] steps() {
    return steps.clone();
  }

  /** The price part by part. */
  public ParcelPrice.Outcome parts(long grams, Size size) {
    return ParcelPrice.of(service, zone, surcharges, grams, size, to);
  }

  private int step(long grams) {
    int low = 0;
    int high = steps.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps[middle] < grams) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long total(Money base, boolean oversized) {
    long total = base.amount();
    for (Surcharge surcharge : surcharges) {
      boolean applies =
          surcharge.applies() == Surcharge.Applies.OVERSIZE
              ? oversized
              : Surcharges.applies(surcharge, NO_SIZE, to);
      if (applies) {
        total = Math.addExact(total, Surcharges.amount(surcharge, base).amount());
      }
    }
    return total;
  }

  private static final Size NO_SIZE = new Size(0, 0, 0);
}
