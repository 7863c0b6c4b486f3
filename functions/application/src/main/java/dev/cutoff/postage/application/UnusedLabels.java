package dev.cutoff.postage.application;

import dev.cutoff.exception.DockException.Finding;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labels that are paid, wanted and still in the house. A label of the shop's own rate card costs
 * nothing until it is handed over, so that nobody has to look after it.
 */
public final class UnusedLabels {
  /** Before the void deadline somebody is told: a night and a day of work to find the parcel. */
  static final Duration TOLD_BEFORE = Duration.ofDays(2);

  /** Before the void deadline the rule voids, with time for a carrier that does not answer. */
  static final Duration VOIDED_BEFORE = Duration.ofDays(1);

  private final LabelAttempts attempts;
  private final Merchants merchants;

  @Inject
  public UnusedLabels(LabelAttempts attempts, Merchants merchants) {
    this.attempts = attempts;
    this.merchants = merchants;
  }

  /**
   * The labels of a shipment.
   *
   * @param until the last moment at which all of them can be given back
   */
  public record Unused(Shipment.Labelled shipment, List<Attempt> labels, Instant until) {
    public Unused {
      labels = List.copyOf(labels);
    }
  }

  /** By the order's row alone: whether the deadline of a shipment may be near. */
  boolean mayBeNear(Shipment.Labelled shipment, Instant now) {
    return shipment.parcels().stream()
        .flatMap(each -> sold(each.plan().carrier()).stream())
        .map(Carrier::voidWithin)
        // It was asked for before it was labelled, by an hour where its answer was lost.
        .map(within -> shipment.labelledAt().plus(within).minus(TOLD_BEFORE.plusHours(1)))
        .anyMatch(near -> !now.isBefore(near));
  }

  /** Those of a shipment; empty where it has none, has left, or is being undone. */
  Optional<Unused> of(Order order, ShipmentId id) {
    if (order.cancellation() != null || order.replan()) {
      return Optional.empty();
    }
    return order.shipments().stream()
        .filter(each -> each.id().equals(id))
        .filter(Shipment.Labelled.class::isInstance)
        .map(Shipment.Labelled.class::cast)
        .findFirst()
        .flatMap(this::of);
  }

  private Optional<Unused> of(Shipment.Labelled shipment) {
    List<Attempt> labels =
        attempts.of(shipment.id()).stream()
            .filter(each -> each.state() == State.BOUGHT && !each.isReturn())
            .filter(each -> sold(each.carrier()).isPresent())
            .toList();
    return labels.stream()
        .map(Attempt::voidBy)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .map(until -> new Unused(shipment, labels, until));
  }

  /** A carrier that takes money for a label. */
  private Optional<Carrier> sold(String id) {
    return Optional.ofNullable(merchants.current().carriers().get(id))
        .filter(carrier -> carrier.account() != null);
  }

  /** When the merchant file has them voided by itself; empty where it does not. */
  Optional<Instant> voidedAt(Unused unused) {
    return merchants.current().rules().postage().voidUnused()
        ? Optional.of(unused.until().minus(VOIDED_BEFORE))
        : Optional.empty();
  }

  static String subject(ShipmentId id) {
    return "shipment " + id;
  }

  Finding finding(Unused unused) {
    ShipmentId id = unused.shipment().id();
    String carriers =
        unused.labels().stream().map(Attempt::carrier).distinct().collect(Collectors.joining(", "));
    String cost =
        unused.labels().stream()
            .map(Attempt::cost)
            .filter(Objects::nonNull)
            .reduce(Money::plus)
            .map(Money::display)
            .orElse("unknown");
    String byRule =
        voidedAt(unused)
            .map(then -> " By rules.postage.voidUnused that is done by itself at " + then + ".")
            .orElse("");
    return new Finding(
        subject(id),
        Refusal.of(
            Reason.LABEL_UNUSED,
            "%s was labelled at %s and nobody handed it over: %d label(s) of %s, %s, can be given back until %s. Hand it over; void them, and the order is planned again; or cancel the order. Dismissed, they are kept.%s"
                .formatted(
                    id,
                    unused.shipment().labelledAt(),
                    unused.labels().size(),
                    carriers,
                    cost,
                    unused.until(),
                    byRule),
            Map.of(
                "shipmentId",
                id.value(),
                "carrier",
                carriers,
                "cost",
                cost,
                "voidBy",
                unused.until().toString())),
        List.of(id.orderId()));
  }
}
