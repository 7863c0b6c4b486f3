package dev.cutoff.plan.application;

import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.Choice;
import dev.cutoff.plan.DeliverBy;
import dev.cutoff.plan.Promise;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.plan.application.CarrierProvider.ParcelSpec;
import dev.cutoff.plan.application.CarrierProvider.RateAnswer;
import dev.cutoff.plan.application.CarrierProvider.RateRequest;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Rates one shipment with all carriers at once and keeps a receipt of every candidate. */
public final class RateShopping {
  private final Merchants merchants;
  private final Geography geography;
  private final ShipmentBoxes boxes;
  private final Providers providers;
  private final AskingAll asking;
  private final Receipts receipts;
  private final InstantSource clock;

  @Inject
  public RateShopping(
      Merchants merchants,
      Geography geography,
      ShipmentBoxes boxes,
      Providers providers,
      AskingAll asking,
      Receipts receipts,
      InstantSource clock) {
    this.merchants = merchants;
    this.geography = geography;
    this.boxes = boxes;
    this.providers = providers;
    this.asking = asking;
    this.receipts = receipts;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Outcome {
    record Chosen(Shipment.Planned shipment, Promise promise) implements Outcome {}

    record Refused(Refusal refusal) implements Outcome {}
  }

  Outcome shop(Order order, Shipment shipment) {
    Merchant merchant = merchants.current();
    return switch (boxes.pack(order, shipment)) {
      case Packing.Outcome.FitsNone none ->
          new Outcome.Refused(
              Refusal.of(
                  Reason.FITS_NO_BOX,
                  "%s fits no box of the merchant file. Add a box, then retry; or cancel."
                      .formatted(none.sku()),
                  Map.of("sku", none.sku().value())));
      case Packing.Outcome.Packed packed ->
          rate(order, shipment, packed.parcels(), merchant, merchant.node(shipment.node()));
    };
  }

  private Outcome rate(
      Order order, Shipment shipment, List<Packing.Parcel> parcels, Merchant merchant, Node node) {
    Instant now = clock.instant();
    Address to = order.shipTo().orElseThrow();
    ShipDay day = ShipDay.next(node, now).orElse(null);
    if (day == null) {
      return new Outcome.Refused(
          Refusal.of(
              Reason.NO_RATES,
              "Node " + node.id() + " has no cutoff on any weekday. Give it one, then retry."));
    }
    RateRequest request =
        new RateRequest(
            node,
            to,
            parcels.stream().map(each -> new ParcelSpec(each.grams(), each.box().outer())).toList(),
            day.date());
    List<Receipt.Asked> asked = new ArrayList<>();
    List<Quote> quotes = ask(merchant, request, asked);
    ZoneId zone = geography.zone(to);
    LocalDate deliverBy = deliverBy(order, merchant, node, to, zone);
    Choice choice = Choice.among(quotes, deliverBy, order.shipLate());
    Quote best = choice.chosen().orElse(null);
    if (best == null) {
      return new Outcome.Refused(refusal(quotes, deliverBy, asked));
    }
    Promise promise = new Promise(deliverBy, zone, best.confidence());
    String receipt =
        receipts.keep(
            new Receipt(
                order.id(),
                shipment.id(),
                node.id(),
                now,
                merchant.version(),
                promise,
                day.cutoff(),
                parcels.stream().map(each -> each.box().id()).toList(),
                asked,
                choice.candidates()));
    return new Outcome.Chosen(planned(shipment, parcels, best, day, receipt, now), promise);
  }

  private List<Quote> ask(Merchant merchant, RateRequest request, List<Receipt.Asked> asked) {
    List<Carrier> carriers = List.copyOf(merchant.carriers().values());
    List<Callable<RateAnswer>> questions =
        carriers.stream()
            .<Callable<RateAnswer>>map(
                carrier -> () -> providers.of(carrier).rates(carrier, request))
            .toList();
    List<AskingAll.Answer<RateAnswer>> answers =
        asking.ask(questions, merchant.rules().rateDeadline());
    List<Quote> quotes = new ArrayList<>();
    for (int i = 0; i < carriers.size(); i++) {
      String id = carriers.get(i).id();
      switch (answers.get(i)) {
        case AskingAll.Answer.TimedOut<RateAnswer> late ->
            asked.add(
                new Receipt.Asked(
                    id, false, "no answer within " + late.deadline().toMillis() + " ms"));
        // The message may hold what a stranger sent: the class says enough.
        case AskingAll.Answer.Failed<RateAnswer> failed ->
            asked.add(
                new Receipt.Asked(
                    id, false, "failed: " + failed.cause().getClass().getSimpleName()));
        case AskingAll.Answer.Answered<RateAnswer> answered -> {
          switch (answered.value()) {
            case RateAnswer.NoRates none ->
                asked.add(new Receipt.Asked(id, true, "no rates: " + none.why()));
            case RateAnswer.Rates rates -> {
              List<Quote> usable =
                  rates.quotes().stream()
                      .filter(quote -> quote.carrier().equals(id))
                      .filter(quote -> sane(quote, request, merchant))
                      .toList();
              int dropped = rates.quotes().size() - usable.size();
              asked.add(
                  new Receipt.Asked(
                      id,
                      true,
                      usable.size()
                          + " rates"
                          + (dropped == 0 ? "" : ", " + dropped + " unusable")));
              quotes.addAll(usable);
            }
          }
        }
      }
    }
    return quotes;
  }

  /** A price below zero, in another currency or not of these parcels is an answer, and no price. */
  private static boolean sane(Quote quote, RateRequest request, Merchant merchant) {
    return Stream.concat(Stream.of(quote.total()), quote.perParcel().stream())
            .allMatch(price -> !price.isNegative() && price.currency().equals(merchant.currency()))
        && quote.perParcel().size() == request.parcels().size()
        && !quote.shipDate().isBefore(request.shipDate())
        && !quote.deliveryDate().isBefore(quote.shipDate());
  }

  private static LocalDate deliverBy(
      Order order, Merchant merchant, Node node, Address to, ZoneId zone) {
    Store store = merchant.store(order.document().storeId()).orElseThrow();
    boolean abroad = !to.country().equals(node.address().country());
    return DeliverBy.of(
        order.document(), order.promisedFrom(), store, merchant.rules(), zone, abroad);
  }

  private static Refusal refusal(
      List<Quote> quotes, LocalDate deliverBy, List<Receipt.Asked> asked) {
    if (quotes.isEmpty()) {
      return Refusal.of(
          Reason.NO_RATES,
          "No carrier has a price: "
              + String.join(
                  "; ", asked.stream().map(each -> each.carrier() + " " + each.outcome()).toList())
              + ". Retry when they answer, or cancel.");
    }
    Quote earliest =
        quotes.stream().min(java.util.Comparator.comparing(Quote::deliveryDate)).orElseThrow();
    return Refusal.of(
        Reason.PROMISE_CANNOT_BE_KEPT,
        "Promised by %s, and the earliest arrival is %s with %s %s for %s. Ship late, or cancel."
            .formatted(
                deliverBy,
                earliest.deliveryDate(),
                earliest.carrier(),
                earliest.service(),
                earliest.total().display()),
        Map.of("deliverBy", deliverBy.toString(), "earliest", earliest.deliveryDate().toString()));
  }

  private static Shipment.Planned planned(
      Shipment shipment,
      List<Packing.Parcel> parcels,
      Quote best,
      ShipDay day,
      String receipt,
      Instant now) {
    List<PlannedParcel> planned = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      Packing.Parcel parcel = parcels.get(i);
      planned.add(
          new PlannedParcel(
              shipment.id().parcel(i + 1),
              parcel.lines(),
              parcel.box().id(),
              parcel.grams(),
              best.carrier(),
              best.service(),
              best.perParcel().get(i),
              best.shipDate(),
              best.deliveryDate(),
              now));
    }
    return new Shipment.Planned(
        shipment.id(), shipment.node(), shipment.lines(), planned, day.cutoff(), receipt);
  }

  static String inWords(Shipment.Planned shipment) {
    PlannedParcel first = shipment.parcels().getFirst();
    return "%s from %s, %d parcel(s), %s %s"
        .formatted(
            shipment.id(),
            shipment.node(),
            shipment.parcels().size(),
            first.carrier(),
            first.service());
  }
}
