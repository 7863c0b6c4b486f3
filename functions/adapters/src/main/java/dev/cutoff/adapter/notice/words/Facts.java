package dev.cutoff.adapter.notice.words;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.News;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.ShipmentLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is so of an order and of the news about it, as far as a customer is told. */
record Facts(Merchant merchant, Store store, Order order, News news, Scope scope) {
  private static final int LONGEST = 120;

  /** Whether they are news still: where there are newer ones of the kind, those tell it. */
  boolean isNews() {
    Announcement announcement = news.announcement();
    Promise promise = order.promise();
    return switch (announcement.what()) {
      case BACKORDERED -> {
        Backorder waits = order.backorder();
        yield waits != null
            && waits.waits()
            && waits.expectedSince().equals(announcement.occurredAt());
      }
      case DELAYED -> {
        LocalDate day = promise == null ? null : promise.expected();
        yield promise != null
            && day != null
            && day.atStartOfDay(promise.zone()).toInstant().equals(announcement.occurredAt());
      }
      case BACK_ON_TIME -> promise != null && promise.expected() == null && !order.shipLate();
      case IN_TRANSIT -> false;
      case CONFIRMED,
          PACKED,
          SHIPPED,
          OUT_FOR_DELIVERY,
          DELIVERY_ATTEMPTED,
          DELIVERED,
          RETURNED,
          CANCELLED ->
          true;
    };
  }

  /** The one day that the news are about; empty where there is none, or nobody knows it. */
  Optional<LocalDate> day() {
    Announcement announcement = news.announcement();
    return switch (announcement.what()) {
      case CONFIRMED, PACKED ->
          isParcel() ? Days.expected(order, announcement.occurredAt()) : Optional.empty();
      case SHIPPED ->
          kind() == ShippingMethod.Kind.PICKUP
              ? Optional.empty()
              : Days.expected(order, announcement.occurredAt());
      case BACKORDERED -> Optional.ofNullable(order.backorder()).map(Backorder::expectedOn);
      case DELAYED -> Optional.ofNullable(order.promise()).map(Promise::expected);
      case BACK_ON_TIME -> Optional.ofNullable(order.promise()).map(Promise::deliverBy);
      case OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED ->
          Days.at(order, announcement.occurredAt());
      case IN_TRANSIT, CANCELLED -> Optional.empty();
    };
  }

  /** The parcels to be followed, where the news are about parcels at all. */
  List<Parcel> parcels() {
    return switch (news.what()) {
      case SHIPPED -> kind() == ShippingMethod.Kind.PICKUP ? List.of() : scope.parcels();
      case OUT_FOR_DELIVERY, DELIVERY_ATTEMPTED, DELIVERED, RETURNED -> scope.parcels();
      case CONFIRMED, BACKORDERED, DELAYED, BACK_ON_TIME, PACKED, IN_TRANSIT, CANCELLED ->
          List.of();
    };
  }

  /** Empty where it goes nowhere that the customer does not stand. */
  Optional<String> town() {
    if (news.what() == What.CANCELLED
        || news.what() == What.RETURNED
        || kind() == ShippingMethod.Kind.PICKUP
        || order.document().physicalLines().isEmpty()) {
      return Optional.empty();
    }
    return order.shipTo().map(Facts::townOf).filter(town -> !town.isEmpty());
  }

  /** What the carrier showed of the delivery: who took a parcel, and where it was left. */
  Optional<String> proof() {
    if (news.what() != What.DELIVERED) {
      return Optional.empty();
    }
    String shown =
        scope.parcels().stream()
            .flatMap(parcel -> parcel.track().proof().stream())
            .flatMap(proof -> Stream.of(proof.signedBy(), proof.leftAt()).filter(Objects::nonNull))
            .map(words -> Plain.line(words, LONGEST))
            .distinct()
            .collect(Collectors.joining(", "));
    return Optional.of(shown).filter(words -> !words.isEmpty());
  }

  List<Letter.ItemLine> items() {
    Map<String, OrderLine> byId = new HashMap<>();
    order.document().lines().forEach(line -> byId.putIfAbsent(line.lineId(), line));
    return scope.lines().stream()
        .flatMap(part ->
            Optional.ofNullable(byId.get(part.lineId())).map(line -> item(part, line)).stream())
        .toList();
  }

  Letter.TrackedParcel tracked(Parcel parcel) {
    Carrier carrier = merchant.carriers().get(parcel.plan().carrier());
    String service = parcel.plan().service();
    if (carrier == null) {
      return new Letter.TrackedParcel(parcel.plan().carrier(), service, parcel.trackingNumber());
    }
    return new Letter.TrackedParcel(
        Plain.line(carrier.name(), LONGEST),
        carrier.services().stream()
            .filter(each -> each.id().equals(service))
            .map(each -> Plain.line(each.name(), LONGEST))
            .findFirst()
            .orElse(service),
        parcel.trackingNumber());
  }

  String shop() {
    return Plain.line(store.name(), LONGEST);
  }

  String number() {
    return Plain.line(order.document().orderNumber(), 40);
  }

  /**
   * By the names that templates have for them.
   *
   * @param language they are written in
   * @param page the customer's; empty where there is none
   */
  Map<String, Object> named(String language, String page) {
    Locale locale = Days.locale(language, order);
    Map<String, Object> facts = new HashMap<>();
    facts.put("shop", shop());
    facts.put("order", number());
    facts.put("day", day().map(day -> Days.written(day, locale)).orElse(""));
    facts.put("date", day().map(day -> Days.inShort(day, locale)).orElse(""));
    facts.put(
        "promised",
        Optional.ofNullable(order.promise())
            .map(promise -> Days.written(promise.deliverBy(), locale))
            .orElse(""));
    facts.put("parcels", parcels().isEmpty() ? "" : Integer.toString(parcels().size()));
    facts.put("town", town().orElse(""));
    facts.put(
        "tracking",
        parcels().stream()
            .map(this::tracked)
            .map(one -> one.carrier() + " " + one.service() + " " + one.trackingNumber())
            .collect(Collectors.joining(", ")));
    facts.put(
        "items",
        items().stream()
            .map(item -> item.quantity() + " x " + item.name())
            .collect(Collectors.joining(", ")));
    facts.put("link", page);
    facts.put("answer", answer(page).orElse(""));
    facts.put("answerBy", answerBy().map(day -> Days.written(day, locale)).orElse(""));
    facts.put("proof", proof().orElse(""));
    facts.put("part", scope.part());
    facts.put("several", parcels().size() > 1);
    facts.put("parcel", physical() && kind() == ShippingMethod.Kind.PARCEL);
    facts.put("local", physical() && kind() == ShippingMethod.Kind.LOCAL_DELIVERY);
    facts.put("pickup", physical() && kind() == ShippingMethod.Kind.PICKUP);
    facts.put("rest", !order.openShipments().isEmpty());
    return facts;
  }

  /** Where the customer says whether a later day will do; empty where that is no question. */
  Optional<String> answer(String page) {
    return page.isEmpty() || offer().isEmpty() ? Optional.empty() : Optional.of(page + "/delay");
  }

  private Optional<LocalDate> answerBy() {
    return offer()
        .flatMap(offer ->
            Optional.ofNullable(order.delay())
                .filter(delay -> delay.told().equals(offer.day()))
                .flatMap(delay -> delay.answerUntil(offer.zone())));
  }

  private Optional<Delay.Offer> offer() {
    return news.what() == What.DELAYED || news.what() == What.BACKORDERED
        ? Delay.offer(order)
        : Optional.empty();
  }

  private boolean isParcel() {
    return kind() == ShippingMethod.Kind.PARCEL;
  }

  private boolean physical() {
    return !order.document().physicalLines().isEmpty();
  }

  private ShippingMethod.Kind kind() {
    return order.document().shippingMethod().kind();
  }

  private static String townOf(Address address) {
    return Plain.line(
        Stream.of(address.city(), address.region())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", ")),
        LONGEST);
  }

  private static Letter.ItemLine item(ShipmentLine part, OrderLine line) {
    return new Letter.ItemLine(Plain.line(line.name(), LONGEST), Long.toString(part.quantity()));
  }
}
