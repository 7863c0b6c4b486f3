package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.LastQuotes.Known;
import dev.cutoff.plan.application.LastQuotes.Lane;
import dev.cutoff.shipment.ParcelExtras;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The last good quotes of carriers whose prices come from outside. They are written only where a
 * price changed or the row is a day old, and what was written lately is remembered, so that most
 * answers cost neither a read nor a write.
 */
public final class KeptQuotes {
  private static final int REMEMBERED = 2_000;
  private static final Duration FRESH = Duration.ofDays(1);
  private static final long STEP_GRAMS = 500;

  /** Cubic millimetres that most carriers take for a gram. */
  private static final long DIM_DIVISOR = 5_000;

  private static final int PREFIX = 3;

  private final LastQuotes last;
  private final Map<Lane, Known> remembered =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Lane, Known> eldest) {
          return size() > REMEMBERED;
        }
      };

  public KeptQuotes(LastQuotes last) {
    this.last = last;
  }

  /**
   * What the carrier said last of the same lane.
   *
   * @param quotes with the dates of the request
   */
  record Found(List<Quote> quotes, Duration age) {}

  Optional<Found> find(Carrier carrier, RateRequest request, Instant now) {
    return last.find(lane(carrier, request), now)
        .map(known ->
            new Found(
                known.quotes().stream().map(quote -> moved(quote, carrier, request)).toList(),
                Duration.between(known.saidAt(), now)));
  }

  /**
   * Keeps an answer.
   *
   * @return whether it was written
   */
  boolean keep(Carrier carrier, RateRequest request, List<Quote> quotes, Instant now) {
    Lane lane = lane(carrier, request);
    Known said = new Known(quotes, now);
    if (asBefore(remembered(lane), said, carrier)) {
      return false;
    }
    Known before = last.find(lane, now).orElse(null);
    if (asBefore(Optional.ofNullable(before), said, carrier) && before != null) {
      remember(lane, before);
      return false;
    }
    last.save(lane, said);
    remember(lane, said);
    return true;
  }

  static Lane lane(Carrier carrier, RateRequest request) {
    String postcode = request.to().postcode().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    String prefix = postcode.substring(0, Math.min(PREFIX, postcode.length()));
    return new Lane(
        carrier.id(),
        request.from().id(),
        request.to().country() + "-" + prefix,
        request.parcels().stream()
            .map(parcel -> step(parcel) + extras(parcel.extras()))
            .collect(Collectors.joining("+")));
  }

  /** What is billed, by the usual divisor, rounded up to half a kilogram. */
  private static long step(ParcelSpec parcel) {
    long billed = Math.max(parcel.grams(), parcel.size().cubicMm() / DIM_DIVISOR);
    return Math.max(1, (billed + STEP_GRAMS - 1) / STEP_GRAMS) * STEP_GRAMS;
  }

  /** A price without a signature says nothing of one with it: "ai30000" for an adult's, insured. */
  private static String extras(ParcelExtras extras) {
    Money insured = extras.insured();
    return switch (extras.signature()) {
          case NONE -> "";
          case ANYBODY -> "s";
          case ADULT -> "a";
        }
        + (insured == null ? "" : "i" + insured.amount());
  }

  private synchronized Optional<Known> remembered(Lane lane) {
    return Optional.ofNullable(remembered.get(lane));
  }

  private synchronized void remember(Lane lane, Known known) {
    remembered.put(lane, known);
  }

  private static boolean asBefore(Optional<Known> before, Known now, Carrier carrier) {
    return before.isPresent()
        && before.get().saidAt().plus(FRESH).isAfter(now.saidAt())
        && prices(before.get(), carrier).equals(prices(now, carrier));
  }

  private record Price(List<Money> perParcel, Money total, int days) {}

  private static Map<String, Price> prices(Known known, Carrier carrier) {
    Map<String, Price> prices = new LinkedHashMap<>();
    known.quotes().stream()
        .sorted(java.util.Comparator.comparing(Quote::service))
        .forEach(quote ->
            prices.put(
                quote.service(),
                new Price(quote.perParcel(), quote.total(), days(quote, carrier))));
    return prices;
  }

  /** The same days of delivery after another hand-over. */
  private static Quote moved(Quote quote, Carrier carrier, RateRequest request) {
    LocalDate delivery = request.shipDate();
    int left = days(quote, carrier);
    while (left > 0) {
      delivery = delivery.plusDays(1);
      if (delivers(carrier, delivery)) {
        left--;
      }
    }
    return new Quote(
        quote.carrier(),
        quote.service(),
        quote.serviceName(),
        quote.perParcel(),
        quote.total(),
        new ArrayList<>(quote.components()),
        request.shipDate(),
        delivery,
        quote.confidence());
  }

  private static int days(Quote quote, Carrier carrier) {
    return (int)
        quote
            .shipDate()
            .datesUntil(quote.deliveryDate())
            .filter(day -> delivers(carrier, day.plusDays(1)))
            .count();
  }

  private static boolean delivers(Carrier carrier, LocalDate day) {
    return carrier.deliveryDays().isEmpty() || carrier.deliveryDays().contains(day.getDayOfWeek());
  }
}
