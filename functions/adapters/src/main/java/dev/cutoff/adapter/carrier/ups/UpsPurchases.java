package dev.cutoff.adapter.carrier.ups;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cutoff.adapter.carrier.ups.UpsApi.Reply;
import dev.cutoff.adapter.carrier.ups.UpsSearch.Sold;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierAccount;
import dev.cutoff.money.Money;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Buys a label. UPS knows no key of ours, so it is asked first whether it sold one under the same
 * reference; and it takes no highest price along, so the price is asked for then: what costs more
 * than was quoted is not bought.
 */
final class UpsPurchases {
  /** It was bought before under the very same data: what became of it has to be looked up. */
  private static final Set<String> BOUGHT_BEFORE = Set.of("120021");

  private final UpsApi api;
  private final UpsSearch search;
  private final UpsRates rates;
  private final UpsLabel label;
  private final InstantSource clock;

  UpsPurchases(UpsApi api, UpsSearch search, UpsRates rates, UpsLabel label, InstantSource clock) {
    this.api = api;
    this.search = search;
    this.rates = rates;
    this.label = label;
    this.clock = clock;
  }

  LabelAnswer buy(Carrier carrier, CarrierAccount account, LabelRequest request) {
    Optional<String> defect = defect(account, request);
    if (defect.isPresent()) {
      return refused(carrier, defect.get());
    }
    return switch (search.sold(account, request)) {
      case Sold.One one -> one.label();
      case Sold.None none -> atPriceOfNow(carrier, account, request);
      case Sold.Voided voided -> atPriceOfNow(carrier, account, request);
      // There is one, and which can't be told now: to be looked up again.
      case Sold.Several several -> throw NoAnswer.garbled();
      case Sold.Unfinished unfinished -> throw NoAnswer.garbled();
      case Sold.Withheld withheld -> throw NoAnswer.garbled();
    };
  }

  private LabelAnswer atPriceOfNow(Carrier carrier, CarrierAccount account, LabelRequest request) {
    String code = account.serviceCode(request.service());
    RateQuestion question =
        new RateQuestion(
            request.from(), request.to(), request.parcel(), request.shipDate(), account, code);
    return switch (rates.ask(question, request.test())) {
      case UpsRates.Outcome.None none -> refused(carrier, none.why());
      case UpsRates.Outcome.Priced priced -> {
        Optional<Money> price = price(priced.services(), code);
        yield price.isEmpty()
            ? refused(carrier, "has no price for service " + code)
            : atPrice(carrier, account, request, price.get());
      }
    };
  }

  private static Optional<Money> price(List<Rated> services, String code) {
    return services.stream()
        .filter(each -> each.service().equals(Rated.code(code)))
        .map(Rated::price)
        .findFirst();
  }

  /** What UPS would refuse, or would print only a part of. */
  private static Optional<String> defect(CarrierAccount account, LabelRequest request) {
    if (account.number().isBlank()) {
      return Optional.of("sells labels to an account only: add its number to the merchant file");
    }
    if (!UpsPlace.of(request.to()).fits()) {
      return Optional.of("prints three lines of 35 characters of a street; this one is longer");
    }
    return Optional.empty();
  }

  private LabelAnswer atPrice(
      Carrier carrier, CarrierAccount account, LabelRequest request, Money price) {
    Money quoted = request.quoted();
    if (!price.currency().equals(quoted.currency()) || price.compareTo(quoted) > 0) {
      return new LabelAnswer.PriceChanged(price);
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), request.from().zone());
    Reply answer =
        api.change(
            account,
            request.test(),
            UpsApi.Question.post(
                ShipQuestion.PATH,
                request.reference(),
                new ShipQuestion(request, account, today).body()));
    return answer.isYes() ? bought(answer.body(), request, price) : notBought(carrier, answer);
  }

  private LabelAnswer bought(JsonNode body, LabelRequest request, Money price) {
    JsonNode results = body.path("ShipmentResponse").path("ShipmentResults");
    Iterator<JsonNode> packages = Listed.in(results.path("PackageResults")).iterator();
    JsonNode parcel = packages.hasNext() ? packages.next() : results;
    String number = parcel.path("TrackingNumber").asText("").strip();
    String id = results.path("ShipmentIdentificationNumber").asText(number).strip();
    if (number.isEmpty() || id.isEmpty()) {
      // Perhaps bought: to be looked up by its reference.
      throw NoAnswer.garbled();
    }
    Money cost =
        UpsMoney.total(
                results.path("NegotiatedRateCharges"),
                results.path("ShipmentCharges").path("TotalCharges"))
            .orElse(price);
    return label.of(LabelIds.of(id, request.test()), number, cost, parcel.path("ShippingLabel"));
  }

  private static LabelAnswer notBought(Carrier carrier, Reply answer) {
    UpsErrors errors = answer.errors();
    if (errors.isEmpty() || errors.has(BOUGHT_BEFORE)) {
      throw answer.none();
    }
    return errors.noFunds()
        ? new LabelAnswer.NoFunds(carrier.name() + ": " + errors.told())
        : refused(carrier, errors.told());
  }

  private static LabelAnswer refused(Carrier carrier, String why) {
    return new LabelAnswer.Refused(carrier.name() + ": " + why);
  }
}
