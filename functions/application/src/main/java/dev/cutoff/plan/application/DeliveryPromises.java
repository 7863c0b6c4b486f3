package dev.cutoff.plan.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.merchant.application.SetupIncomplete;
import dev.cutoff.order.LineProperty;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderDocument;
import dev.cutoff.plan.DeliverBy;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.PromiseQuote;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The day an order is promised by: the quote it was sold with, else what its shipping method or the
 * shop's rule says. A quote that does not count is told and never stops an order.
 */
public final class DeliveryPromises {
  private final Merchants merchants;
  private final Geography geography;
  private final Holidays holidays;
  private final SignedQuotes quotes;

  @Inject
  public DeliveryPromises(
      Merchants merchants, Geography geography, Holidays holidays, SignedQuotes quotes) {
    this.merchants = merchants;
    this.geography = geography;
    this.holidays = holidays;
    this.quotes = quotes;
  }

  /** The promise before anything is chosen. */
  Promise of(Order order) {
    Merchant merchant = merchants.current();
    Store store = merchant.store(order.document().storeId()).orElseThrow();
    Address to = order.shipTo().orElseThrow();
    Promise rule = rule(order, store, merchant, to);
    String why = "";
    for (String token : tokens(order.document())) {
      switch (verdict(order, store, merchant, to, token)) {
        case Verdict.Counts counts -> {
          PromiseQuote quote = counts.quote();
          return new Promise(quote.deliverBy(), quote.zone(), 1, quote.inWords(), new TreeMap<>());
        }
        case Verdict.DoesNot not -> why = not.because();
      }
    }
    return why.isEmpty()
        ? rule
        : new Promise(
            rule.deliverBy(),
            rule.zone(),
            rule.confidence(),
            rule.basis() + "; the quote of the order does not count, because " + why,
            rule.lastSafe());
  }

  /** For the timeline; what came of its quote, where an order has one. */
  static String why(Order order, Promise promise) {
    return "promised by "
        + promise.deliverBy()
        + (tokens(order.document()).isEmpty() ? "" : ", " + promise.basis());
  }

  private Promise rule(Order order, Store store, Merchant merchant, Address to) {
    return DeliverBy.promise(
        order.document(),
        order.promisedFrom(),
        store,
        merchant.rules(),
        geography.zone(to),
        abroad(merchant, to),
        DeliverBy.calendar(merchant, to.country()),
        holidays);
  }

  private static boolean abroad(Merchant merchant, Address to) {
    return merchant.nodes().values().stream()
        .noneMatch(node -> node.address().country().equals(to.country()));
  }

  /** Whether a quote counts. */
  private sealed interface Verdict {
    record Counts(PromiseQuote quote) implements Verdict {}

    record DoesNot(String because) implements Verdict {}
  }

  private Verdict verdict(Order order, Store store, Merchant merchant, Address to, String token) {
    Optional<PromiseQuote> read;
    try {
      read = quotes.read(store, token);
    } catch (SetupIncomplete missing) {
      return new Verdict.DoesNot("the secret of the store, which it is signed with, is missing");
    }
    if (read.isEmpty()) {
      return new Verdict.DoesNot("it was not made for this store, or was changed since");
    }
    PromiseQuote quote = read.get();
    if (!order.promisedFrom().equals(order.document().placedAt())) {
      return new Verdict.DoesNot("the order waited for stock, and was told another day");
    }
    return quote
        .refuses(order.document(), to)
        .or(() -> anotherMethod(quote, order, store, merchant, to))
        .<Verdict>map(Verdict.DoesNot::new)
        .orElseGet(() -> new Verdict.Counts(quote));
  }

  /** A quote of the shop's rule is good for a method that promises no less than the rule. */
  private static Optional<String> anotherMethod(
      PromiseQuote quote, Order order, Store store, Merchant merchant, Address to) {
    Optional<Store.Method> bought = store.method(order.document().shippingMethod());
    String method = bought.map(Store.Method::match).orElse("");
    boolean abroad = abroad(merchant, to);
    boolean good =
        method.equalsIgnoreCase(quote.method())
            || (quote.method().isEmpty()
                && DeliverBy.days(bought, merchant.rules(), abroad)
                    >= DeliverBy.days(Optional.empty(), merchant.rules(), abroad));
    return good
        ? Optional.empty()
        : Optional.of(
            "it is for %s and the order was placed with %s"
                .formatted(named(quote.method()), named(method)));
  }

  private static String named(String method) {
    return method.isEmpty() ? "the shop's rule" : method;
  }

  private static List<String> tokens(OrderDocument order) {
    return Stream.concat(
            order.attributes().stream(),
            order.lines().stream().flatMap(line -> line.properties().stream()))
        .filter(PromiseQuote::isIn)
        .map(LineProperty::value)
        .map(String::strip)
        .distinct()
        .toList();
  }
}
