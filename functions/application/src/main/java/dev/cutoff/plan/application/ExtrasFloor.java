package dev.cutoff.plan.application;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import dev.cutoff.plan.ExtrasWanted;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that any service asks for the extras of some parts: one signature, and insurance of the
 * whole value. Parts more want no less, so that it bounds what is only begun, too.
 */
final class ExtrasFloor {
  /** Each parcel's insurance is rounded, by half a minor unit at most. */
  private static final long ROUNDED = 32;

  private final PlanRules rules;
  private final String currency;
  private final List<ServiceTerms> services;
  private final long[] values;
  private final boolean[] adults;
  private final Map<Long, Known> known = new HashMap<>();

  private record Known(ExtrasWanted wanted, long least) {}

  ExtrasFloor(List<Part> parts, PlanRules rules, String currency, List<ServiceTerms> services) {
    this.rules = rules;
    this.currency = currency;
    this.services = List.copyOf(services);
    this.values = parts.stream().mapToLong(Part::value).toArray();
    this.adults = new boolean[parts.size()];
    for (int i = 0; i < adults.length; i++) {
      adults[i] = parts.get(i).forAdults();
    }
  }

  /** What these parts want as one shipment. */
  ExtrasWanted wanted(long some) {
    return known(some).wanted();
  }

  /** In minor units. */
  long of(long some) {
    return known(some).least();
  }

  private Known known(long some) {
    return known.computeIfAbsent(some, this::reckon);
  }

  private Known reckon(long some) {
    long sum = 0;
    boolean forAdults = false;
    for (int i = 0; i < values.length; i++) {
      if ((some & (1L << i)) != 0) {
        sum = Math.addExact(sum, values[i]);
        forAdults |= adults[i];
      }
    }
    Money value = Money.of(sum, currency);
    ExtrasWanted wanted = ExtrasWanted.of(forAdults, value, rules);
    long least = signature(wanted.signature()) + (wanted.insured() ? insurance(value) : 0);
    return new Known(wanted, least);
  }

  private long signature(Signature wanted) {
    return wanted == Signature.NONE
        ? 0
        : services.stream()
            .map(terms -> ExtraPrices.signature(terms, wanted))
            .filter(java.util.Objects::nonNull)
            .mapToLong(Money::amount)
            .min()
            .orElse(0);
  }

  private long insurance(Money value) {
    long least = Long.MAX_VALUE;
    for (ServiceTerms terms : services) {
      Insurance insurance = terms.insurance();
      if (insurance != null) {
        long whole = value.basisPoints(insurance.basisPoints()).amount() - ROUNDED;
        least = Math.min(least, Math.max(insurance.least().amount(), whole));
      }
    }
    return least == Long.MAX_VALUE ? 0 : least;
  }
}
