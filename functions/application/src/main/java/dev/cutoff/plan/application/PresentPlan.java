package dev.cutoff.plan.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.PricedOption;
import dev.cutoff.merchant.Box;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.money.Money;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is planned or labelled of an order, and is still in the house. */
record PresentPlan(List<Shipment> shipments) {
  PresentPlan {
    shipments = List.copyOf(shipments);
  }

  static PresentPlan of(List<Shipment> inTheHouse) {
    return new PresentPlan(inTheHouse.stream().filter(each -> shipBy(each).isPresent()).toList());
  }

  static Optional<Instant> shipBy(Shipment shipment) {
    return switch (shipment) {
      case Shipment.Planned planned -> Optional.of(planned.shipBy());
      case Shipment.Labelled labelled -> Optional.of(labelled.shipBy());
      case Shipment.Reserved reserved -> Optional.empty();
      case Shipment.Shipped shipped -> Optional.empty();
      case Shipment.Delivered delivered -> Optional.empty();
      case Shipment.Cancelled cancelled -> Optional.empty();
    };
  }

  /** All parcels of a shipment go by the same service. */
  static PlannedParcel parcel(Shipment shipment) {
    return parcels(shipment).getFirst();
  }

  private static List<PlannedParcel> parcels(Shipment shipment) {
    return shipment instanceof Shipment.Planned planned
        ? planned.parcels()
        : shipment.paidParcels().stream().map(Parcel::plan).toList();
  }

  boolean isEmpty() {
    return shipments.isEmpty();
  }

  /** The chance that it keeps the promise by the hand-overs that are left. */
  double chance(Problem left) {
    double chance = 1;
    for (Shipment each : shipments) {
      chance *= left.chance(each.node(), parcel(each).carrier(), parcel(each).service());
    }
    return chance;
  }

  /** Fulfilment cost as it is planned: handling, boxes, postage. */
  Money cost(Merchant merchant) {
    Money sum = Money.zero(merchant.currency());
    for (Shipment shipment : shipments) {
      sum = sum.plus(merchant.node(shipment.node()).handlingCost());
      for (PlannedParcel parcel : parcels(shipment)) {
        sum = sum.plus(parcel.cost());
        sum =
            merchant.boxes().stream()
                .filter(box -> box.id().equals(parcel.box()))
                .map(Box::cost)
                .reduce(sum, Money::plus);
      }
    }
    return sum;
  }

  /** To send it as it is planned all the same; empty where the service does not go any more. */
  Optional<PricedOption> late(Problem left, Merchant merchant) {
    List<Optional<LocalDate>> days =
        shipments.stream()
            .map(each -> left.arrival(each.node(), parcel(each).carrier(), parcel(each).service()))
            .toList();
    if (days.isEmpty() || days.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    LocalDate arrives =
        days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder()).orElseThrow();
    PricedOption.Sending sending =
        new PricedOption.Sending(
            shipments.stream()
                .map(each ->
                    new PricedOption.Leg(
                        each.node().value(), parcel(each).carrier(), parcel(each).service()))
                .toList(),
            arrives,
            chance(left),
            cost(merchant),
            false);
    return Optional.of(
        new PricedOption(
            Action.SHIP_LATE,
            "send it late as it is planned",
            sending,
            null,
            Money.zero(merchant.currency())));
  }
}
