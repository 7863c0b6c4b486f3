package dev.cutoff.adapter.carrier.ratecard;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.Carrier.Zone;
import dev.cutoff.merchant.ServiceTerms;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.rate.Lane;
import dev.cutoff.rate.ParcelPrice;
import dev.cutoff.rate.Places;
import dev.cutoff.shipment.ParcelExtras;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one service asks for a request, by the arithmetic of its rate card. */
final class Pricing {
  private final Places places;

  Pricing(Places places) {
    this.places = places;
  }

  sealed interface Outcome {
    record Priced(Quote quote, Zone zone) implements Outcome {}

    /** In words that stand behind the name of the service: "does not deliver to DE". */
    record NotServed(String why) implements Outcome {}
  }

  Outcome price(Carrier carrier, Service service, RateRequest request) {
    Optional<LocalDate> shipDate = Days.handOver(carrier, request.from(), request.shipDate());
    if (shipDate.isEmpty()) {
      return notServed("is never collected on a day on which " + request.from().id() + " ships");
    }
    return switch (Lane.of(
        carrier, service, request.from(), request.to(), shipDate.get(), places)) {
      case Lane.Outcome.NotServed not -> notServed(not.why());
      case Lane.Outcome.Served served -> onLane(served.lane(), request, shipDate.get());
    };
  }

  private static Outcome onLane(Lane lane, RateRequest request, LocalDate shipDate) {
    Optional<LocalDate> deliveryDate =
        Days.delivery(lane.carrier(), shipDate, lane.zone().transitDays());
    if (deliveryDate.isEmpty()) {
      return notServed("delivers on no day");
    }
    ServiceTerms terms = lane.service().terms();
    List<ParcelPrice> prices = new ArrayList<>();
    for (ParcelSpec parcel : request.parcels()) {
      switch (lane.tariff().parts(parcel.grams(), parcel.size())) {
        case ParcelPrice.Outcome.Priced priced -> {
          Optional<List<Quote.Component>> extras = ExtraPrices.of(terms, parcel.extras());
          if (extras.isEmpty()) {
            return notServed(without(parcel.extras()));
          }
          prices.add(
              new ParcelPrice(
                  Stream.concat(priced.price().parts().stream(), extras.get().stream()).toList()));
        }
        case ParcelPrice.Outcome.TooBig tooBig -> {
          return notServed(tooBig.why());
        }
      }
    }
    String currency = request.from().handlingCost().currency();
    Quote quote =
        new Quote(
            lane.carrier().id(),
            lane.service().id(),
            lane.service().name(),
            prices.stream().map(ParcelPrice::total).toList(),
            prices.stream().map(ParcelPrice::total).reduce(Money.zero(currency), Money::plus),
            ParcelPrice.components(prices),
            shipDate,
            deliveryDate.get(),
            lane.service().onTime());
    return new Outcome.Priced(quote, lane.zone());
  }

  private static String without(ParcelExtras extras) {
    Money insured = extras.insured();
    return switch (extras.signature()) {
          case NONE -> "does not insure a parcel";
          case ANYBODY -> "does not carry a parcel that is signed for";
          case ADULT -> "does not carry a parcel that an adult signs for";
        }
        + (insured == null ? "" : " for " + insured.display());
  }

  private static Outcome notServed(String why) {
    return new Outcome.NotServed(why);
  }
}
