package dev.cutoff.adapter.merchant;

import dev.cutoff.merchant.CarrierLimits;
import dev.cutoff.merchant.Goods.Hazard;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a carrier is used, and what its services do beyond carrying; all may be left out. */
final class TermsBinding {
  private static final Pattern DAYS = Pattern.compile("\\d|[1-9]\\d|1[01]\\d|120");
  private static final long TONNE = 1_000_000;
  private static final long ALL = 1_000;

  private final String currency;

  TermsBinding(String currency) {
    this.currency = currency;
  }

  static CarrierLimits limits(Field limits) {
    long least = limits.find("leastGrams").map(it -> Values.whole(it, 0, TONNE)).orElse(0L);
    return new CarrierLimits(
        Timetables.calendar(limits),
        Timetables.days(limits, "idle"),
        GoodsBinding.destinations(limits, "notTo"),
        GoodsBinding.destinations(limits, "onlyTo"),
        least,
        limits
            .find("mostGrams")
            .map(it -> Values.whole(it, Math.max(1, least), TONNE))
            .orElse(null),
        GoodsBinding.tags(limits, "notTags"),
        GoodsBinding.tags(limits, "onlyTags"),
        limits.find("sharePercent").map(it -> (int) Values.whole(it, 1, 100)).orElse(null),
        Timetables.parcels(limits, "parcelsPerDay"));
  }

  ServiceTerms terms(Field terms) {
    ServiceTerms plain = ServiceTerms.PLAIN;
    return new ServiceTerms(
        transit(terms),
        money(terms, "signature"),
        money(terms, "adultSignature"),
        terms.find("insurance").map(it -> it.as(this::insurance)).orElse(null),
        accepts(terms),
        GoodsBinding.flag(terms, "ground", plain.ground()),
        GoodsBinding.flag(terms, "cold", plain.cold()),
        GoodsBinding.flag(terms, "postBoxes", plain.postBoxes()),
        GoodsBinding.flag(terms, "military", plain.military()));
  }

  private static Map<String, SortedMap<Integer, Integer>> transit(Field terms) {
    Map<String, SortedMap<Integer, Integer>> zones = new TreeMap<>();
    terms
        .find("transit")
        .ifPresent(all -> all.entries((zone, days) -> zones.put(zone, shares(days))));
    return zones;
  }

  private static SortedMap<Integer, Integer> shares(Field days) {
    TreeMap<Integer, Integer> shares = new TreeMap<>();
    days.entries((name, share) -> {
      if (!DAYS.matcher(name).matches()) {
        throw share.wrong("must be a number of delivery days, from 0 to 120");
      }
      return shares.put(Integer.valueOf(name), (int) Values.whole(share, 0, ALL));
    });
    long sum = shares.values().stream().mapToLong(Integer::longValue).sum();
    if (shares.size() == days.node().size() && sum != ALL) {
      throw days.wrong("must come to 1000 in all, and comes to " + sum);
    }
    return shares;
  }

  private static Set<Hazard> accepts(Field terms) {
    Set<Hazard> accepts = new TreeSet<>();
    terms
        .find("accepts")
        .ifPresent(all -> all.each(it -> accepts.add(Values.choice(it, Hazard.values()))));
    return accepts;
  }

  private Insurance insurance(Field insurance) {
    return new Insurance(
        Values.basisPoints(insurance.get("percent")),
        Values.money(insurance.get("least"), currency),
        Values.money(insurance.get("most"), currency));
  }

  private @Nullable Money money(Field parent, String name) {
    return parent.find(name).map(it -> Values.money(it, currency)).orElse(null);
  }
}
