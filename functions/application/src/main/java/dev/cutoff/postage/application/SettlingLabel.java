package dev.cutoff.postage.application;

import dev.cutoff.carrier.application.CarrierProvider.FindAnswer;
import dev.cutoff.carrier.application.CarrierProvider.LabelAnswer;
import dev.cutoff.carrier.application.CarrierProvider.Sold;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import dev.cutoff.shipment.application.LabelPurchases;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks after one label on the list. */
public final class SettlingLabel {
  private final LabelAttempts attempts;
  private final LabelPurchases purchases;
  private final Merchants merchants;

  @Inject
  public SettlingLabel(LabelAttempts attempts, LabelPurchases purchases, Merchants merchants) {
    this.attempts = attempts;
    this.purchases = purchases;
    this.merchants = merchants;
  }

  /** Does what can be done now; the attempt as it is then, empty where there is no such row. */
  Optional<Attempt> settle(Order order, Loose place) {
    Attempt known = row(place).orElse(null);
    if (known == null) {
      return Optional.empty();
    }
    Carrier carrier = merchants.current().carriers().get(known.carrier());
    Attempt now = asked(order, carrier, known);
    if (carrier != null && place.mayTurnUp()) {
      strays(order, carrier, now);
    }
    return Optional.of(now);
  }

  private Optional<Attempt> row(Loose place) {
    return attempts.of(place.shipmentId()).stream()
        .filter(each -> each.reference().equals(place.reference()))
        .findFirst();
  }

  private Attempt asked(Order order, @Nullable Carrier carrier, Attempt attempt) {
    return switch (attempt.state()) {
      case BEGUN, NOT_BOUGHT -> unknown(order, carrier, attempt);
      case BOUGHT -> isUsed(order, attempt) ? attempt : purchases.giveBack(attempt);
      case ORPHAN -> orphan(order, carrier, attempt);
      case REFUSED, VOIDED -> attempt;
    };
  }

  private Attempt unknown(Order order, @Nullable Carrier carrier, Attempt attempt) {
    if (carrier == null) {
      return attempt.state() == State.BEGUN ? purchases.inDoubt(attempt) : attempt;
    }
    return switch (purchases.find(carrier, order, attempt)) {
      case FindAnswer.Found found -> {
        Attempt bought = purchases.keep(attempt, found.label());
        yield isUsed(order, bought) ? bought : purchases.giveBack(bought);
      }
      case FindAnswer.FoundUnprintable found ->
          purchases.giveBack(purchases.orphan(attempt, found.label()));
      case FindAnswer.NotBought not -> purchases.notBought(attempt);
      case FindAnswer.NotYetKnown later -> attempt;
      case FindAnswer.CannotTell never ->
          attempt.state() == State.NOT_BOUGHT || isUsed(order, attempt)
              ? attempt
              : purchases.inDoubt(attempt);
    };
  }

  /** One in doubt has no label to give back, unless the carrier by now knows of one. */
  private Attempt orphan(Order order, @Nullable Carrier carrier, Attempt attempt) {
    if (carrier == null || attempt.labelId() != null) {
      return purchases.giveBack(attempt);
    }
    return switch (purchases.find(carrier, order, attempt)) {
      case FindAnswer.Found found -> {
        LabelAnswer.Bought label = found.label();
        yield purchases.giveBack(
            attempt.orphaned(label.labelId(), label.trackingNumber(), label.cost()));
      }
      case FindAnswer.FoundUnprintable found -> {
        LabelAnswer.Unprintable label = found.label();
        yield purchases.giveBack(
            attempt.orphaned(label.labelId(), label.trackingNumber(), label.cost()));
      }
      case FindAnswer.NotBought not -> attempt;
      case FindAnswer.NotYetKnown later -> attempt;
      case FindAnswer.CannotTell never -> attempt;
    };
  }

  /** Whatever else was sold under the same reference gets a row of its own, and is given back. */
  private void strays(Order order, Carrier carrier, Attempt attempt) {
    List<Sold> sold = purchases.sold(carrier, order, attempt);
    if (sold.isEmpty()) {
      return;
    }
    Set<String> owned =
        attempts.of(attempt.shipmentId()).stream()
            .map(Attempt::labelId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    for (Sold label : sold) {
      if (!owned.contains(label.labelId())) {
        var _ = purchases.giveBack(purchases.stray(attempt, label));
      }
    }
  }

  /** Whether nothing is to be done about it any more, unless it turns up after all. */
  boolean isSettled(Order order, Attempt attempt) {
    return switch (attempt.state()) {
      case BEGUN, ORPHAN -> false;
      case BOUGHT -> isUsed(order, attempt);
      case NOT_BOUGHT, REFUSED, VOIDED -> true;
    };
  }

  /** Whether the order has it, or its execution is about to take it. */
  private boolean isUsed(Order order, Attempt attempt) {
    if (attempt.isReturn()) {
      // Somebody asked for it, and the order's documents have it.
      return isLast(attempt);
    }
    return order.shipments().stream()
        .filter(each -> each.id().equals(attempt.shipmentId()))
        .anyMatch(shipment -> isUsed(order, shipment, attempt));
  }

  private boolean isUsed(Order order, Shipment shipment, Attempt attempt) {
    return switch (shipment) {
      case Shipment.Planned planned ->
          order.cancellation() == null
              && !order.replan()
              && planned.parcels().stream().anyMatch(parcel -> isNext(attempt, parcel));
      case Shipment.Labelled it -> has(it, attempt);
      case Shipment.Shipped it -> has(it, attempt);
      case Shipment.Delivered it -> has(it, attempt);
      case Shipment.Reserved it -> false;
      case Shipment.Cancelled it -> false;
    };
  }

  private boolean isNext(Attempt attempt, PlannedParcel parcel) {
    return parcel.parcelId().equals(attempt.parcelId()) && attempt.suits(parcel) && isLast(attempt);
  }

  private boolean isLast(Attempt attempt) {
    return attempts.of(attempt.shipmentId()).stream()
        .filter(each -> each.parcelId().equals(attempt.parcelId()))
        .allMatch(each -> each.number() <= attempt.number());
  }

  private static boolean has(Shipment shipment, Attempt attempt) {
    return shipment.paidParcels().stream()
        .anyMatch(parcel -> parcel.labelId().equals(attempt.labelId()));
  }
}
