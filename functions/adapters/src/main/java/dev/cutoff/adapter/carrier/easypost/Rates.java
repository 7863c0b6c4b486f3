package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.Rate;
import com.easypost.model.Shipment;
import com.easypost.model.ShipmentMessage;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.adapter.carrier.easypost.EasyPostApi.Said;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.rate.ExtraPrices;
import dev.cutoff.shipment.ParcelExtras;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prices of a carrier behind EasyPost, parcel by parcel: it rates one at a time. */
final class Rates {
  private static final int MOST_REASONS = 3;

  private final EasyPostApi api;

  Rates(EasyPostApi api) {
    this.api = api;
  }

  /** What one parcel costs, or why it has no price. */
  private sealed interface Priced {
    record Rated(List<Rate> rates, String messages) implements Priced {}

    record Refused(String why) implements Priced {}
  }

  RateAnswer rates(Carrier carrier, RateRequest request) {
    Map<ParcelSpec, Priced> answers = ask(carrier, request);
    List<Quote> quotes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Priced each : answers.values()) {
      switch (each) {
        case Priced.Refused refused -> {
          return none(carrier, List.of(refused.why()));
        }
        case Priced.Rated rated -> {
          if (!rated.messages().isEmpty()) {
            reasons.add(rated.messages());
          }
        }
      }
    }
    for (Service service : carrier.services()) {
      quote(carrier, service, request, answers, reasons).ifPresent(quotes::add);
    }
    if (quotes.isEmpty()) {
      return none(carrier, reasons.isEmpty() ? List.of("has no price for this") : reasons);
    }
    quotes.sort(Comparator.comparing(Quote::total).thenComparing(Quote::service));
    return new RateAnswer.Rates(quotes);
  }

  private static RateAnswer none(Carrier carrier, List<String> reasons) {
    return new RateAnswer.NoRates(
        carrier.name()
            + ": "
            + reasons.stream().distinct().limit(MOST_REASONS).collect(Collectors.joining("; ")));
  }

  /** Those that differ, at once: the deadline is for all of them. */
  private Map<ParcelSpec, Priced> ask(Carrier carrier, RateRequest request) {
    Map<ParcelSpec, Future<Priced>> asked = new LinkedHashMap<>();
    Map<ParcelSpec, Priced> answers = new LinkedHashMap<>();
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (ParcelSpec parcel : request.parcels()) {
        asked.computeIfAbsent(parcel, it -> each.submit(() -> ask(carrier, request, it)));
      }
      for (Map.Entry<ParcelSpec, Future<Priced>> one : asked.entrySet()) {
        answers.put(one.getKey(), one.getValue().get());
      }
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw NoAnswer.unreachable();
    }
    return answers;
  }

  private Priced ask(Carrier carrier, RateRequest request, ParcelSpec parcel) {
    Map<String, Object> shipment = Question.priced(carrier, request, parcel);
    return switch (api.ask(carrier, client -> client.shipment.create(shipment))) {
      case Said.Yes<Shipment> yes -> rated(carrier, yes.value());
      case Said.No<Shipment> no -> new Priced.Refused(no.words());
    };
  }

  /** Messages of other accounts than ours are about carriers that nobody asked. */
  private Priced rated(Carrier carrier, Shipment shipment) {
    String account = Settling.account(carrier).number();
    if (shipment.getRates() == null) {
      throw NoAnswer.garbled();
    }
    List<ShipmentMessage> messages =
        Objects.requireNonNullElse(shipment.getMessages(), List.<ShipmentMessage>of());
    String words =
        messages.stream()
            .filter(each -> account.isBlank() || account.equals(each.getCarrierAccountId()))
            .map(each -> each.getCarrier() + " says " + each.getMessage())
            .distinct()
            .limit(MOST_REASONS)
            .collect(Collectors.joining("; "));
    return new Priced.Rated(shipment.getRates(), api.words(carrier, words, ""));
  }

  private static Optional<Quote> quote(
      Carrier carrier,
      Service service,
      RateRequest request,
      Map<ParcelSpec, Priced> answers,
      List<String> reasons) {
    List<Money> postage = new ArrayList<>();
    LocalDate arrives = request.shipDate();
    List<Quote.Component> extras = new ArrayList<>();
    for (ParcelSpec parcel : request.parcels()) {
      Optional<Rate> rate =
          rate(carrier, service.id(), rates(Objects.requireNonNull(answers.get(parcel))));
      Optional<List<Quote.Component>> insurance = insurance(service, parcel);
      if (rate.isEmpty() || insurance.isEmpty()) {
        return Optional.empty();
      }
      Optional<LocalDate> day = arrival(carrier, rate.get(), request.shipDate());
      if (day.isEmpty()) {
        reasons.add(service.name() + ": EasyPost does not say when it arrives");
        return Optional.empty();
      }
      arrives = day.get().isAfter(arrives) ? day.get() : arrives;
      extras.addAll(insurance.get());
      postage.add(total(rate.get(), insurance.get()));
    }
    Money total = postage.stream().reduce(Money::plus).orElseThrow();
    Money charged =
        extras.stream()
            .map(Quote.Component::amount)
            .reduce(Money.zero(total.currency()), Money::plus);
    return Optional.of(
        new Quote(
            carrier.id(),
            service.id(),
            service.name(),
            postage,
            total,
            Stream.concat(
                    Stream.of(new Quote.Component("postage", total.minus(charged))),
                    extras.stream())
                .toList(),
            request.shipDate(),
            arrives,
            service.onTime()));
  }

  private static List<Rate> rates(Priced priced) {
    return priced instanceof Priced.Rated rated ? rated.rates() : List.of();
  }

  /** The rate of our service; of several accounts the one that the merchant file names. */
  static Optional<Rate> rate(Carrier carrier, String service, List<Rate> rates) {
    CarrierAccount account = Settling.account(carrier);
    return rates.stream()
        .filter(rate -> account.serviceCode(service).equals(rate.getService()))
        .filter(rate ->
            account.number().isBlank() || account.number().equals(rate.getCarrierAccountId()))
        .filter(rate -> rate.getRate() != null && rate.getCurrency() != null)
        .min(Comparator.comparing(Rates::price));
  }

  /** What EasyPost insures for is not in its rates: it is priced by the terms of our own file. */
  static Optional<List<Quote.Component>> insurance(Service service, ParcelSpec parcel) {
    ParcelExtras insured = new ParcelExtras(Signature.NONE, parcel.extras().insured());
    return ExtraPrices.of(service.terms(), insured);
  }

  /** Postage and insurance of one parcel; in the rate's currency. */
  static Money total(Rate rate, List<Quote.Component> insurance) {
    return insurance.stream()
        .map(Quote.Component::amount)
        .filter(amount -> amount.currency().equals(rate.getCurrency()))
        .reduce(price(rate), Money::plus);
  }

  /**
   * The client reads amounts as floats. Printed, a float is the shortest decimal that it stands
   * for, and that is what was sent for anything below 131,072.00.
   */
  static Money price(Rate rate) {
    return money(rate.getRate(), rate.getCurrency());
  }

  static Money money(Float amount, String currency) {
    return Money.parse(new BigDecimal(amount.toString()).toPlainString(), currency)
        .orElseThrow(NoAnswer::garbled);
  }

  private static Optional<LocalDate> arrival(Carrier carrier, Rate rate, LocalDate shipDate) {
    String written = rate.getDeliveryDate();
    if (written != null && written.length() >= 10) {
      try {
        return Optional.of(LocalDate.parse(written.substring(0, 10)))
            .filter(day -> !day.isBefore(shipDate));
      } catch (DateTimeParseException noDay) {
        // Then by the number of days.
      }
    }
    Number days =
        rate.getDeliveryDays() != null ? rate.getDeliveryDays() : rate.getEstDeliveryDays();
    return days == null ? Optional.empty() : delivery(carrier, shipDate, days.intValue());
  }

  /** So many delivery days after hand-over. */
  private static Optional<LocalDate> delivery(Carrier carrier, LocalDate from, int days) {
    if (carrier.deliveryDays().isEmpty() || days < 0 || days > 365) {
      return Optional.empty();
    }
    return Stream.iterate(days == 0 ? from : from.plusDays(1), day -> day.plusDays(1))
        .filter(day -> carrier.deliveryDays().contains(day.getDayOfWeek()))
        .skip(Math.max(0, days - 1))
        .findFirst();
  }
}
