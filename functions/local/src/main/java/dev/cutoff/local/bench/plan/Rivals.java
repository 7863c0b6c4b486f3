package dev.cutoff.local.bench.plan;

import dev.cutoff.plan.application.Offer;
import dev.cutoff.plan.application.Origin;
import dev.cutoff.plan.application.PackedParts;
import dev.cutoff.plan.application.Packing;
import dev.cutoff.stock.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What others do: first the node, then the rate. The box is the cheapest that holds all, the
 * service the cheapest that is quoted to arrive in time, or the quickest where none is.
 */
final class Rivals {
  private Rivals() {}

  /** An order router: the nearest node that has it all, else from the nearest on. */
  static Optional<Sent> nearestNode(Case of, PackedParts packed) {
    return from(of, packed, -1);
  }

  /** A rate shopper: the same node every time, and what it lacks from the nearest on. */
  static Optional<Sent> fixedNode(Case of, PackedParts packed) {
    for (int i = 0; i < of.origins().size(); i++) {
      if (of.origins().get(i).node().id().value().equals("N0")) {
        return from(of, packed, i);
      }
    }
    throw new IllegalArgumentException("the shop has no node N0");
  }

  private static Optional<Sent> from(Case of, PackedParts packed, int fixed) {
    long open = (1L << of.parts().size()) - 1;
    List<Sent.Leg> legs = new ArrayList<>();
    if (fixed < 0) {
      for (int node = 0; node < of.origins().size(); node++) {
        if (there(of, node, open) == open) {
          return leg(of, packed, node, open).map(leg -> new Sent(List.of(leg)));
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    if (fixed >= 0) {
      order.add(fixed);
    }
    for (int node = 0; node < of.origins().size(); node++) {
      if (node != fixed) {
        order.add(node);
      }
    }
    for (int node : order) {
      long some = there(of, node, open);
      if (some != 0) {
        Optional<Sent.Leg> leg = leg(of, packed, node, some);
        if (leg.isEmpty()) {
          return Optional.empty();
        }
        legs.add(leg.get());
        open &= ~some;
      }
    }
    return Optional.of(new Sent(legs));
  }

  private static long there(Case of, int node, long open) {
    long some = 0;
    for (int i = 0; i < of.parts().size(); i++) {
      Demand demand = of.parts().get(i).demands().getFirst();
      boolean has =
          of.origins().get(node).free().getOrDefault(demand.sku(), 0L) >= demand.quantity();
      some |= has ? open & (1L << i) : 0;
    }
    return some;
  }

  private static Optional<Sent.Leg> leg(Case of, PackedParts packed, int node, long some) {
    Origin origin = of.origins().get(node);
    Optional<List<Packing.Parcel>> boxes =
        packed.packings(some).stream()
            .min(
                Comparator.comparingLong(parcels ->
                    parcels.stream().mapToLong(each -> each.box().cost().amount()).sum()));
    if (boxes.isEmpty()) {
      return Optional.empty();
    }
    Comparator<Offer> cheapest =
        Comparator.comparingLong(
            (Offer offer) -> Sent.cost(new Sent.Leg(origin, offer, boxes.get(), of.values())));
    List<Offer> today =
        origin.offers().stream()
            .filter(offer ->
                Sent.cost(new Sent.Leg(origin, offer, boxes.get(), of.values())) < Sent.NEVER)
            .toList();
    return today.stream()
        .filter(offer -> !offer.expected().isAfter(of.deliverBy()))
        .min(cheapest.thenComparing(Offer::expected))
        .or(() -> today.stream().min(Comparator.comparing(Offer::expected).thenComparing(cheapest)))
        .map(offer -> new Sent.Leg(origin, offer, boxes.get(), of.values()));
  }
}
