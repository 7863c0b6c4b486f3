package dev.cutoff.plan.application;

import dev.cutoff.carrier.application.CarrierProvider;
import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.merchant.PlanRules;
import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.AskingCarriers.Answer;
import dev.cutoff.plan.application.AskingCarriers.Outcome;
import dev.cutoff.rate.Tariff;
import dev.cutoff.shipment.ParcelExtras;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Prices as carriers said them. One that was asked and had no price has none; one that did not
 * answer has its last good price, dearer by its age, or its rate card's, and both are provisional.
 */
final class LivePrices implements PricedWays.Prices {
  private final CardPrices cards;
  private final Predicate<String> isLive;
  private final LocalDate deliverBy;
  private final Map<Key, Said> said = new HashMap<>();
  private final Set<String> silent = new HashSet<>();
  private final Map<Place, RateRequest> asked = new HashMap<>();

  /** A question's answer for one service. */
  private record Key(String carrier, String service, RateRequest request) {}

  /** What was to be carried, where from and when. */
  private record Place(int node, LocalDate date, List<Packing.Parcel> parcels) {}

  private record Said(Quote quote, boolean provisional, long penaltyBasisPoints) {}

  /**
   * Takes what was answered.
   *
   * @param heardOnly whether who did not answer has no price at all
   */
  LivePrices(
      List<Answer> answers,
      Predicate<String> isLive,
      PlanRules rules,
      LocalDate deliverBy,
      boolean heardOnly) {
    this.cards = new CardPrices(isLive);
    this.isLive = isLive;
    this.deliverBy = deliverBy;
    for (Answer answer : answers) {
      switch (answer.outcome()) {
        case Outcome.Quoted quoted -> keep(answer, quoted.quotes(), false, 0);
        case Outcome.LastGood old -> {
          if (!heardOnly) {
            keep(answer, old.quotes(), true, penalty(old.age(), rules.oldQuotePercent()));
          }
        }
        case Outcome.NoRates none -> {}
        case Outcome.Missing missing -> {
          if (!heardOnly) {
            silent.add(answer.question().carrier().id());
          }
        }
      }
    }
  }

  private void keep(Answer answer, List<Quote> quotes, boolean provisional, long penalty) {
    for (Quote quote : quotes) {
      said.put(
          new Key(quote.carrier(), quote.service(), answer.question().request()),
          new Said(quote, provisional, penalty));
    }
  }

  /** Of each day begun. */
  private static long penalty(Duration age, int percent) {
    return (age.toDays() + 1) * percent * 100L;
  }

  /** What a carrier is asked for an offer. */
  static RateRequest request(
      Offer offer,
      List<Packing.Parcel> parcels,
      List<ParcelExtras> extras,
      Wanted wanted,
      Origin from) {
    List<CarrierProvider.ParcelSpec> specs = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      Packing.Parcel parcel = parcels.get(i);
      specs.add(
          new CarrierProvider.ParcelSpec(parcel.grams(), parcel.box().outer(), extras.get(i)));
    }
    return new RateRequest(from.node(), wanted.to(), specs, offer.day().date());
  }

  @Override
  public long postage(Offer offer, long parts, List<Packing.Parcel> parcels) {
    if (byCard(offer)) {
      return cards.postage(offer, parts, parcels);
    }
    return said(offer, parcels)
        .map(each -> each.quote().total().amount() + penalty(each).amount())
        .orElse(Tariff.NONE);
  }

  @Override
  public boolean withExtras(Offer offer) {
    return !byCard(offer);
  }

  @Override
  public double chance(Offer offer, long parts, List<Packing.Parcel> parcels) {
    boolean late =
        !byCard(offer)
            && said(offer, parcels)
                .filter(each -> each.quote().deliveryDate().isAfter(deliverBy))
                .isPresent();
    return late ? Math.min(offer.chance(), 1 - offer.service().onTime()) : offer.chance();
  }

  @Override
  public PricedWays.Detail detail(Offer offer, long parts, List<Packing.Parcel> parcels) {
    if (byCard(offer)) {
      return cards.detail(offer, parts, parcels);
    }
    Said answer = said(offer, parcels).orElseThrow();
    Quote quote = answer.quote();
    List<Quote.Component> components =
        new ArrayList<>(
            quote.components().isEmpty()
                ? List.of(new Quote.Component(quote.serviceName(), quote.total()))
                : quote.components());
    if (answer.penaltyBasisPoints() > 0) {
      components.add(new Quote.Component("last good price, by its age", penalty(answer)));
    }
    List<Money> perParcel =
        quote.perParcel().stream()
            .map(each -> each.plus(each.basisPoints(answer.penaltyBasisPoints())))
            .toList();
    return new PricedWays.Detail(perParcel, components, quote.deliveryDate(), answer.provisional());
  }

  /** Penalties of the parcels, so that the parts add up to the sum. */
  private static Money penalty(Said answer) {
    Money zero = Money.zero(answer.quote().total().currency());
    return answer.quote().perParcel().stream()
        .map(each -> each.basisPoints(answer.penaltyBasisPoints()))
        .reduce(zero, Money::plus);
  }

  private boolean byCard(Offer offer) {
    String carrier = offer.carrier().id();
    return !isLive.test(carrier) || silent.contains(carrier);
  }

  private Optional<Said> said(Offer offer, List<Packing.Parcel> parcels) {
    @Nullable RateRequest request = asked.get(new Place(offer.node(), offer.day().date(), parcels));
    return request == null
        ? Optional.empty()
        : Optional.ofNullable(
            said.get(new Key(offer.carrier().id(), offer.service().id(), request)));
  }

  /** Remembers which request was about these parcels. */
  void about(Offer offer, List<Packing.Parcel> parcels, RateRequest request) {
    asked.put(new Place(offer.node(), offer.day().date(), parcels), request);
  }
}
