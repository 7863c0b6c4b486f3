package dev.cutoff.local.bench.plan;

import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.application.Offer;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.plan.application.Part;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.Sku;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Tries every node for every line, every packing, service and day, and every node once its inbound
 * units are there: what the planner has to equal. It shares with the planner which items a box
 * holds, and nothing else.
 */
final class Exhaustive {
  private final Case of;
  private final PackedParts packed;
  private final double leastChance;
  private final Map<Long, List<Priced>> legs = new HashMap<>();
  private long best = Long.MAX_VALUE;

  private record Priced(long cost, double chance) {}

  private Exhaustive(Case of, PackedParts packed, double leastChance) {
    this.of = of;
    this.packed = packed;
    this.leastChance = leastChance;
  }

  /** The least cost, lateness included; empty where no plan is sure enough. */
  static OptionalLong least(Case of, PackedParts packed, double leastChance) {
    Exhaustive search = new Exhaustive(of, packed, leastChance);
    search.assign(0, new long[of.origins().size()]);
    if (search.best < Long.MAX_VALUE) {
      for (int node = 0; node < of.origins().size(); node++) {
        search.waitFor(node);
      }
    }
    return search.best == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(search.best);
  }

  private void assign(int part, long[] taken) {
    if (part < of.parts().size()) {
      for (int node = 0; node < taken.length; node++) {
        taken[node] |= 1L << part;
        assign(part + 1, taken);
        taken[node] &= ~(1L << part);
      }
      return;
    }
    List<List<Priced>> choices = new ArrayList<>();
    for (int node = 0; node < taken.length; node++) {
      if (taken[node] != 0) {
        if (!isThere(node, taken[node])) {
          return;
        }
        choices.add(priced(node, taken[node]));
      }
    }
    if (choices.size() <= Case.MOST_SHIPMENTS) {
      combine(choices, 0, 0, 1);
    }
  }

  /** All of it from one node, once the last part that it lacks has come. */
  private void waitFor(int node) {
    Origin origin = of.origins().get(node);
    @Nullable LocalDate from = null;
    for (Part part : of.parts()) {
      Demand demand = part.demands().getFirst();
      if (origin.free().getOrDefault(demand.sku(), 0L) >= demand.quantity()) {
        continue;
      }
      @Nullable LocalDate day = null;
      for (Receipt.Expected each : of.inbound()) {
        if (each.node().equals(origin.node().id().value())
            && each.sku().equals(demand.sku().value())
            && (day == null || each.on().isBefore(day))) {
          day = each.on();
        }
      }
      if (day == null) {
        return;
      }
      from = from == null || !day.isBefore(from) ? day.plusDays(1) : from;
    }
    if (from == null) {
      return;
    }
    long all = (1L << of.parts().size()) - 1;
    for (Offer offer : origin.offers()) {
      if (offer.day().date().isBefore(from) || offer.chance() < leastChance) {
        continue;
      }
      for (List<Packing.Parcel> parcels : packed.packings(all)) {
        long cost = Sent.cost(new Sent.Leg(origin, offer, parcels, of.values()));
        if (cost < Sent.NEVER) {
          best = Math.min(best, cost + Math.round(Case.LATE_COST * (1 - offer.chance())));
        }
      }
    }
  }

  private void combine(List<List<Priced>> choices, int leg, long cost, double chance) {
    if (leg == choices.size()) {
      if (chance >= leastChance) {
        best = Math.min(best, cost + Math.round(Case.LATE_COST * (1 - chance)));
      }
      return;
    }
    for (Priced each : choices.get(leg)) {
      combine(choices, leg + 1, cost + each.cost(), chance * each.chance());
    }
  }

  private boolean isThere(int node, long some) {
    Map<Sku, Long> wanted = new HashMap<>();
    for (int i = 0; i < of.parts().size(); i++) {
      if ((some & (1L << i)) != 0) {
        of.parts()
            .get(i)
            .demands()
            .forEach(demand -> wanted.merge(demand.sku(), demand.quantity(), Long::sum));
      }
    }
    Map<Sku, Long> free = of.origins().get(node).free();
    return wanted.entrySet().stream()
        .allMatch(each -> free.getOrDefault(each.getKey(), 0L) >= each.getValue());
  }

  /** The cheapest packing for each service and day. */
  private List<Priced> priced(int node, long some) {
    return legs.computeIfAbsent(
        some * 64 + node,
        missing -> {
          Origin origin = of.origins().get(node);
          List<Priced> all = new ArrayList<>();
          for (Offer offer : origin.offers()) {
            long least = Long.MAX_VALUE;
            for (List<Packing.Parcel> parcels : packed.packings(some)) {
              least = Math.min(least, Sent.cost(new Sent.Leg(origin, offer, parcels, of.values())));
            }
            if (least < Sent.NEVER) {
              all.add(new Priced(least, offer.chance()));
            }
          }
          return all;
        });
  }
}
