package dev.cutoff.plan.application;

import dev.cutoff.rate.Tariff;
import java.util.List;

/** Prices by the rate cards of the merchant file. */
final class CardPrices implements PricedWays.Prices {
  @Override
  public long postage(Offer offer, long parts, List<Packing.Parcel> parcels) {
    long sum = 0;
    for (Packing.Parcel parcel : parcels) {
      long price = offer.lane().tariff().price(parcel.grams(), parcel.box().outer());
      if (price == Tariff.NONE) {
        return Tariff.NONE;
      }
      sum += price;
    }
    return sum;
  }

  @Override
  public long extras(Offer offer, long parts) {
    return 0;
  }
}
