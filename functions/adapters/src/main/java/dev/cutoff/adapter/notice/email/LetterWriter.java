package dev.cutoff.adapter.notice.email;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import dev.cutoff.notice.Announcement;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.ShippingMethod;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.ShipmentLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the words for one announcement about one order. */
final class LetterWriter {
  private static final int LONGEST = 120;

  private final Merchant merchant;
  private final Store store;
  private final Order order;
  private final Announcement announcement;
  private final Scope scope;

  private LetterWriter(
      Merchant merchant, Store store, Order order, Announcement announcement, Scope scope) {
    this.merchant = merchant;
    this.store = store;
    this.order = order;
    this.announcement = announcement;
    this.scope = scope;
  }

  /** Empty where customers are not told of such things. */
  static Optional<Letter> write(
      Merchant merchant, Store store, Order order, Announcement announcement) {
    return Scope.of(order, announcement)
        .flatMap(scope -> new LetterWriter(merchant, store, order, announcement, scope).letter());
  }

  private Optional<Letter> letter() {
    return switch (announcement.what()) {
      case CONFIRMED -> Optional.of(confirmed());
      case BACKORDERED -> backordered();
      case DELAYED -> delayed();
      case SHIPPED -> Optional.of(shipped());
      case OUT_FOR_DELIVERY -> Optional.of(outForDelivery());
      case DELIVERED -> Optional.of(delivered());
      case CANCELLED -> Optional.of(cancelled());
      case BACK_ON_TIME, PACKED, IN_TRANSIT, DELIVERY_ATTEMPTED, RETURNED -> Optional.empty();
    };
  }

  private Letter confirmed() {
    String next =
        order.document().physicalLines().isEmpty()
            ? ""
            : switch (kind()) {
              case PARCEL -> " We will write again when it is on its way.";
              case LOCAL_DELIVERY -> " We will bring it to you.";
              case PICKUP -> " We keep it for you.";
            };
    return letter(
        "We have your order " + number(),
        "Thank you for your order",
        "We have it and are getting it ready." + next,
        kind() == ShippingMethod.Kind.PARCEL ? arrival() : Optional.empty(),
        List.of());
  }

  /** The date of these very news; where there are newer ones, they tell it. */
  private Optional<Letter> backordered() {
    Backorder waits = order.backorder();
    if (waits == null
        || !waits.waits()
        || !waits.expectedSince().equals(announcement.occurredAt())) {
      return Optional.empty();
    }
    LocalDate day = waits.expectedOn();
    String rest =
        order.openShipments().isEmpty() ? "We wait for" : "We send what we have, and wait for";
    return Optional.of(
        letter(
            "Your order " + number() + " has to wait a little",
            "Something is on its way to us",
            rest
                + (day == null
                    ? " the following. We don't know yet when it comes, and write as soon as we do."
                    : " the following. We write again when it goes out to you."),
            Optional.ofNullable(day).map(known -> when("We expect it on", known)),
            List.of()));
  }

  /** The day of these very news; where there are newer ones, they tell it. */
  private Optional<Letter> delayed() {
    Promise promise = order.promise();
    LocalDate day = promise == null ? null : promise.expected();
    if (promise == null
        || day == null
        || !day.atStartOfDay(promise.zone()).toInstant().equals(announcement.occurredAt())) {
      return Optional.empty();
    }
    return Optional.of(
        letter(
            "Your order " + number() + " comes later than we promised",
            "It comes later than we promised",
            "We are sorry: we promised it by "
                + Days.written(promise.deliverBy(), order)
                + " and can't keep that. If it is too late for you, please tell us.",
            Optional.of(when("It arrives by", day)),
            List.of()));
  }

  private Letter shipped() {
    if (kind() == ShippingMethod.Kind.PICKUP) {
      return letter(
          "You picked up your order " + number(),
          "Picked up",
          "Your order was handed over to you. Enjoy it.",
          Optional.empty(),
          List.of());
    }
    String whole = scope.part() ? "Part of your order " : "Your order ";
    String more = scope.part() ? " The order comes in more than one shipment." : "";
    String who =
        switch (scope.parcels().size()) {
          case 0 -> "It has left the house.";
          case 1 -> "The carrier has your parcel.";
          default -> "The carrier has your " + scope.parcels().size() + " parcels.";
        };
    return letter(
        whole + number() + " is on its way",
        whole + "is on its way",
        who + more,
        arrival(),
        scope.parcels());
  }

  private Letter outForDelivery() {
    String day =
        Days.at(order, announcement.occurredAt())
            .map(today -> " and should bring it on " + Days.written(today, order))
            .orElse("");
    String whole = scope.part() ? "A parcel of your order " : "Your order ";
    return letter(
        whole + number() + " is out for delivery",
        "Out for delivery",
        "The driver has your parcel on board" + day + ".",
        Optional.empty(),
        scope.parcels());
  }

  private Letter delivered() {
    String whole = scope.part() ? "A parcel of your order " : "Your order ";
    return letter(
        whole + number() + " was delivered",
        "Delivered",
        "The carrier says that it has arrived. If you can't find it, please tell us.",
        Days.at(order, announcement.occurredAt()).map(day -> when("Delivered on", day)),
        scope.parcels());
  }

  private Letter cancelled() {
    return letter(
        "Your order " + number() + " was cancelled",
        "Your order was cancelled",
        "Nothing of it will be sent. If you have a question about your payment, please ask us.",
        Optional.empty(),
        List.of());
  }

  private Letter letter(
      String subject,
      String headline,
      String lead,
      Optional<Letter.When> when,
      List<Parcel> parcels) {
    return new Letter(
        Plain.line(store.name(), LONGEST),
        Plain.line(subject, LONGEST),
        headline.strip(),
        lead,
        number(),
        when.orElse(null),
        arrived() ? "Went to" : "Goes to",
        town().orElse(null),
        items(),
        (arrived() ? "Your parcel" : "Follow your parcel") + (parcels.size() > 1 ? "s" : ""),
        parcels.stream().map(this::tracked).toList());
  }

  private Optional<Letter.When> arrival() {
    return Days.expected(order, announcement.occurredAt()).map(day -> when("Arrives by", day));
  }

  private Letter.When when(String label, LocalDate day) {
    return new Letter.When(label, Days.written(day, order));
  }

  private boolean arrived() {
    return announcement.what() == Announcement.What.DELIVERED;
  }

  private Optional<String> town() {
    if (announcement.what() == Announcement.What.CANCELLED
        || kind() == ShippingMethod.Kind.PICKUP
        || order.document().physicalLines().isEmpty()) {
      return Optional.empty();
    }
    return order.shipTo().map(LetterWriter::townOf).filter(town -> !town.isEmpty());
  }

  private static String townOf(Address address) {
    return Plain.line(
        Stream.of(address.city(), address.region())
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(", ")),
        LONGEST);
  }

  private List<Letter.ItemLine> items() {
    Map<String, OrderLine> byId = new HashMap<>();
    order.document().lines().forEach(line -> byId.putIfAbsent(line.lineId(), line));
    return scope.lines().stream()
        .flatMap(part ->
            Optional.ofNullable(byId.get(part.lineId())).map(line -> item(part, line)).stream())
        .toList();
  }

  private static Letter.ItemLine item(ShipmentLine part, OrderLine line) {
    return new Letter.ItemLine(Plain.line(line.name(), LONGEST), Long.toString(part.quantity()));
  }

  private Letter.TrackedParcel tracked(Parcel parcel) {
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

  private ShippingMethod.Kind kind() {
    return order.document().shippingMethod().kind();
  }

  private String number() {
    return Plain.line(order.document().orderNumber(), 40);
  }
}
