package dev.cutoff.adapter.carrier.ups;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * UPS's prices as quotes of the shop's own services; what the merchant file has not is left out.
 */
final class Quotes {
  private static final Comparator<Quote> CHEAPEST_FIRST =
      Comparator.comparing((Quote quote) -> quote.total().currency())
          .thenComparing(Quote::total)
          .thenComparing(Quote::service);

  private final Carrier carrier;
  private final CarrierAccount account;
  private final LocalDate shipDate;

  Quotes(Carrier carrier, CarrierAccount account, LocalDate shipDate) {
    this.carrier = carrier;
    this.account = account;
    this.shipDate = shipDate;
  }

  /**
   * Of a request.
   *
   * @param parcels the prices of each, in their order
   */
  List<Quote> of(List<List<Rated>> parcels) {
    return carrier.services().stream()
        .flatMap(service -> quote(service, parcels).stream())
        .sorted(CHEAPEST_FIRST)
        .toList();
  }

  /** Empty where UPS does not sell it for one of the parcels, or says no day. */
  private Optional<Quote> quote(Service service, List<List<Rated>> parcels) {
    String code = Rated.code(account.serviceCode(service.id()));
    List<Rated> rated = new ArrayList<>();
    for (List<Rated> parcel : parcels) {
      parcel.stream().filter(each -> each.service().equals(code)).findFirst().ifPresent(rated::add);
    }
    boolean oneCurrency =
        rated.stream().map(each -> each.price().currency()).distinct().count() == 1;
    if (rated.size() < parcels.size()
        || !oneCurrency
        || rated.stream().anyMatch(each -> each.arrival().isEmpty())) {
      return Optional.empty();
    }
    LocalDate ships = latest(rated.stream().flatMap(each -> each.pickup().stream()), shipDate);
    return Optional.of(
        new Quote(
            carrier.id(),
            service.id(),
            service.name(),
            rated.stream().map(Rated::price).toList(),
            rated.stream().map(Rated::price).reduce(Money::plus).orElseThrow(),
            components(service, rated),
            ships,
            latest(rated.stream().flatMap(each -> each.arrival().stream()), LocalDate.MIN),
            service.onTime()));
  }

  private static LocalDate latest(Stream<LocalDate> days, LocalDate least) {
    return Stream.concat(days, Stream.of(least)).max(Comparator.naturalOrder()).orElse(least);
  }

  private static List<Quote.Component> components(Service service, List<Rated> rated) {
    Map<String, Money> sums = new LinkedHashMap<>();
    for (Rated each : rated) {
      List<Quote.Component> parts =
          each.parts().isEmpty()
              ? List.of(new Quote.Component(service.name(), each.price()))
              : each.parts();
      parts.forEach(part -> sums.merge(part.name(), part.amount(), Money::plus));
    }
    return sums.entrySet().stream()
        .filter(each -> !each.getValue().isZero())
        .map(each -> new Quote.Component(each.getKey(), each.getValue()))
        .toList();
  }
}
