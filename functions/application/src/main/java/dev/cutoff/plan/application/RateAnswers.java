package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a carrier's answer can be used, and in words why the rest can't. */
final class RateAnswers {
  private static final int MOST_DAYS = 366;

  private RateAnswers() {}

  /**
   * An answer that was looked at.
   *
   * @param leftOut "air: priced in EUR, not in USD"
   */
  record Judged(List<Quote> usable, List<String> leftOut) {}

  static Judged judge(List<Quote> quotes, Carrier carrier, RateRequest request, String currency) {
    List<Quote> usable = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    for (Quote quote : quotes) {
      problem(quote, carrier, request, currency)
          .ifPresentOrElse(
              why -> leftOut.add(named(quote, carrier) + ": " + why), () -> usable.add(quote));
    }
    return new Judged(List.copyOf(usable), List.copyOf(leftOut));
  }

  private static Optional<String> problem(
      Quote quote, Carrier carrier, RateRequest request, String currency) {
    if (!quote.carrier().equals(carrier.id())) {
      return Optional.of("a price of another carrier");
    }
    if (carrier.services().stream().noneMatch(each -> each.id().equals(quote.service()))) {
      return Optional.of("no such service in the merchant file");
    }
    List<Money> prices =
        Stream.concat(Stream.of(quote.total()), quote.perParcel().stream()).toList();
    Optional<Money> foreign =
        prices.stream().filter(price -> !price.currency().equals(currency)).findFirst();
    if (foreign.isPresent()) {
      return Optional.of("priced in %s, not in %s".formatted(foreign.get().currency(), currency));
    }
    if (prices.stream().anyMatch(Money::isNegative)) {
      return Optional.of("a price below zero");
    }
    if (quote.perParcel().size() != request.parcels().size()) {
      return Optional.of(
          "%d prices for %d parcels".formatted(quote.perParcel().size(), request.parcels().size()));
    }
    if (quote.shipDate().isBefore(request.shipDate())
        || quote.deliveryDate().isBefore(quote.shipDate())) {
      return Optional.of("a date in the past");
    }
    if (quote.deliveryDate().isAfter(request.shipDate().plusDays(MOST_DAYS))) {
      return Optional.of("delivered after more than %d days".formatted(MOST_DAYS));
    }
    if (!(quote.confidence() >= 0 && quote.confidence() <= 1)) {
      return Optional.of("a chance that is none");
    }
    return Optional.empty();
  }

  /** A name that a stranger chose is told by its beginning, and without what is no letter. */
  private static String named(Quote quote, Carrier carrier) {
    return carrier.services().stream().anyMatch(each -> each.id().equals(quote.service()))
        ? quote.service()
        : "'%.30s'".formatted(quote.service().replaceAll("[^\\p{L}\\p{N} ._-]", "?"));
  }

  /** "2 parcels of 1.2 kg to US". */
  static String what(RateRequest request) {
    long grams = request.parcels().stream().mapToLong(ParcelSpec::grams).sum();
    int parcels = request.parcels().size();
    return "%s of %d.%d kg to %s"
        .formatted(
            parcels == 1 ? "a parcel" : parcels + " parcels",
            grams / 1_000,
            grams % 1_000 / 100,
            request.to().country());
  }
}
