package dev.cutoff.order;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.geo.Address;
import dev.cutoff.plan.Promise;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.Shipment.Cancelled;
import dev.cutoff.shipment.Shipment.Delivered;
import dev.cutoff.shipment.Shipment.Labelled;
import dev.cutoff.shipment.Shipment.Planned;
import dev.cutoff.shipment.Shipment.Reserved;
import dev.cutoff.shipment.Shipment.Shipped;
import dev.cutoff.tracking.TrackingStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An order as Cutoff works on it: the newest document of the store and what has become of it.
 *
 * @param version of this row, 1 at first, raised by every change
 * @param attempt of the execution, 1 at first
 * @param document the newest version applied; what is older never overwrites
 * @param promise null until planned
 * @param hold null unless on hold
 * @param paymentWait null unless it waits for the store to say paid
 * @param backorder null unless units of it wait for stock, or did
 * @param cancellation null unless somebody asked for it
 * @param correctedShipTo an address that a person put in the place of the store's; null otherwise
 * @param addressCheck what a carrier said of the ship-to address; null where none was asked
 * @param shipLate a person accepted that the promised day is lost
 * @param replan the store changed lines or address after units were reserved: undo and reserve anew
 * @param remorseUntil until when editing and cancelling it is free, for its labels are not bought
 *     before; null where it is not planned or nothing is waited for
 * @param planAfter hand-overs before it are given up: plans count from then; null where from now
 * @param delay null where its customer was told of none
 * @param trackingToken unguessable, for the customer's page
 */
public record Order(
    OrderId id,
    long version,
    int attempt,
    OrderDocument document,
    Instant receivedAt,
    List<Shipment> shipments,
    @Nullable Promise promise,
    @Nullable Hold hold,
    @Nullable PaymentWait paymentWait,
    @Nullable Backorder backorder,
    @Nullable Cancellation cancellation,
    @Nullable Address correctedShipTo,
    @Nullable AddressCheck addressCheck,
    boolean shipLate,
    boolean replan,
    @Nullable Instant remorseUntil,
    @Nullable Instant planAfter,
    @Nullable Delay delay,
    String trackingToken) {
  public Order {
    shipments = List.copyOf(shipments);
  }

  /** Why it stands still; the exception queue has the owner and the clock. */
  public record Hold(Refusal refusal, String step, Instant since) {
    /** The step that undoes: an order held there is cancelled and not undone yet. */
    public static final String COMPENSATE = "Compensate";

    /** Whether nothing is wrong with it: it goes on as soon as the bench has packed. */
    public boolean waitsForBench() {
      return refusal.reason() == Reason.TO_BE_PACKED;
    }
  }

  /**
   * The execution waits for the store to say paid.
   *
   * @param taskToken a secret, never shown
   */
  public record PaymentWait(String taskToken, Instant until) {}

  /** Asked for, and done once {@code completedAt} is there. */
  public record Cancellation(
      Instant requestedAt, String by, String why, @Nullable Instant completedAt) {}

  /** The state people see: least advanced open shipment first, held where it is. */
  public OrderState state() {
    if (cancellation != null && cancellation.completedAt() != null) {
      return OrderState.CANCELLED;
    }
    if (isHeld()) {
      return OrderState.HELD;
    }
    if (paymentWait != null) {
      return OrderState.AWAITING_PAYMENT;
    }
    List<Shipment> open = openShipments();
    if (open.isEmpty()) {
      return nothingLeftToShip();
    }
    long shipped = open.stream().filter(Order::handedOver).count();
    if (shipped > 0 && (shipped < open.size() || waits())) {
      return OrderState.PARTIALLY_SHIPPED;
    }
    return open.stream().map(Order::stateOf).min(OrderState::compareTo).orElseThrow();
  }

  public List<Shipment> openShipments() {
    return shipments.stream().filter(Shipment::open).toList();
  }

  public Optional<Address> shipTo() {
    return Optional.ofNullable(correctedShipTo != null ? correctedShipTo : document.shipTo());
  }

  /** Whether anything left the house; from then on only a return brings it back. */
  public boolean anythingHandedOver() {
    return shipments.stream().anyMatch(Order::handedOver);
  }

  /** Whether nothing of it is left in the house, and nothing is still to come. */
  public boolean allHandedOver() {
    return anythingHandedOver() && !waits() && openShipments().stream().allMatch(Order::handedOver);
  }

  /** From when on the promise to the customer counts: when all of it was there, for who waited. */
  public Instant promisedFrom() {
    Instant placed = document.placedAt();
    Instant served = backorder == null ? null : backorder.servedAt();
    return served == null || served.isBefore(placed) ? placed : served;
  }

  /** The time that a plan begins with: hand-overs that somebody gave up are not counted on. */
  public Instant plansFrom(Instant now) {
    return planAfter == null || planAfter.isBefore(now) ? now : planAfter;
  }

  /** Whether a person has to look at it; what the bench has to pack is not held. */
  public boolean isHeld() {
    return hold != null && !hold.waitsForBench();
  }

  /** Whether its execution waits for the bench. */
  public boolean waitsForBench() {
    return hold != null && hold.waitsForBench();
  }

  /** Whether the bench has packed something that has no label yet. */
  public boolean isPackedForLabel() {
    return openShipments().stream()
        .anyMatch(each -> each instanceof Planned planned && planned.isPacked());
  }

  /** Whether units of it wait for stock. */
  public boolean waits() {
    return backorder != null && backorder.waits();
  }

  /** A new order, as it comes in. */
  public static Order received(OrderId id, OrderDocument document, Instant now, String token) {
    return new Order(
        id, 1, 1, document, now, List.of(), null, null, null, null, null, null, null, false, false,
        null, null, null, token);
  }

  /** The same version, cancelled before it ever came in. */
  public Order cancelledFromTheStart(Cancellation why) {
    return new Change(this).cancellation(why).build(version);
  }

  /** Whether its execution sleeps because it may still be edited and cancelled freely. */
  public boolean inRemorse(Instant now) {
    return remorseUntil != null && now.isBefore(remorseUntil);
  }

  /** Whether somebody asked to cancel it and it is not done yet. */
  public boolean cancelling() {
    return cancellation != null && cancellation.completedAt() == null;
  }

  /** What Cutoff has to do with it: nothing for test orders, gift cards and what others shipped. */
  public boolean hasWork() {
    return !document.test() && !document.physicalLines().isEmpty();
  }

  /** Every change goes through here, so that the version moves by one and only forward. */
  public Order changed(UnaryOperator<Change> change) {
    Change edited = change.apply(new Change(this));
    return edited.build(version + 1);
  }

  /** Gift cards are delivered by the store itself; what others shipped is shipped. */
  private OrderState nothingLeftToShip() {
    if (!document.payment().settled() || !document.physicalLines().isEmpty()) {
      return OrderState.RECEIVED;
    }
    return document.lines().stream().anyMatch(OrderLine::requiresShipping)
        ? OrderState.SHIPPED
        : OrderState.DELIVERED;
  }

  static boolean handedOver(Shipment shipment) {
    return shipment instanceof Shipped || shipment instanceof Delivered;
  }

  private static OrderState stateOf(Shipment shipment) {
    return switch (shipment) {
      case Reserved reserved -> OrderState.RESERVED;
      case Planned planned -> OrderState.PLANNED;
      case Labelled labelled -> OrderState.LABELLED;
      case Shipped shipped -> OrderState.SHIPPED;
      case Delivered delivered ->
          delivered.parcels().stream()
                  .anyMatch(parcel -> parcel.track().status() == TrackingStatus.RETURNED)
              ? OrderState.RETURNED
              : OrderState.DELIVERED;
      case Cancelled cancelled -> OrderState.CANCELLED;
    };
  }

  /** The next version in the making. */
  public static final class Change {
    private final OrderId id;
    private final Instant receivedAt;
    private final String trackingToken;
    private int attempt;
    private OrderDocument document;
    private List<Shipment> shipments;
    private @Nullable Promise promise;
    private @Nullable Hold hold;
    private @Nullable PaymentWait paymentWait;
    private @Nullable Backorder backorder;
    private @Nullable Cancellation cancellation;
    private @Nullable Address correctedShipTo;
    private @Nullable AddressCheck addressCheck;
    private boolean shipLate;
    private boolean replan;
    private @Nullable Instant remorseUntil;
    private @Nullable Instant planAfter;
    private @Nullable Delay delay;

    private Change(Order order) {
      id = order.id;
      receivedAt = order.receivedAt;
      trackingToken = order.trackingToken;
      attempt = order.attempt;
      document = order.document;
      shipments = order.shipments;
      promise = order.promise;
      hold = order.hold;
      paymentWait = order.paymentWait;
      backorder = order.backorder;
      cancellation = order.cancellation;
      correctedShipTo = order.correctedShipTo;
      addressCheck = order.addressCheck;
      shipLate = order.shipLate;
      replan = order.replan;
      remorseUntil = order.remorseUntil;
      planAfter = order.planAfter;
      delay = order.delay;
    }

    public Change attempt(int value) {
      attempt = value;
      return this;
    }

    public Change document(OrderDocument value) {
      document = value;
      return this;
    }

    public Change shipments(List<? extends Shipment> value) {
      shipments = List.copyOf(value);
      return this;
    }

    /** Puts a shipment in the place of the one with its id. */
    public Change shipment(Shipment value) {
      shipments =
          shipments.stream().map(each -> each.id().equals(value.id()) ? value : each).toList();
      return this;
    }

    public Change promise(@Nullable Promise value) {
      promise = value;
      return this;
    }

    public Change hold(@Nullable Hold value) {
      hold = value;
      return this;
    }

    public Change paymentWait(@Nullable PaymentWait value) {
      paymentWait = value;
      return this;
    }

    public Change backorder(@Nullable Backorder value) {
      backorder = value;
      return this;
    }

    public Change cancellation(@Nullable Cancellation value) {
      cancellation = value;
      return this;
    }

    public Change correctedShipTo(@Nullable Address value) {
      correctedShipTo = value;
      return this;
    }

    public Change addressCheck(@Nullable AddressCheck value) {
      addressCheck = value;
      return this;
    }

    public Change shipLate(boolean value) {
      shipLate = value;
      return this;
    }

    public Change replan(boolean value) {
      replan = value;
      return this;
    }

    public Change remorseUntil(@Nullable Instant value) {
      remorseUntil = value;
      return this;
    }

    public Change planAfter(@Nullable Instant value) {
      planAfter = value;
      return this;
    }

    public Change delay(@Nullable Delay value) {
      delay = value;
      return this;
    }

    private Order build(long version) {
      return new Order(
          id,
          version,
          attempt,
          document,
          receivedAt,
          shipments,
          promise,
          hold,
          paymentWait,
          backorder,
          cancellation,
          correctedShipTo,
          addressCheck,
          shipLate,
          replan,
          remorseUntil,
          planAfter,
          delay,
          trackingToken);
    }
  }
}
