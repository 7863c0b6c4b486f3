package dev.cutoff.adapter.carrier.easypost;

import com.easypost.model.Fee;
import com.easypost.model.PostageLabel;
import com.easypost.model.Rate;
import com.easypost.model.Shipment;
import dev.cutoff.adapter.carrier.Settling;
import dev.cutoff.adapter.carrier.easypost.EasyPostApi.Said;
import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelRequest;
import dev.cutoff.carrier.application.CarrierProvider.VoidAnswer;
import dev.cutoff.carrier.application.NoAnswer;
import dev.cutoff.customs.Declaration;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Labels through EasyPost. A shipment bears our reference and is made once; buying it twice is
 * refused there, so that a purchase that is asked again finds the first one.
 */
final class Labels {
  private static final int NOT_FOUND = 404;
  private static final int PAYMENT = 402;
  private static final String EXISTS = "SHIPMENT.POSTAGE.EXISTS";

  /** Nobody knows yet whether it was bought. */
  private static final Set<String> OPEN =
      Set.of(
          "SHIPMENT.PURCHASE.IN_PROGRESS",
          "SHIPMENT.POSTAGE.NO_RESPONSE",
          "SHIPMENT.POSTAGE.TIMED_OUT");

  private static final Set<String> GIVEN_BACK = Set.of("submitted", "refunded");

  private final EasyPostApi api;
  private final LabelPapers papers;
  private final InstantSource clock;

  Labels(EasyPostApi api, LabelPapers papers, InstantSource clock) {
    this.api = api;
    this.papers = papers;
    this.clock = clock;
  }

  LabelAnswer buy(Carrier carrier, LabelRequest request) {
    Optional<Service> service =
        carrier.services().stream().filter(each -> each.id().equals(request.service())).findFirst();
    if (service.isEmpty()) {
      return new LabelAnswer.Refused(carrier.name() + " has no service " + request.service());
    }
    if (request.test() && api.isProduction(carrier)) {
      return new LabelAnswer.Refused("a label for a test wants a test key, and this one pays");
    }
    Declaration customs = request.customs();
    if (customs != null && Question.needsFiling(customs, request.from())) {
      return new LabelAnswer.Refused(
          "goods worth more than USD 2500.00 under one tariff number want an export filing (ITN)");
    }
    return switch (prepared(carrier, request)) {
      case Said.No<Shipment> no -> refused(no);
      case Said.Yes<Shipment> yes when isBought(yes.value()) ->
          papers.sold(carrier, yes.value(), cost(yes.value()));
      case Said.Yes<Shipment> yes -> pay(carrier, service.get(), request, yes.value());
    };
  }

  /** The shipment of the reference, with rates of now. */
  private Said<Shipment> prepared(Carrier carrier, LabelRequest request) {
    return switch (byReference(carrier, request.reference())) {
      case Said.Yes<Shipment> yes when isBought(yes.value()) -> yes;
      // Its rates may have expired.
      case Said.Yes<Shipment> yes ->
          api.ask(carrier, client -> client.shipment.newRates(yes.value().getId()));
      case Said.No<Shipment> no when no.status() == NOT_FOUND -> {
        Map<String, Object> shipment = Question.bought(carrier, request);
        yield api.ask(carrier, client -> client.shipment.create(shipment));
      }
      case Said.No<Shipment> no -> no;
    };
  }

  private Said<Shipment> byReference(Carrier carrier, String reference) {
    Said<Shipment> said = api.ask(carrier, client -> client.shipment.retrieve(reference));
    if (said instanceof Said.Yes<Shipment>(Shipment found)
        && !reference.equals(found.getReference())) {
      throw NoAnswer.garbled();
    }
    return said;
  }

  private LabelAnswer pay(
      Carrier carrier, Service service, LabelRequest request, Shipment shipment) {
    List<Rate> rates = Objects.requireNonNullElse(shipment.getRates(), List.<Rate>of());
    Optional<Rate> rate = Rates.rate(carrier, service.id(), rates);
    Optional<List<Quote.Component>> insurance = Rates.insurance(service, request.parcel());
    if (rate.isEmpty() || insurance.isEmpty()) {
      return new LabelAnswer.Refused(
          carrier.name() + ": " + service.name() + " has no price for this parcel any more");
    }
    Money price = Rates.total(rate.get(), insurance.get());
    Money quoted = request.quoted();
    if (!price.currency().equals(quoted.currency()) || price.compareTo(quoted) > 0) {
      return new LabelAnswer.PriceChanged(price);
    }
    Map<String, Object> payment = new HashMap<>();
    payment.put("rate", Map.of("id", rate.get().getId()));
    Money insured = request.parcel().extras().insured();
    if (insured != null) {
      payment.put("insurance", Question.amount(insured).toPlainString());
    }
    String id = shipment.getId();
    return switch (api.ask(carrier, client -> client.shipment.buy(id, payment))) {
      case Said.Yes<Shipment> yes when isBought(yes.value()) ->
          papers.sold(carrier, yes.value(), cost(yes.value()));
      // A yes without a label is no answer to a purchase.
      case Said.Yes<Shipment> yes -> throw NoAnswer.garbled();
      case Said.No<Shipment> no when no.code().equals(EXISTS) -> already(carrier, id);
      case Said.No<Shipment> no -> refused(no);
    };
  }

  /** Somebody was faster under the same reference: it is the one label. */
  private LabelAnswer already(Carrier carrier, String id) {
    return switch (api.ask(carrier, client -> client.shipment.retrieve(id))) {
      case Said.Yes<Shipment> yes when isBought(yes.value()) ->
          papers.sold(carrier, yes.value(), cost(yes.value()));
      case Said.Yes<Shipment> yes -> throw NoAnswer.garbled();
      case Said.No<Shipment> no -> throw NoAnswer.status(no.status());
    };
  }

  private static LabelAnswer refused(Said.No<Shipment> no) {
    if (OPEN.contains(no.code())) {
      throw NoAnswer.status(no.status());
    }
    boolean empty = no.status() == PAYMENT || no.code().contains("INSUFFICIENT_FUNDS");
    return empty ? new LabelAnswer.NoFunds(no.words()) : new LabelAnswer.Refused(no.words());
  }

  FindAnswer find(Carrier carrier, LabelRequest request) {
    return switch (byReference(carrier, request.reference())) {
      case Said.Yes<Shipment> yes when isGivenBack(yes.value()) -> new FindAnswer.CannotTell();
      case Said.Yes<Shipment> yes when isBought(yes.value()) ->
          switch (papers.sold(carrier, yes.value(), cost(yes.value()))) {
            case LabelAnswer.Bought bought -> new FindAnswer.Found(bought);
            case LabelAnswer.Unprintable label -> new FindAnswer.FoundUnprintable(label);
            case LabelAnswer.Refused no -> throw new IllegalStateException(no.why());
            case LabelAnswer.NoFunds no -> throw new IllegalStateException(no.why());
            case LabelAnswer.PriceChanged no -> throw new IllegalStateException("it is bought");
          };
      // Made and not paid, or never heard of: it may still be on its way.
      case Said.Yes<Shipment> yes -> Settling.notFound(carrier, request, clock.instant());
      case Said.No<Shipment> no when no.status() == NOT_FOUND ->
          Settling.notFound(carrier, request, clock.instant());
      case Said.No<Shipment> no -> throw NoAnswer.status(no.status());
    };
  }

  /** Asked for is as good as given: the carrier looks, and whatever comes back is told twice. */
  VoidAnswer voidLabel(Carrier carrier, String labelId) {
    return switch (api.ask(carrier, client -> client.shipment.refund(labelId))) {
      case Said.Yes<Shipment> yes -> voided(yes.value(), "it gives nothing back");
      // Asked for a second time it may say no to what it said yes to.
      case Said.No<Shipment> no ->
          switch (api.ask(carrier, client -> client.shipment.retrieve(labelId))) {
            case Said.Yes<Shipment> yes -> voided(yes.value(), no.words());
            case Said.No<Shipment> unknown -> new VoidAnswer.Refused(no.words());
          };
    };
  }

  private static VoidAnswer voided(Shipment shipment, String otherwise) {
    String status = shipment.getRefundStatus();
    if (isGivenBack(shipment)) {
      return new VoidAnswer.Voided();
    }
    return new VoidAnswer.Refused(
        status == null ? otherwise : "the carrier's answer is '" + status + "'");
  }

  private static boolean isBought(Shipment shipment) {
    PostageLabel label = shipment.getPostageLabel();
    return label != null && shipment.getTrackingCode() != null;
  }

  private static boolean isGivenBack(Shipment shipment) {
    return shipment.getRefundStatus() != null && GIVEN_BACK.contains(shipment.getRefundStatus());
  }

  /** Postage and what EasyPost charges beside it; postage that the carrier bills is no fee. */
  private static Money cost(Shipment shipment) {
    Rate rate = shipment.getSelectedRate();
    if (rate == null || rate.getRate() == null || rate.getCurrency() == null) {
      throw NoAnswer.garbled();
    }
    List<Fee> fees = Objects.requireNonNullElse(shipment.getFees(), List.<Fee>of());
    return fees.stream()
        .filter(fee -> !"PostageFee".equals(fee.getType()))
        .map(fee -> Rates.money(fee.getAmount(), rate.getCurrency()))
        .reduce(Rates.price(rate), Money::plus);
  }
}
