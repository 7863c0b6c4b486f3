package dev.cutoff.plan.application;

import dev.cutoff.backorder.application.NotBefore;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.Screening;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.PromiseQuote;
import dev.cutoff.plan.QuotedGoods;
import dev.cutoff.stock.Demand;
import dev.cutoff.stock.application.Allocating;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Answers, before there is an order, by when it would be there and what it would cost: with the
 * planner that plans the order then, on rate cards alone.
 */
public final class PromisingDelivery {
  private final Merchants merchants;
  private final Geography geography;
  private final Allocating allocating;
  private final NotBefore notBefore;
  private final PlanFinder finder;
  private final DeliveryPromises promises;
  private final SignedQuotes quotes;
  private final Unavailability unavailability;
  private final InstantSource clock;

  @Inject
  public PromisingDelivery(
      Merchants merchants,
      Geography geography,
      Allocating allocating,
      NotBefore notBefore,
      PlanFinder finder,
      DeliveryPromises promises,
      SignedQuotes quotes,
      Unavailability unavailability,
      InstantSource clock) {
    this.merchants = merchants;
    this.geography = geography;
    this.allocating = allocating;
    this.notBefore = notBefore;
    this.finder = finder;
    this.promises = promises;
    this.quotes = quotes;
    this.unavailability = unavailability;
    this.clock = clock;
  }

  public PromiseAnswer promise(PromiseQuestion question) {
    Merchant merchant = merchants.current();
    Optional<Store> store = merchant.store(question.storeId());
    if (store.isEmpty()) {
      return new PromiseAnswer.Unknown(
          "store", "the merchant file has no store " + question.storeId());
    }
    List<String> defects = geography.destinationDefects(question.to());
    if (!defects.isEmpty()) {
      return new PromiseAnswer.Wrong(String.join("; ", defects) + ": say where it is to go");
    }
    Optional<ShippingMethod> bought = method(store.get(), question.method());
    if (bought.isEmpty()) {
      return new PromiseAnswer.Wrong(
          "the store %s has no shipping method of that name; it has %s"
              .formatted(
                  store.get().id(),
                  store.get().shippingMethods().stream()
                      .map(Store.Method::match)
                      .collect(Collectors.joining(", "))));
    }
    // Whole seconds, as stores and quotes know them.
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Order order = question.asOrder(store.get(), bought.get(), merchant, now);
    return refused(order, merchant, question).orElseGet(() -> planned(order, store.get(), now));
  }

  private static Optional<ShippingMethod> method(Store store, String asked) {
    if (asked.isBlank()) {
      return Optional.of(new ShippingMethod("", "", ShippingMethod.Kind.PARCEL));
    }
    ShippingMethod named = new ShippingMethod(asked, asked, ShippingMethod.Kind.PARCEL);
    return store
        .method(named)
        .map(method -> new ShippingMethod(method.match(), method.match(), method.kind()));
  }

  /** What an order would be held for, and what no plan has to be looked for to see. */
  private Optional<PromiseAnswer> refused(Order order, Merchant merchant, PromiseQuestion asked) {
    Optional<Refusal> screened = Screening.screen(order.document(), merchant, List.of());
    if (screened.isPresent()) {
      Refusal refusal = screened.get();
      return Optional.of(
          refusal.reason() == Reason.UNKNOWN_SKU
              ? new PromiseAnswer.Unknown(
                  "SKU", "the merchant file does not know " + refusal.facts().get("sku"))
              : unavailable(refusal.reason().name(), refusal.message(), refusal.facts()));
    }
    if (order.document().physicalLines().isEmpty()) {
      return Optional.of(
          unavailable("NOTHING_TO_SHIP", "Nothing of it is sent by a carrier.", Map.of()));
    }
    if (order.document().shippingMethod().kind() != ShippingMethod.Kind.PARCEL) {
      return Optional.of(
          unavailable(
              "NO_PARCEL",
              "%s is no parcel: no carrier brings it, and no day is promised."
                  .formatted(order.document().shippingMethod().title()),
              Map.of("method", order.document().shippingMethod().title())));
    }
    return Unavailability.regionWanted(order, merchant, asked).or(() -> ahead(order));
  }

  /** Units that are not sold from the shelf yet. */
  private Optional<PromiseAnswer> ahead(Order order) {
    for (Demand demand : allocating.unserved(order)) {
      Optional<LocalDate> day = notBefore.of(order.document(), demand);
      if (day.isPresent()) {
        return Optional.of(
            new PromiseAnswer.Unavailable(
                "NOT_RELEASED",
                "%s is not sent before %s.".formatted(demand.sku(), day.get()),
                Map.of("sku", demand.sku().value(), "day", day.get().toString()),
                day));
      }
    }
    return Optional.empty();
  }

  private static PromiseAnswer unavailable(
      String reason, String message, Map<String, String> facts) {
    return new PromiseAnswer.Unavailable(reason, message, facts, Optional.empty());
  }

  private PromiseAnswer planned(Order order, Store store, Instant now) {
    Address to = order.shipTo().orElseThrow();
    Promise rule = promises.of(order);
    List<Wanted.Line> lines = Wanted.lines(order, allocating.unserved(order));
    PlanFinder.Found found =
        finder.find(new Wanted(lines, List.of(), to, rule.deliverBy(), now, false, false));
    Optional<Plan> plan = found.best().or(found::late);
    if (plan.isEmpty()) {
      return unavailability.of(found, lines, merchants.current());
    }
    LocalDate day = found.lateBy().orElse(rule.deliverBy());
    Promise promise =
        finder.kept(
            new Promise(day, rule.zone(), 1, rule.basis(), rule.lastSafe()), plan.get(), found);
    Instant orderBefore = OrderBefore.of(found, plan.get());
    Instant expiresAt = PromiseQuote.expiry(now, orderBefore);
    String quote =
        quotes.sign(
            store,
            new PromiseQuote(
                store.id(),
                QuotedGoods.of(order.document()),
                to.country(),
                PromiseQuote.postcode(to),
                order.document().shippingMethod().title(),
                day,
                rule.zone(),
                now,
                expiresAt));
    return new PromiseAnswer.Promised(
        promise,
        found.lateBy().map(late -> rule.deliverBy()),
        plan.get(),
        orderBefore,
        quote,
        expiresAt);
  }
}
