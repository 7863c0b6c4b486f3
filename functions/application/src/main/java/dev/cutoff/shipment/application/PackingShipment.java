package dev.cutoff.shipment.application;

import dev.cutoff.dock.Manifest;
import dev.cutoff.dock.application.Manifests;
import dev.cutoff.dock.application.NamingVoidLabel;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.exception.application.RaisingDockException;
import dev.cutoff.merchant.DockRules;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Orders;
import dev.cutoff.order.application.Waking;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what the bench says of parcels: box and weight as they are. What is within the tolerance is
 * bought as planned; beyond it the carrier is asked its price before a label is bought, and a label
 * that was bought is replaced, or kept and told, as the shop's rules say. Again is the same.
 */
public final class PackingShipment {
  private static final long WHOLE = 10_000;
  private static final long PERCENT = 100;

  private final Orders orders;
  private final PricingAgain pricing;
  private final Manifests manifests;
  private final NamingVoidLabel naming;
  private final RaisingDockException raising;
  private final Merchants merchants;
  private final Changing changing;
  private final Waking waking;
  private final TellingPacked telling;
  private final InstantSource clock;

  @Inject
  public PackingShipment(
      Orders orders,
      PricingAgain pricing,
      Manifests manifests,
      NamingVoidLabel naming,
      RaisingDockException raising,
      Merchants merchants,
      Changing changing,
      Waking waking,
      TellingPacked telling,
      InstantSource clock) {
    this.orders = orders;
    this.pricing = pricing;
    this.manifests = manifests;
    this.naming = naming;
    this.raising = raising;
    this.merchants = merchants;
    this.changing = changing;
    this.waking = waking;
    this.telling = telling;
    this.clock = clock;
  }

  public PackOutcome pack(Packing packing) {
    PackOutcome outcome = take(packing);
    if (outcome instanceof PackOutcome.Packed packed) {
      telling.tell(packed.order(), packing.shipmentId());
    }
    return outcome;
  }

  private PackOutcome take(Packing packing) {
    ShipmentId id = packing.shipmentId();
    Optional<Order> found = orders.find(id.orderId());
    Shipment shipment = found.flatMap(order -> find(order, id)).orElse(null);
    if (found.isEmpty() || shipment == null) {
      return new PackOutcome.NotFound();
    }
    Order order = found.get();
    boolean calledOff = order.cancelling() || order.replan();
    return switch (shipment) {
      case Shipment.Shipped shipped -> new PackOutcome.Refused("it was handed over already");
      case Shipment.Delivered delivered -> new PackOutcome.Refused("it was handed over already");
      case Shipment.Cancelled cancelled -> stopped(id, true);
      case Shipment.Reserved reserved ->
          calledOff
              ? stopped(id, false)
              : new PackOutcome.Refused(
                  "it is not planned yet: wait, or see why the order is held");
      case Shipment.Planned planned ->
          calledOff
              ? stopped(id, false)
              : switch (read(packing, planned.parcels())) {
                case BenchReading.Weighed it -> planned(order, planned, it.parcels(), packing);
                case BenchReading.Wrong wrong -> new PackOutcome.NotUnderstood(wrong.why());
              };
      case Shipment.Labelled labelled ->
          calledOff
              ? stopped(id, true)
              : switch (read(packing, labelled.parcels().stream().map(Parcel::plan).toList())) {
                case BenchReading.Weighed it -> labelled(order, labelled, it.parcels(), packing);
                case BenchReading.Wrong wrong -> new PackOutcome.NotUnderstood(wrong.why());
              };
    };
  }

  private BenchReading read(Packing packing, List<PlannedParcel> plans) {
    return BenchReading.of(packing.parcels(), plans, merchants.current().boxes());
  }

  /**
   * It must not go on.
   *
   * @param hadLabel so that somebody has to find it
   */
  private PackOutcome stopped(ShipmentId id, boolean hadLabel) {
    String why = "it was cancelled or changed: stop the parcel and put the units back";
    if (hadLabel) {
      naming.scanned(id, id.value(), "at the packing bench", why);
    }
    return new PackOutcome.Stopped(why);
  }

  private PackOutcome planned(
      Order order, Shipment.Planned before, List<BenchReading.AsPacked> parcels, Packing packing) {
    if (parcels.stream().allMatch(BenchReading.AsPacked::isKnown)) {
      return told(order, "as said before");
    }
    DockRules rules = merchants.current().rules().dock();
    boolean off = parcels.stream().anyMatch(each -> each.isOff(rules));
    Instant now = clock.instant();
    Shipment.Planned after =
        before.with(
            parcels.stream()
                .map(each -> each.packed(each.isOff(rules), null, now, packing.by()))
                .toList());
    if (!off) {
      return written(order, before, after, "as planned", packing.by());
    }
    Optional<PricingAgain.Outcome> price = asked(order, after);
    if (price.isEmpty()) {
      // The step that buys asks again, and nothing is bought before the carrier has answered.
      return written(
          order,
          before,
          BenchReading.unpriced(after),
          BenchReading.words(parcels) + ", its price is still asked",
          packing.by());
    }
    return switch (price.get()) {
      case PricingAgain.Outcome.Changed changed -> new PackOutcome.Refused(changed.told());
      case PricingAgain.Outcome.Priced priced -> {
        Shipment.Planned atPrice = before.with(priced.parcels());
        Optional<PackOutcome> tooMuch = tooMuch(before, atPrice, parcels, packing);
        yield tooMuch.isPresent()
            ? tooMuch.get()
            : written(
                order, before, atPrice, BenchReading.words(parcels, before, atPrice), packing.by());
      }
    };
  }

  private PackOutcome labelled(
      Order order, Shipment.Labelled before, List<BenchReading.AsPacked> parcels, Packing packing) {
    if (parcels.stream().allMatch(BenchReading.AsPacked::isKnown)) {
      return new PackOutcome.Packed(order, "as said before");
    }
    DockRules rules = merchants.current().rules().dock();
    boolean off = parcels.stream().anyMatch(each -> each.isOff(rules));
    Instant now = clock.instant();
    if (!off || rules.whenLabelled() == DockRules.WhenLabelled.KEEP) {
      return kept(order, before, parcels, off, packing.by());
    }
    Optional<Manifest> manifest = manifestOf(before);
    if (manifest.isPresent()) {
      return new PackOutcome.Refused(
          "its label is on the %s and can't be voided any more: pack it as planned, or have the order cancelled and stop the parcel"
              .formatted(manifest.get().id().inWords()));
    }
    Shipment.Planned plan = before.asPlanned();
    List<PlannedParcel> anew = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      BenchReading.AsPacked each = parcels.get(i);
      String replaces = each.isOff(rules) ? before.parcels().get(i).labelId() : null;
      anew.add(each.packed(each.isOff(rules), replaces, now, packing.by()));
    }
    return switch (pricing.asPacked(order, plan.with(anew))) {
      case PricingAgain.Outcome.Changed changed -> new PackOutcome.Refused(changed.told());
      case PricingAgain.Outcome.Priced priced -> {
        Shipment.Planned after = plan.with(priced.parcels());
        Optional<PackOutcome> tooMuch = tooMuch(plan, after, parcels, packing);
        yield tooMuch.isPresent()
            ? tooMuch.get()
            : written(
                order,
                before,
                after,
                BenchReading.words(parcels, plan, after) + ": another label is bought",
                packing.by());
      }
    };
  }

  /** What the carrier was told at the end of the day it does not take back. */
  private Optional<Manifest> manifestOf(Shipment.Labelled shipment) {
    return manifests.from(shipment.node(), shipment.parcels().getFirst().plan().shipDate()).stream()
        .filter(manifest ->
            shipment.parcels().stream().anyMatch(each -> manifest.holds(each.labelId())))
        .findFirst();
  }

  /** The label stays; what it is off by is on the row, and told where it costs something. */
  private PackOutcome kept(
      Order order,
      Shipment.Labelled before,
      List<BenchReading.AsPacked> parcels,
      boolean off,
      String by) {
    Instant now = clock.instant();
    List<Parcel> after = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      after.add(before.parcels().get(i).with(parcels.get(i).packed(false, null, now, by)));
    }
    if (off) {
      raising.raise(
          new DockException.Finding(
              "shipment " + before.id(),
              Refusal.of(
                  Reason.PACKED_DIFFERS,
                  "%s was packed as %s, and its label was bought before: the carrier may bill the difference."
                      .formatted(before.id(), BenchReading.words(parcels)),
                  Map.of("shipmentId", before.id().value())),
              List.of(order.id())));
    }
    String told = off ? BenchReading.words(parcels) + ": its label is kept" : "as planned";
    return written(order, before, before.with(after), told, by);
  }

  private Optional<PricingAgain.Outcome> asked(Order order, Shipment.Planned after) {
    try {
      return Optional.of(pricing.asPacked(order, after));
    } catch (TryAgainLater unanswered) {
      return Optional.empty();
    }
  }

  private Optional<PackOutcome> tooMuch(
      Shipment.Planned before,
      Shipment.Planned after,
      List<BenchReading.AsPacked> parcels,
      Packing packing) {
    Money planned = PricingAgain.total(before);
    Money now = PricingAgain.total(after);
    long most = merchants.current().rules().dock().mostExtraPercent();
    if (packing.anyPrice() || now.compareTo(planned.basisPoints(WHOLE + most * PERCENT)) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new PackOutcome.CostsMore(
            planned,
            now,
            "%s: pack it otherwise, or say that it may cost that"
                .formatted(BenchReading.words(parcels, before, after))));
  }

  /**
   * The row first; the execution that waits for it is told after, and again by who says it again.
   */
  private PackOutcome written(
      Order known, Shipment before, Shipment after, String told, String by) {
    Order order =
        changing.change(
            known,
            now ->
                now.shipments().contains(before) && !now.cancelling() && !now.replan()
                    ? Optional.of(
                        new Decision(
                            change -> change.shipment(after), by, before.id() + " packed", told))
                    : Optional.empty());
    if (!order.shipments().contains(after)) {
      throw new TryAgainLater(before.id() + " was changed while it was packed");
    }
    return after instanceof Shipment.Labelled
        ? new PackOutcome.Packed(order, told)
        : told(order, told);
  }

  private PackOutcome told(Order order, String told) {
    if (order.isPackedForLabel()) {
      waking.packed(order);
    }
    return new PackOutcome.Packed(order, told);
  }

  private static Optional<Shipment> find(Order order, ShipmentId id) {
    return order.shipments().stream().filter(each -> each.id().equals(id)).findFirst();
  }
}
