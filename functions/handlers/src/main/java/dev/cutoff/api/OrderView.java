package dev.cutoff.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.order.AddressCheck;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Delay;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.order.OrderState;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.tracking.TrackingFlag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** An order as GET /orders/{orderId} shows it. The store's customer data stays in the store. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
    String orderId,
    String storeId,
    String channel,
    String externalId,
    String orderNumber,
    String state,
    Instant placedAt,
    Instant receivedAt,
    boolean test,
    PaymentView payment,
    @Nullable Instant awaitingPaymentUntil,
    @Nullable Instant freeUntil,
    @Nullable CancellationView cancellation,
    @Nullable AddressCheckView addressCheck,
    @Nullable PromiseView promise,
    @Nullable DelayView delay,
    List<LineView> lines,
    List<ShipmentView> shipments,
    @Nullable HoldView hold,
    List<Map<String, Object>> exceptions,
    @Nullable List<OfferView> offers) {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PromiseView(
      String deliverBy,
      @Nullable String expected,
      String zone,
      double confidence,
      String basis,
      Map<String, Instant> lastSafe) {
    static PromiseView of(Promise promise) {
      Map<String, Instant> lastSafe = new TreeMap<>();
      promise.lastSafe().forEach((node, instant) -> lastSafe.put(node.value(), instant));
      return new PromiseView(
          promise.deliverBy().toString(),
          Optional.ofNullable(promise.expected()).map(LocalDate::toString).orElse(null),
          promise.zone().getId(),
          promise.confidence(),
          promise.basis(),
          lastSafe);
    }
  }

  /** What later day the customer was told, and what the customer said to it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DelayView(
      String promised,
      String told,
      @Nullable Instant answerBy,
      @Nullable String acceptedUntil,
      @Nullable Instant acceptedAt) {
    static DelayView of(Delay delay) {
      Optional<Delay.Consent> consent = Optional.ofNullable(delay.consent());
      return new DelayView(
          delay.promised().toString(),
          delay.told().toString(),
          delay.needsConsent() ? delay.answerBy() : null,
          consent.map(it -> it.until().toString()).orElse(null),
          consent.map(Delay.Consent::at).orElse(null));
    }
  }

  record PaymentView(String status, String method) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CancellationView(
      Instant requestedAt, String by, String why, @Nullable Instant completedAt) {
    static CancellationView of(Order.Cancellation asked) {
      return new CancellationView(
          asked.requestedAt(), asked.by(), asked.why(), asked.completedAt());
    }
  }

  /** What a carrier said of the ship-to address, and whose word overrides it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AddressCheckView(
      String result,
      @Nullable String carrier,
      @Nullable String why,
      Instant at,
      @Nullable OverrideView override) {
    static AddressCheckView of(AddressCheck check) {
      AddressCheck.Overruling word = check.overruled();
      return new AddressCheckView(
          check.verdict().wireName(),
          check.carrier().isEmpty() ? null : check.carrier(),
          check.told().isEmpty() ? null : check.told(),
          check.at(),
          word == null ? null : new OverrideView(word.by(), word.at(), word.why()));
    }
  }

  record OverrideView(String by, Instant at, String why) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineView(
      String lineId,
      String sku,
      String name,
      long ordered,
      long reserved,
      long shipped,
      long cancelled,
      long returned,
      long backordered,
      @Nullable String expectedOn,
      Money unitPrice) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ShipmentView(
      String shipmentId,
      String node,
      String state,
      @Nullable OffsetDateTime shipBy,
      @Nullable Instant handedOverAt,
      @Nullable Instant deliveredAt,
      @Nullable String packingSlip,
      List<PartView> lines,
      List<ParcelView> parcels) {}

  record PartView(String lineId, long quantity) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParcelView(
      String parcelId,
      List<PartView> lines,
      String box,
      long weightGrams,
      String carrier,
      String service,
      Money cost,
      String deliveryDate,
      @Nullable String trackingNumber,
      @Nullable String trackingStatus,
      @Nullable String trackingFlag,
      @Nullable ReasonView trackingReason,
      @Nullable ProofView proofOfDelivery,
      @Nullable LabelView label) {}

  /** Whose it is that a parcel is not on its way, in the carrier's words. */
  record ReasonView(String party, String text) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ProofView(@Nullable String signedBy, @Nullable String leftAt, @Nullable String photoUrl) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LabelView(@Nullable String pdf, @Nullable String zpl) {}

  record HoldView(String reason, String message, String step, Instant since) {}

  static OrderView of(
      Order order,
      Merchant merchant,
      List<Map<String, Object>> openExceptions,
      @Nullable List<OfferView> offers) {
    var document = order.document();
    var promise = order.promise();
    var hold = order.hold();
    return new OrderView(
        order.id().value(),
        document.storeId().value(),
        document.channel(),
        document.externalId(),
        document.orderNumber(),
        order.state().wireName(),
        document.placedAt(),
        order.receivedAt(),
        document.test(),
        new PaymentView(
            document.payment().status().name().toLowerCase(Locale.ROOT),
            document.payment().method()),
        Optional.ofNullable(order.paymentWait()).map(Order.PaymentWait::until).orElse(null),
        order.remorseUntil(),
        Optional.ofNullable(order.cancellation()).map(CancellationView::of).orElse(null),
        Optional.ofNullable(order.addressCheck()).map(AddressCheckView::of).orElse(null),
        promise == null ? null : PromiseView.of(promise),
        Optional.ofNullable(order.delay()).map(DelayView::of).orElse(null),
        document.lines().stream().map(line -> line(order, line)).toList(),
        order.shipments().stream().map(shipment -> shipment(shipment, merchant)).toList(),
        hold == null
            ? null
            : new HoldView(
                hold.refusal().reason().name(),
                hold.refusal().message(),
                hold.step(),
                hold.since()),
        openExceptions,
        offers);
  }

  private static LineView line(Order order, OrderLine line) {
    boolean cancelled = order.state() == OrderState.CANCELLED;
    Backorder waits = cancelled ? null : order.backorder();
    return new LineView(
        line.lineId(),
        line.sku(),
        line.name(),
        line.quantity(),
        units(order, line, OrderView::inTheHouse),
        // The store counts what we told it to be shipped as fulfilled, too.
        Math.max(units(order, line, OrderView::gone), line.fulfilledElsewhere()),
        cancelled ? Math.max(0, line.quantity()) : 0,
        0,
        waits == null ? 0 : waits.units(line.lineId()),
        waits == null ? null : expected(waits, line),
        line.unitPrice());
  }

  private static @Nullable String expected(Backorder waits, OrderLine line) {
    return waits.parts().stream()
        .filter(part -> part.lineId().equals(line.lineId()))
        .flatMap(part -> Optional.ofNullable(part.expectedOn()).stream())
        .findFirst()
        .map(LocalDate::toString)
        .orElse(null);
  }

  private static long units(Order order, OrderLine line, Predicate<Shipment> where) {
    return order.shipments().stream()
        .filter(where)
        .flatMap(shipment -> shipment.lines().stream())
        .filter(part -> part.lineId().equals(line.lineId()))
        .mapToLong(ShipmentLine::quantity)
        .sum();
  }

  private static boolean inTheHouse(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Reserved each -> true;
      case Shipment.Planned each -> true;
      case Shipment.Labelled each -> true;
      case Shipment.Shipped each -> false;
      case Shipment.Delivered each -> false;
      case Shipment.Cancelled each -> false;
    };
  }

  private static boolean gone(Shipment shipment) {
    return shipment instanceof Shipment.Shipped || shipment instanceof Shipment.Delivered;
  }

  private static ShipmentView shipment(Shipment shipment, Merchant merchant) {
    List<ParcelView> paid = shipment.paidParcels().stream().map(OrderView::parcel).toList();
    return switch (shipment) {
      case Shipment.Reserved each -> view(each, "reserved", null, null, null, null, paid);
      case Shipment.Planned each ->
          view(
              each,
              "planned",
              at(each.shipBy(), each, merchant),
              null,
              null,
              null,
              each.parcels().stream().map(OrderView::planned).toList());
      case Shipment.Labelled each ->
          view(
              each,
              "labelled",
              at(each.shipBy(), each, merchant),
              null,
              null,
              file(each.packingSlip()),
              paid);
      case Shipment.Shipped each ->
          view(each, "shipped", null, each.handedOverAt(), null, file(each.packingSlip()), paid);
      case Shipment.Delivered each ->
          view(
              each,
              "delivered",
              null,
              each.handedOverAt(),
              each.deliveredAt(),
              file(each.packingSlip()),
              paid);
      case Shipment.Cancelled each -> view(each, "cancelled", null, null, null, null, paid);
    };
  }

  private static ShipmentView view(
      Shipment shipment,
      String state,
      @Nullable OffsetDateTime shipBy,
      @Nullable Instant handedOverAt,
      @Nullable Instant deliveredAt,
      @Nullable String slip,
      List<ParcelView> parcels) {
    return new ShipmentView(
        shipment.id().value(),
        shipment.node().value(),
        state,
        shipBy,
        handedOverAt,
        deliveredAt,
        slip,
        parts(shipment.lines()),
        parcels);
  }

  private static ParcelView parcel(Parcel parcel) {
    PlannedParcel plan = parcel.plan();
    return new ParcelView(
        plan.parcelId(),
        parts(plan.lines()),
        plan.box(),
        plan.weightGrams(),
        plan.carrier(),
        plan.service(),
        parcel.cost(),
        plan.deliveryDate().toString(),
        parcel.trackingNumber(),
        parcel.track().status().wireName(),
        Optional.ofNullable(parcel.track().flag()).map(TrackingFlag::wireName).orElse(null),
        parcel
            .track()
            .reason()
            .map(why -> new ReasonView(why.party().wireName(), why.words()))
            .orElse(null),
        parcel
            .track()
            .proof()
            .map(proof -> new ProofView(proof.signedBy(), proof.leftAt(), proof.photoUrl()))
            .orElse(null),
        new LabelView(file(parcel.labelPdf()), file(parcel.labelZpl())));
  }

  private static ParcelView planned(PlannedParcel plan) {
    return new ParcelView(
        plan.parcelId(),
        parts(plan.lines()),
        plan.box(),
        plan.weightGrams(),
        plan.carrier(),
        plan.service(),
        plan.cost(),
        plan.deliveryDate().toString(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static List<PartView> parts(List<ShipmentLine> lines) {
    return lines.stream().map(line -> new PartView(line.lineId(), line.quantity())).toList();
  }

  /** Where GET /labels/{file} serves the object: its key without the folder. */
  static @Nullable String file(String key) {
    return key.isEmpty() ? null : "/labels/" + key.substring(key.indexOf('/') + 1);
  }

  private static OffsetDateTime at(Instant instant, Shipment shipment, Merchant merchant) {
    return instant.atZone(merchant.node(shipment.node()).zone()).toOffsetDateTime();
  }
}
