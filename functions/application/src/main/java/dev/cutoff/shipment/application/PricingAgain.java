package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierHealth.Operation;
import dev.cutoff.effect.application.Breaker;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AskingCarriers.Question;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a carrier once more what a shipment costs whose price was provisional, right before its
 * labels are bought.
 */
public final class PricingAgain {
  private static final int WHOLE = 10_000;
  private static final int PERCENT = 100;

  private final AskingCarriers asking;
  private final LabelPurchases purchases;
  private final CarrierHealth health;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public PricingAgain(
      AskingCarriers asking,
      LabelPurchases purchases,
      CarrierHealth health,
      Merchants merchants,
      InstantSource clock) {
    this.asking = asking;
    this.purchases = purchases;
    this.health = health;
    this.merchants = merchants;
    this.clock = clock;
  }

  /** What the carrier says now. */
  sealed interface Outcome {
    /** Each parcel at its new price, in the order of the shipment. */
    record Priced(List<PlannedParcel> parcels) implements Outcome {
      public Priced {
        parcels = List.copyOf(parcels);
      }
    }

    /** Not at a price that was planned with: "planned at USD 9.00, now USD 12.00". */
    record Changed(String told) implements Outcome {}
  }

  /** Asked once for all parcels of a shipment, and only where one of them needs it. */
  final class Price {
    private final Order order;
    private final Shipment.Planned shipment;
    private @Nullable Outcome known;

    private Price(Order order, Shipment.Planned shipment) {
      this.order = order;
      this.shipment = shipment;
    }

    Outcome now() {
      Outcome before = known;
      if (before != null) {
        return before;
      }
      Outcome asked = price(order, shipment);
      known = asked;
      return asked;
    }
  }

  Price of(Order order, Shipment.Planned shipment) {
    return new Price(order, shipment);
  }

  /**
   * What a shipment costs as it was packed, however much that is. A carrier that does not answer is
   * a {@link TryAgainLater}.
   */
  Outcome asPacked(Order order, Shipment.Planned shipment) {
    return switch (answer(order, shipment)) {
      case Answer.Quotes said ->
          of(shipment, said.quotes())
              .<Outcome>map(quote -> new Outcome.Priced(priced(shipment, quote)))
              .orElseGet(() -> notOffered(shipment));
      case Answer.None none -> new Outcome.Changed(none.told());
      case Answer.Silence silence -> throw unanswered(silence);
    };
  }

  /**
   * A carrier that does not answer is asked later, for nothing is bought at a price nobody said;
   * one that has not answered so often that its breaker is open is planned around.
   */
  private Outcome price(Order order, Shipment.Planned shipment) {
    return switch (answer(order, shipment)) {
      case Answer.Quotes said -> judge(order, shipment, said.quotes());
      case Answer.None none -> new Outcome.Changed(none.told());
      case Answer.Silence silence -> silent(shipment, silence);
    };
  }

  private sealed interface Answer {
    record Quotes(List<Quote> quotes) implements Answer {}

    record None(String told) implements Answer {}

    record Silence(Carrier carrier, String why) implements Answer {}
  }

  private Answer answer(Order order, Shipment.Planned shipment) {
    Merchant merchant = merchants.current();
    PlannedParcel first = shipment.parcels().getFirst();
    Carrier carrier = purchases.carrier(first.carrier());
    Question question = new Question(carrier, purchases.rateRequest(order, shipment));
    AskingCarriers.Answer answer =
        asking.ask(List.of(question), merchant.rules().rateDeadline()).getFirst();
    return switch (answer.outcome()) {
      case AskingCarriers.Outcome.Quoted quoted -> new Answer.Quotes(quoted.quotes());
      case AskingCarriers.Outcome.NoRates none ->
          new Answer.None(planned(shipment) + ", now without a price: " + none.why());
      case AskingCarriers.Outcome.LastGood old -> new Answer.Silence(carrier, old.why());
      case AskingCarriers.Outcome.Missing missing -> new Answer.Silence(carrier, missing.why());
    };
  }

  private Outcome silent(Shipment.Planned shipment, Answer.Silence silence) {
    Breaker.State rates =
        health.of(silence.carrier().id(), Operation.RATES).breaker().state(clock.instant());
    if (rates instanceof Breaker.State.Open) {
      return new Outcome.Changed(planned(shipment) + ", now nobody says a price: " + silence.why());
    }
    throw unanswered(silence);
  }

  private static TryAgainLater unanswered(Answer.Silence silence) {
    return new TryAgainLater(
        "%s was to say its price again before a label is bought: %s"
            .formatted(silence.carrier().name(), silence.why()));
  }

  private Outcome judge(Order order, Shipment.Planned shipment, List<Quote> quotes) {
    Optional<Quote> now = of(shipment, quotes);
    if (now.isEmpty()) {
      return notOffered(shipment);
    }
    Quote quote = now.get();
    if (late(order, shipment, quote)) {
      return new Outcome.Changed(
          "planned to arrive on %s, now on %s"
              .formatted(shipment.parcels().getFirst().deliveryDate(), quote.deliveryDate()));
    }
    Money before = total(shipment);
    int percent = merchants.current().rules().plan().provisionalPercent();
    Money most = before.basisPoints(WHOLE + (long) percent * PERCENT);
    Money asked = quote.perParcel().stream().reduce(Money::plus).orElseThrow();
    return asked.compareTo(most) > 0
        ? new Outcome.Changed(planned(shipment) + ", now " + asked.display())
        : new Outcome.Priced(priced(shipment, quote));
  }

  private static Optional<Quote> of(Shipment.Planned shipment, List<Quote> quotes) {
    String service = shipment.parcels().getFirst().service();
    return quotes.stream().filter(quote -> quote.service().equals(service)).findFirst();
  }

  private static Outcome notOffered(Shipment.Planned shipment) {
    String service = shipment.parcels().getFirst().service();
    return new Outcome.Changed(planned(shipment) + ", now " + service + " is not offered");
  }

  /** By now it would break a promise that the plan kept. */
  private static boolean late(Order order, Shipment.Planned shipment, Quote quote) {
    Promise promise = order.promise();
    return promise != null
        && quote.deliveryDate().isAfter(promise.deliverBy())
        && !shipment.parcels().getFirst().deliveryDate().isAfter(promise.deliverBy());
  }

  private List<PlannedParcel> priced(Shipment.Planned shipment, Quote quote) {
    List<PlannedParcel> parcels = new java.util.ArrayList<>();
    for (int i = 0; i < shipment.parcels().size(); i++) {
      parcels.add(shipment.parcels().get(i).pricedAgain(quote.perParcel().get(i), clock.instant()));
    }
    return parcels;
  }

  static String planned(Shipment.Planned shipment) {
    return "planned at " + total(shipment).display();
  }

  static Money total(Shipment.Planned shipment) {
    return shipment.parcels().stream().map(PlannedParcel::cost).reduce(Money::plus).orElseThrow();
  }
}
