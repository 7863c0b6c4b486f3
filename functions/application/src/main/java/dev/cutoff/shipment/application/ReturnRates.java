package dev.cutoff.shipment.application;

import dev.cutoff.carrier.application.CarrierProvider.RateRequest;
import dev.cutoff.customs.Declaring;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Item;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.plan.Consignment;
import dev.cutoff.plan.ExtrasWanted;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.ShippingRules;
import dev.cutoff.plan.application.AskingCarriers;
import dev.cutoff.plan.application.AskingCarriers.Question;
import dev.cutoff.shipment.ShipmentLine;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cheapest service that carries a parcel back, of those that may carry these goods. */
public final class ReturnRates {
  private static final Comparator<Quote> CHEAPEST =
      Comparator.comparing(Quote::total)
          .thenComparing(Quote::deliveryDate)
          .thenComparing(Quote::carrier)
          .thenComparing(Quote::service);

  private final AskingCarriers asking;
  private final Merchants merchants;

  @Inject
  public ReturnRates(AskingCarriers asking, Merchants merchants) {
    this.asking = asking;
    this.merchants = merchants;
  }

  /** A quote, or why there is none. */
  sealed interface Outcome {
    record Cheapest(Quote quote) implements Outcome {}

    record None(String why) implements Outcome {}
  }

  /**
   * Asks all carriers at once. Where none has a price and one does not answer, that is a {@link
   * TryAgainLater}: its price may be the one.
   *
   * @param request one parcel
   */
  Outcome cheapest(Order order, List<ShipmentLine> lines, RateRequest request) {
    Merchant merchant = merchants.current();
    Consignment goods = goods(order, lines, merchant);
    long grams = request.parcels().getFirst().grams();
    List<Question> questions =
        merchant.carriers().values().stream().map(each -> new Question(each, request)).toList();
    List<Quote> quotes = new ArrayList<>();
    List<String> why = new ArrayList<>();
    boolean silent = false;
    for (AskingCarriers.Answer answer : asking.ask(questions, merchant.rules().rateDeadline())) {
      String name = answer.question().carrier().name();
      switch (answer.outcome()) {
        case AskingCarriers.Outcome.Quoted quoted ->
            judge(quoted.quotes(), answer.question(), goods, grams, quotes, why);
        case AskingCarriers.Outcome.NoRates none -> why.add(none.why());
        case AskingCarriers.Outcome.LastGood old -> {
          silent = true;
          why.add(name + ": " + old.why());
        }
        case AskingCarriers.Outcome.Missing missing -> {
          silent = true;
          why.add(name + ": " + missing.why());
        }
      }
    }
    if (quotes.isEmpty() && silent) {
      throw new TryAgainLater("no carrier said a price: " + String.join("; ", why));
    }
    return quotes.stream()
        .min(CHEAPEST)
        .<Outcome>map(Outcome.Cheapest::new)
        .orElseGet(() -> new Outcome.None(String.join("; ", why)));
  }

  private static void judge(
      List<Quote> said,
      Question question,
      Consignment goods,
      long grams,
      List<Quote> quotes,
      List<String> why) {
    Address from = question.request().from().address();
    for (Quote quote : said) {
      question.carrier().services().stream()
          .filter(service -> service.id().equals(quote.service()))
          .findFirst()
          .flatMap(service ->
              ShippingRules.refuses(
                  question.carrier(), service, from, question.request().to(), goods, grams))
          .ifPresentOrElse(
              no -> why.add(question.carrier().name() + " " + quote.serviceName() + ": " + no),
              () -> quotes.add(quote));
    }
  }

  /** The shop gets it back: nobody signs for that, and nothing is insured. */
  private static Consignment goods(Order order, List<ShipmentLine> lines, Merchant merchant) {
    Set<Item> items = new LinkedHashSet<>();
    for (OrderLine line : order.document().lines()) {
      if (lines.stream().anyMatch(each -> each.lineId().equals(line.lineId()))) {
        items.addAll(Declaring.perUnit(line, merchant).keySet());
      }
    }
    return new Consignment(List.copyOf(items), Money.zero(merchant.currency()), ExtrasWanted.NONE);
  }
}
