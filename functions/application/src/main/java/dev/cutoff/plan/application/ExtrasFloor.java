package dev.cutoff.plan.application;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import dev.cutoff.plan.ExtrasWanted;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.rate.Tariff;
import dev.cutoff.shipment.ParcelExtras;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that a service asks for the extras of some parts: one signature, and insurance of the
 * whole value. Parts more want no less, so that it bounds what is only begun, too.
 */
final class ExtrasFloor {
  /** Each parcel's insurance is rounded, by half a minor unit at most. */
  private static final long ROUNDED = 32;

  /** Levels of value that are told apart. */
  private static final long LEVELS = 32;

  private final PlanRules rules;
  private final String currency;
  private final long[] values;
  private final boolean[] adults;
  private final long step;
  private final Map<Long, Known> known = new HashMap<>();

  private record Known(ExtrasWanted wanted, ExtrasLevel level) {}

  ExtrasFloor(List<Part> parts, PlanRules rules, String currency) {
    this.rules = rules;
    this.currency = currency;
    this.values = parts.stream().mapToLong(Part::value).toArray();
    this.adults = new boolean[parts.size()];
    long sum = 0;
    for (int i = 0; i < adults.length; i++) {
      adults[i] = parts.get(i).forAdults();
      sum = Math.addExact(sum, values[i]);
    }
    this.step = Math.max(1, sum / LEVELS);
  }

  /** What these parts want as one shipment. */
  ExtrasWanted wanted(long some) {
    return known(some).wanted();
  }

  /** The same, with about what it is worth. */
  ExtrasLevel level(long some) {
    return known(some).level();
  }

  /** In minor units; {@link Tariff#NONE} where the service does not do it. */
  static long atLeast(ServiceTerms terms, ExtrasLevel level, String currency, boolean alone) {
    ExtrasWanted wanted = level.wanted();
    Money value = Money.of(level.value(), currency);
    if (alone) {
      return ExtraPrices.of(terms, wanted.of(value))
          .map(charges -> charges.stream().mapToLong(each -> each.amount().amount()).sum())
          .orElse(Tariff.NONE);
    }
    return ExtraPrices.of(terms, new ParcelExtras(wanted.signature(), null))
        .map(charges -> charges.stream().mapToLong(each -> each.amount().amount()).sum())
        .map(signed -> signed + (wanted.insured() ? insurance(terms, value) : 0))
        .orElse(Tariff.NONE);
  }

  /** Of several parcels none need be dearer than what the service insures. */
  private static long insurance(ServiceTerms terms, Money value) {
    Insurance insurance = terms.insurance();
    return insurance == null
        ? 0
        : Math.max(
            insurance.least().amount(),
            value.basisPoints(insurance.basisPoints()).amount() - ROUNDED);
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
    ExtrasWanted wanted = ExtrasWanted.of(forAdults, Money.of(sum, currency), rules);
    return new Known(
        wanted, wanted.any() ? new ExtrasLevel(wanted, sum - sum % step) : ExtrasLevel.NONE);
  }
}
