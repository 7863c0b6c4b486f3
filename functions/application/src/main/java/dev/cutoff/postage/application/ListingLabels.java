package dev.cutoff.postage.application;

import dev.cutoff.exception.DockException;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.application.EveryOpen;
import dev.cutoff.exception.application.Exceptions;
import dev.cutoff.order.application.Orders;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LooseLabels;
import dev.cutoff.shipment.application.LooseLabels.Loose;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels that are paid and of no use, or of which nobody knows yet, by their void deadline. */
public final class ListingLabels {
  private final LooseLabels loose;
  private final LabelAttempts attempts;
  private final Orders orders;
  private final Exceptions exceptions;
  private final UnusedLabels unused;

  @Inject
  public ListingLabels(
      LooseLabels loose,
      LabelAttempts attempts,
      Orders orders,
      Exceptions exceptions,
      UnusedLabels unused) {
    this.loose = loose;
    this.attempts = attempts;
    this.orders = orders;
    this.exceptions = exceptions;
    this.unused = unused;
  }

  /**
   * One of them.
   *
   * @param place until when something can be done about it
   */
  public record Listed(Attempt attempt, Loose place) {}

  /** Those that are only watched, because they were not bought, are not among them. */
  public List<Listed> listed() {
    return loose.all().stream()
        .flatMap(place ->
            attempts.of(place.shipmentId()).stream()
                .filter(each -> each.reference().equals(place.reference()))
                .filter(ListingLabels::isOpen)
                .map(each -> new Listed(each, place)))
        .sorted(
            Comparator.comparing((Listed each) -> each.place().until())
                .thenComparing(each -> each.place().reference()))
        .toList();
  }

  /**
   * One of those that are named as LABEL_UNUSED.
   *
   * @param until the last moment at which it can be given back
   * @param voidedAt when the merchant file has it voided; null where it does not
   */
  public record Named(Attempt attempt, Instant until, @Nullable Instant voidedAt) {}

  /** Labels of shipments that nobody handed over, near their void deadline. */
  public List<Named> unused() {
    return EveryOpen.of(Reason.LABEL_UNUSED, DockException.class, exceptions).stream()
        .map(open -> open.refusal().facts().getOrDefault("shipmentId", ""))
        .map(ShipmentId::new)
        .flatMap(id -> orders.find(id.orderId()).flatMap(order -> unused.of(order, id)).stream())
        .flatMap(each ->
            each.labels().stream()
                .map(label -> new Named(label, each.until(), unused.voidedAt(each).orElse(null))))
        .sorted(
            Comparator.comparing(Named::until).thenComparing(each -> each.attempt().reference()))
        .toList();
  }

  private static boolean isOpen(Attempt attempt) {
    return switch (attempt.state()) {
      case BEGUN, ORPHAN -> true;
      case BOUGHT, NOT_BOUGHT, REFUSED, VOIDED -> false;
    };
  }
}
