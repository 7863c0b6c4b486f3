package dev.cutoff.plan.application;

import dev.cutoff.rate.ParcelPrice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why services take no parcel of an order: "31520 g is over its limit of 30000 g". A part that is
 * too big for a service by itself is so in company as well, so that each part is looked at alone.
 */
final class TooBig {
  private TooBig() {}

  /** Services that can't take some part, however it is packed. */
  static List<Offers.NotServed> of(PackedParts parts, List<Origin> origins) {
    Set<Offers.NotServed> all = new LinkedHashSet<>();
    for (int part = 0; part < parts.parts().size(); part++) {
      List<List<Packing.Parcel>> packings = parts.packings(1L << part);
      for (Origin origin : origins) {
        for (Offer offer : origin.offers()) {
          why(offer, packings)
              .map(why ->
                  new Offers.NotServed(
                      origin.node().id(), offer.carrier().id(), offer.service().id(), why))
              .ifPresent(all::add);
        }
      }
    }
    return new ArrayList<>(all);
  }

  /** What is wrong with the first packing, where something is with each. */
  private static Optional<String> why(Offer offer, List<List<Packing.Parcel>> packings) {
    List<Optional<String>> each = packings.stream().map(parcels -> of(offer, parcels)).toList();
    return each.stream().allMatch(Optional::isPresent)
        ? each.stream().findFirst().flatMap(first -> first)
        : Optional.empty();
  }

  private static Optional<String> of(Offer offer, List<Packing.Parcel> parcels) {
    for (Packing.Parcel parcel : parcels) {
      switch (offer.lane().tariff().parts(parcel.grams(), parcel.box().outer())) {
        case ParcelPrice.Outcome.TooBig tooBig -> {
          return Optional.of(tooBig.why());
        }
        case ParcelPrice.Outcome.Priced priced -> {}
      }
    }
    return Optional.empty();
  }
}
