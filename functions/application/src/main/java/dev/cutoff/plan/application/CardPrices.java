package dev.cutoff.plan.application;

import dev.cutoff.money.Money;
import dev.cutoff.rate.ParcelPrice;
import dev.cutoff.rate.Tariff;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Prices by the rate cards of the merchant file. */
public final class CardPrices implements PricedWays.Prices {
  private final Predicate<String> isLive;

  /**
   * Makes them.
   *
   * @param isLive whether a carrier's own word counts, so that its card is provisional
   */
  public CardPrices(Predicate<String> isLive) {
    this.isLive = isLive;
  }

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
  public boolean byDay() {
    return false;
  }

  @Override
  public double chance(Offer offer, long parts, List<Packing.Parcel> parcels) {
    return offer.chance();
  }

  @Override
  public PricedWays.Detail detail(Offer offer, long parts, List<Packing.Parcel> parcels) {
    List<ParcelPrice> prices = new ArrayList<>();
    for (Packing.Parcel parcel : parcels) {
      switch (offer.lane().tariff().parts(parcel.grams(), parcel.box().outer())) {
        case ParcelPrice.Outcome.Priced priced -> prices.add(priced.price());
        case ParcelPrice.Outcome.TooBig tooBig ->
            throw new IllegalStateException("planned, and too big: " + tooBig.why());
      }
    }
    List<Money> perParcel = prices.stream().map(ParcelPrice::total).toList();
    return new PricedWays.Detail(
        perParcel,
        ParcelPrice.components(prices),
        offer.expected(),
        isLive.test(offer.carrier().id()));
  }
}
