package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.RateCard;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Surcharge;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.CarrierProvider.ParcelSpec;
import dev.cutoff.plan.application.CarrierProvider.RateRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one service asks for a request, by the arithmetic of its rate card. */
final class Pricing {
  private final Zoning zoning;

  Pricing(Geography geography) {
    this.zoning = new Zoning(geography);
  }

  sealed interface Outcome {
    record Priced(Quote quote, Zone zone) implements Outcome {}

    /** In words that stand behind the name of the service: "does not deliver to DE". */
    record NotServed(String why) implements Outcome {}
  }

  Outcome price(Carrier carrier, Service service, RateRequest request) {
    Optional<String> country = Destinations.servedAs(request.to(), service.countries());
    if (country.isEmpty()) {
      String wanted = request.to().country();
      return notServed(
          wanted.isEmpty() ? "needs the recipient's country" : "does not deliver to " + wanted);
    }
    Optional<LocalDate> shipDate = Days.handOver(carrier, request.from(), request.shipDate());
    if (shipDate.isEmpty()) {
      return notServed("is never collected on a day on which " + request.from().id() + " ships");
    }
    Optional<RateCard> card = inForce(service, shipDate.get());
    if (card.isEmpty()) {
      return notServed("has no rate card for " + shipDate.get());
    }
    return switch (zoning.zone(card.get(), request.from().address(), request.to(), country.get())) {
      case Zoning.Outcome.InZone in ->
          inZone(carrier, service, request, shipDate.get(), card.get(), in.zone());
      case Zoning.Outcome.NoZone none -> notServed(none.why());
    };
  }

  private static Outcome inZone(
      Carrier carrier,
      Service service,
      RateRequest request,
      LocalDate shipDate,
      RateCard card,
      Zone zone) {
    List<Surcharge> surcharges = Surcharges.inForce(card, shipDate);
    String currency = request.from().handlingCost().currency();
    Optional<String> foreign = foreignCurrency(zone, surcharges, currency);
    if (foreign.isPresent()) {
      return notServed("is priced in " + foreign.get() + ", not in " + currency);
    }
    Optional<LocalDate> deliveryDate = Days.delivery(carrier, shipDate, zone.transitDays());
    if (deliveryDate.isEmpty()) {
      return notServed("delivers on no day");
    }
    List<ParcelPrice> prices = new ArrayList<>();
    for (ParcelSpec parcel : request.parcels()) {
      switch (ParcelPrice.of(service, zone, surcharges, parcel, request.to())) {
        case ParcelPrice.Outcome.Priced priced -> prices.add(priced.price());
        case ParcelPrice.Outcome.TooBig tooBig -> {
          return notServed(tooBig.why());
        }
      }
    }
    Quote quote =
        new Quote(
            carrier.id(),
            service.id(),
            service.name(),
            prices.stream().map(ParcelPrice::total).toList(),
            prices.stream().map(ParcelPrice::total).reduce(Money.zero(currency), Money::plus),
            ParcelPrice.components(prices),
            shipDate,
            deliveryDate.get(),
            service.onTime());
    return new Outcome.Priced(quote, zone);
  }

  /** The card of the day; where two overlap, the one that came into force later. */
  private static Optional<RateCard> inForce(Service service, LocalDate shipDate) {
    return service.cards().stream()
        .filter(card -> Surcharges.within(shipDate, card.from(), card.until()))
        .max(Comparator.comparing(RateCard::from));
  }

  private static Optional<String> foreignCurrency(
      Zone zone, List<Surcharge> surcharges, String currency) {
    Stream<Money> fixed = surcharges.stream().flatMap(each -> Stream.ofNullable(each.fixed()));
    return Stream.concat(zone.prices().values().stream(), fixed)
        .map(Money::currency)
        .filter(other -> !other.equals(currency))
        .findFirst();
  }

  private static Outcome notServed(String why) {
    return new Outcome.NotServed(why);
  }
}
