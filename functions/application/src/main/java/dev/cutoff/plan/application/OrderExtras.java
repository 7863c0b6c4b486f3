package dev.cutoff.plan.application;

import dev.cutoff.merchant.PlanRules;
import dev.cutoff.merchant.ServiceTerms.Insurance;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Consignment;
import dev.cutoff.plan.ExtrasWanted;
import dev.cutoff.plan.Quote;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.rate.Tariff;
import dev.cutoff.shipment.ParcelExtras;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signatures and the insurance that shipments of an order want by the shop's rules, and what
 * services ask for them on top of postage.
 */
public final class OrderExtras {
  private final PackedParts parts;
  private final Map<String, Long> unitValues;
  private final PlanRules rules;
  private final String currency;
  private final ExtrasFloor floor;
  private final Map<Long, Consignment> known = new HashMap<>();

  public OrderExtras(PackedParts parts, List<Wanted.Line> lines, PlanRules rules, String currency) {
    this.parts = parts;
    this.unitValues =
        lines.stream()
            .collect(
                Collectors.toMap(
                    line -> line.demand().lineId(), Wanted.Line::unitValue, (one, same) -> one));
    this.rules = rules;
    this.currency = currency;
    this.floor = new ExtrasFloor(parts.parts(), rules, currency);
  }

  /** Some parts as one shipment. */
  Consignment consignment(long some) {
    return known.computeIfAbsent(some, missing -> parts.consignment(missing, currency, rules));
  }

  /** Of each parcel of a shipment of these parts. */
  List<ParcelExtras> of(long some, List<Packing.Parcel> parcels) {
    return parcels.stream().map(parcel -> of(some, parcel)).toList();
  }

  private ParcelExtras of(long some, Packing.Parcel parcel) {
    ExtrasWanted wanted = floor.wanted(some);
    return wanted.any() ? wanted.of(value(parcel)) : ParcelExtras.NONE;
  }

  /** What is in it, after discounts; a kit counts where its first component is. */
  private Money value(Packing.Parcel parcel) {
    long sum = 0;
    for (var line : parcel.lines()) {
      long each = unitValues.getOrDefault(line.lineId(), 0L);
      sum = Math.addExact(sum, Math.multiplyExact(each, line.quantity()));
    }
    return Money.of(sum, currency);
  }

  /** Why a service insures too little for these parts, however they are packed. */
  public Optional<String> refuses(Offer offer, long some) {
    Insurance insurance = offer.service().terms().insurance();
    if (insurance == null || !floor.wanted(some).insured()) {
      return Optional.empty();
    }
    List<List<Packing.Parcel>> packings = parts.packings(some);
    boolean never =
        !packings.isEmpty()
            && packings.stream()
                .allMatch(parcels ->
                    parcels.stream().anyMatch(each -> value(each).compareTo(insurance.most()) > 0));
    return never
        ? Optional.of(
            "insures a parcel for %s at most, and %s is to be insured"
                .formatted(insurance.most().display(), consignment(some).value().display()))
        : Optional.empty();
  }

  /**
   * Prices with them, where a price does not contain them already. Where the whole order wants
   * nothing, no part of it does.
   */
  public PricedWays.Prices over(PricedWays.Prices prices) {
    long all = (1L << parts.parts().size()) - 1;
    return floor.wanted(all).any() ? new WithExtras(prices) : prices;
  }

  private final class WithExtras implements PricedWays.Prices {
    private final PricedWays.Prices prices;

    private WithExtras(PricedWays.Prices prices) {
      this.prices = prices;
    }

    @Override
    public long postage(Offer offer, long some, List<Packing.Parcel> parcels) {
      long sum = prices.postage(offer, some, parcels);
      if (sum == Tariff.NONE || !floor.wanted(some).any() || prices.withExtras(offer)) {
        return sum;
      }
      for (Packing.Parcel parcel : parcels) {
        Optional<List<Quote.Component>> charges = charges(offer, some, parcel);
        if (charges.isEmpty()) {
          return Tariff.NONE;
        }
        for (Quote.Component charge : charges.get()) {
          sum += charge.amount().amount();
        }
      }
      return sum;
    }

    @Override
    public double chance(Offer offer, long some, List<Packing.Parcel> parcels) {
      return prices.chance(offer, some, parcels);
    }

    @Override
    public ExtrasLevel extras(long some) {
      return floor.level(some);
    }

    @Override
    public long extrasAtLeast(Offer offer, ExtrasLevel level, boolean alone) {
      return prices.withExtras(offer)
          ? 0
          : ExtrasFloor.atLeast(offer.service().terms(), level, currency, alone);
    }

    @Override
    public boolean byDay() {
      return prices.byDay();
    }

    @Override
    public boolean withExtras(Offer offer) {
      return true;
    }

    @Override
    public PricedWays.Detail detail(Offer offer, long some, List<Packing.Parcel> parcels) {
      PricedWays.Detail plain = prices.detail(offer, some, parcels);
      if (!floor.wanted(some).any() || prices.withExtras(offer)) {
        return plain;
      }
      List<Money> perParcel = new ArrayList<>();
      List<Quote.Component> components = new ArrayList<>(plain.components());
      for (int i = 0; i < parcels.size(); i++) {
        String whose = parcels.size() == 1 ? "" : "parcel " + (i + 1) + ": ";
        Money price = plain.perParcel().get(i);
        for (Quote.Component charge : charges(offer, some, parcels.get(i)).orElseThrow()) {
          price = price.plus(charge.amount());
          components.add(new Quote.Component(whose + charge.name(), charge.amount()));
        }
        perParcel.add(price);
      }
      return new PricedWays.Detail(
          perParcel, components, plain.deliveryDate(), plain.provisional());
    }

    private Optional<List<Quote.Component>> charges(Offer offer, long some, Packing.Parcel parcel) {
      return ExtraPrices.of(offer.service().terms(), of(some, parcel));
    }
  }
}
