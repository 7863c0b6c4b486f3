package dev.cutoff.adapter.carrier.karrio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.cutoff.adapter.carrier.ServiceLimits;
import dev.cutoff.adapter.carrier.TransitDays;
import dev.cutoff.carrier.application.CarrierProvider.ParcelSpec;
import dev.cutoff.carrier.application.CarrierProvider.RateAnswer;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.shipment.ParcelExtras.Signature;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prices of a request. Each parcel is asked for alone, since each gets a label of its own. */
final class KarrioRating {
  private final KarrioApi api;
  private final Carrier carrier;

  KarrioRating(KarrioApi api, Carrier carrier) {
    this.api = api;
    this.carrier = carrier;
  }

  RateAnswer rates(RateRequest request) {
    if (request.parcels().isEmpty()) {
      throw new IllegalArgumentException("rates are asked for a parcel at least");
    }
    if (request.parcels().stream().anyMatch(each -> each.extras().signature() == Signature.ADULT)) {
      return none("Karrio can't ask for the signature of an adult");
    }
    Map<ParcelSpec, KarrioApi.Said> said = ask(request);
    Map<ParcelSpec, JsonNode> bodies = new LinkedHashMap<>();
    for (Map.Entry<ParcelSpec, KarrioApi.Said> each : said.entrySet()) {
      switch (each.getValue()) {
        case KarrioApi.Said.Yes yes -> bodies.put(each.getKey(), yes.body());
        case KarrioApi.Said.No no -> {
          return none(no.words());
        }
      }
    }
    return answer(request, bodies);
  }

  /** Parcels that are alike are one question; all are asked at once. */
  private Map<ParcelSpec, KarrioApi.Said> ask(RateRequest request) {
    List<ParcelSpec> distinct = request.parcels().stream().distinct().toList();
    if (distinct.size() == 1) {
      return Map.of(distinct.getFirst(), ask(request, distinct.getFirst()));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<ParcelSpec, Future<KarrioApi.Said>> asked = new LinkedHashMap<>();
      distinct.forEach(each -> asked.put(each, threads.submit(() -> ask(request, each))));
      Map<ParcelSpec, KarrioApi.Said> said = new LinkedHashMap<>();
      for (Map.Entry<ParcelSpec, Future<KarrioApi.Said>> each : asked.entrySet()) {
        said.put(each.getKey(), ended(threads, each.getValue()));
      }
      return said;
    }
  }

  private KarrioApi.Said ask(RateRequest request, ParcelSpec parcel) {
    return api.post("/v1/proxy/rates", KarrioQuestions.rates(api.account(), request, parcel));
  }

  private static KarrioApi.Said ended(ExecutorService threads, Future<KarrioApi.Said> answer) {
    try {
      return answer.get();
    } catch (ExecutionException failed) {
      threads.shutdownNow();
      if (failed.getCause() instanceof NoAnswer none) {
        throw none;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException givenUp) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw NoAnswer.unreachable();
    }
  }

  private RateAnswer answer(RateRequest request, Map<ParcelSpec, JsonNode> bodies) {
    List<Quote> quotes = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Service service : carrier.services()) {
      Map<ParcelSpec, JsonNode> rates = new LinkedHashMap<>();
      bodies.forEach((parcel, body) -> rate(body, service).ifPresent(it -> rates.put(parcel, it)));
      if (rates.size() == bodies.size()) {
        quote(request, service, rates)
            .ifPresentOrElse(
                quotes::add,
                () ->
                    reasons.add(service.name() + ": its price or its delivery day can't be read"));
      } else {
        reasons.add(ServiceLimits.why(service, request));
      }
    }
    if (!quotes.isEmpty()) {
      return new RateAnswer.Rates(quotes);
    }
    for (JsonNode body : bodies.values()) {
      if (KarrioApi.isCarrierAway(body)) {
        throw NoAnswer.garbled();
      }
      String complaints = api.complaints(body, "");
      if (!complaints.isEmpty()) {
        return none(complaints);
      }
    }
    return none(reasons.isEmpty() ? "has no services" : String.join("; ", reasons));
  }

  /** Karrio's rate for a service; one that is no list of rates is no answer. */
  private Optional<JsonNode> rate(JsonNode body, Service service) {
    if (!body.path("rates").isArray()) {
      throw NoAnswer.garbled();
    }
    return rate(body.path("rates"), api, service.id());
  }

  /** The cheapest of the service's, of the account's own connection. */
  static Optional<JsonNode> rate(JsonNode rates, KarrioApi api, String service) {
    String code = api.account().serviceCode(service);
    String connection = api.account().number();
    Optional<JsonNode> cheapest = Optional.empty();
    for (JsonNode each : rates) {
      boolean wanted =
          each.path("service").asText().equals(code)
              && (connection.isEmpty() || each.path("carrier_id").asText().equals(connection));
      if (wanted && (cheapest.isEmpty() || isCheaper(each, cheapest.get()))) {
        cheapest = Optional.of(each);
      }
    }
    return cheapest;
  }

  private static boolean isCheaper(JsonNode one, JsonNode other) {
    return one.path("total_charge")
            .decimalValue()
            .compareTo(other.path("total_charge").decimalValue())
        < 0;
  }

  private Optional<Quote> quote(
      RateRequest request, Service service, Map<ParcelSpec, JsonNode> rates) {
    List<Money> perParcel = new ArrayList<>();
    LocalDate latest = request.shipDate();
    for (ParcelSpec parcel : request.parcels()) {
      JsonNode rate = rates.getOrDefault(parcel, MissingNode.getInstance());
      Optional<Money> price = KarrioShipment.price(rate);
      Optional<LocalDate> delivery = delivery(rate, request.shipDate());
      if (price.isEmpty()
          || delivery.isEmpty()
          || (!perParcel.isEmpty()
              && !perParcel.getFirst().currency().equals(price.get().currency()))) {
        return Optional.empty();
      }
      perParcel.add(price.get());
      latest = delivery.get().isAfter(latest) ? delivery.get() : latest;
    }
    Money total = perParcel.stream().reduce(Money::plus).orElseThrow();
    return Optional.of(
        new Quote(
            carrier.id(),
            service.id(),
            service.name(),
            perParcel,
            total,
            List.of(new Quote.Component("postage", total)),
            request.shipDate(),
            latest,
            service.onTime()));
  }

  private Optional<LocalDate> delivery(JsonNode rate, LocalDate shipDate) {
    String told = rate.path("estimated_delivery").asText("");
    if (told.length() >= "2026-11-24".length()) {
      try {
        return Optional.of(LocalDate.parse(told.substring(0, "2026-11-24".length())));
      } catch (DateTimeParseException noDay) {
        return Optional.empty();
      }
    }
    return rate.path("transit_days").canConvertToInt()
        ? TransitDays.delivery(carrier, shipDate, rate.path("transit_days").intValue())
        : Optional.empty();
  }

  private RateAnswer none(String why) {
    return new RateAnswer.NoRates(carrier.name() + ": " + why);
  }
}
