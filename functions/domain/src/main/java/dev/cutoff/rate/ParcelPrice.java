package dev.cutoff.rate;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.Size;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one parcel costs, part by part: the base price first. */
public record ParcelPrice(List<Component> parts) {
  public ParcelPrice {
    parts = List.copyOf(parts);
  }

  /** A price, or why there is none. */
  public sealed interface Outcome {
    record Priced(ParcelPrice price) implements Outcome {}

    /** In words that stand behind the name of the service. */
    record TooBig(String why) implements Outcome {}
  }

  static Outcome of(
      Service service, Zone zone, List<Surcharge> surcharges, long grams, Size size, Address to) {
    if (grams > service.maxGrams()) {
      return tooBig(grams + " g is over its limit of " + service.maxGrams() + " g");
    }
    int longest = size.longestMm();
    if (longest > service.maxLengthMm()) {
      return tooBig(longest + " mm is over its limit of " + service.maxLengthMm() + " mm");
    }
    long billable = billableGrams(service, grams, size);
    Optional<Map.Entry<Long, Money>> step =
        zone.prices().tailMap(billable).entrySet().stream().findFirst();
    if (step.isEmpty()) {
      return tooBig(billable + " g billable is over the last step of zone " + zone.id());
    }
    Money base = step.get().getValue();
    List<Component> parts = new ArrayList<>();
    parts.add(new Component("base zone " + zone.id() + " to " + step.get().getKey() + " g", base));
    parts.addAll(Surcharges.of(surcharges, size, to, base));
    return new Outcome.Priced(new ParcelPrice(parts));
  }

  /** What the carrier bills: the weight, or the room it takes where that counts for more. */
  static long billableGrams(Service service, long grams, Size size) {
    if (service.dimDivisor() == 0) {
      return grams;
    }
    long dimensional = Math.ceilDiv(size.cubicMm(), service.dimDivisor());
    return Math.max(grams, dimensional);
  }

  public Money total() {
    return parts.stream().map(Component::amount).reduce(Money::plus).orElseThrow();
  }

  /** Of all parcels, each part with the parcel's number where there are several. */
  public static List<Component> components(List<ParcelPrice> prices) {
    List<Component> all = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      String whose = prices.size() == 1 ? "" : "parcel " + (i + 1) + ": ";
      for (Component part : prices.get(i).parts()) {
        all.add(new Component(whose + part.name(), part.amount()));
      }
    }
    return all;
  }

  private static Outcome tooBig(String why) {
    return new Outcome.TooBig(why);
  }
}
