package dev.cutoff.shipment.application;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.order.Order;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import dev.cutoff.shipment.application.LabelAttempts.State;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of a label whose price is not the planned one any more: the order is planned again,
 * once. The attempt that was not made remembers it, so that an order can't go round for ever.
 */
public final class PlanningAgain {
  private final LabelAttempts attempts;

  @Inject
  public PlanningAgain(LabelAttempts attempts) {
    this.attempts = attempts;
  }

  /**
   * Decides.
   *
   * @param attempt whose row says begun, or of which there is no row yet: surely not bought
   * @param told "planned at USD 9.00, now USD 12.00"
   * @return why a person must look; empty where the order is planned again
   */
  Optional<Refusal> of(Order order, PlannedParcel parcel, Attempt attempt, String told) {
    if (attempt.isReturn()) {
      end(attempt.in(State.REFUSED));
      return Optional.of(
          Refusal.of(
              Reason.LABEL_REFUSED,
              "%s %s: %s. Ask again.".formatted(parcel.carrier(), parcel.service(), told)));
    }
    List<Attempt> all =
        order.shipments().stream()
            .flatMap(shipment -> attempts.of(shipment.id()).stream())
            .filter(each -> !each.reference().equals(attempt.reference()))
            .toList();
    Optional<String> before =
        all.stream().map(Attempt::plannedAgain).filter(Objects::nonNull).findFirst();
    boolean paid =
        all.stream()
            .anyMatch(each -> each.shipmentId().equals(attempt.shipmentId()) && each.mayBePaid());
    end(before.isEmpty() && !paid ? attempt.plannedAgain(told) : attempt.in(State.REFUSED));
    if (before.isEmpty() && !paid) {
      return Optional.empty();
    }
    String why =
        before
            .map(first -> "it was planned again once already (%s)".formatted(first))
            .orElse("another parcel of the shipment has its label");
    return Optional.of(
        Refusal.of(
            Reason.LABEL_REFUSED,
            "%s %s: %s, and %s. Retry to plan again, or cancel."
                .formatted(parcel.carrier(), parcel.service(), told, why),
            Map.of("carrier", parcel.carrier(), "service", parcel.service())));
  }

  private void end(Attempt refused) {
    boolean begun =
        attempts.of(refused.shipmentId()).stream()
            .anyMatch(each -> each.reference().equals(refused.reference()));
    if (begun) {
      attempts.record(refused);
    } else if (!attempts.begin(refused)) {
      throw new TryAgainLater("somebody else is buying " + refused.reference());
    }
  }
}
