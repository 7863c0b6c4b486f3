package dev.cutoff.shipment.application;

import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What becomes of shipments whose node buys labels when it packs, and has not packed them: the
 * execution waits by the token of the exception queue, which nobody sees there. {@link
 * MissingCutoff} is the end of it.
 */
public final class WaitingForBench {
  private static final String STEP = "Label";

  private final Merchants merchants;
  private final Changing changing;
  private final InstantSource clock;

  @Inject
  public WaitingForBench(Merchants merchants, Changing changing, InstantSource clock) {
    this.merchants = merchants;
    this.changing = changing;
    this.clock = clock;
  }

  boolean isWaitedFor(Shipment.Planned shipment) {
    return merchants.current().node(shipment.node()).dock().labelAtPack() && !shipment.isPacked();
  }

  /**
   * Ends the step.
   *
   * @param waiting not empty
   */
  StepResult end(Order order, List<Shipment.Planned> waiting) {
    Shipment.Planned first =
        waiting.stream().min(Comparator.comparing(Shipment.Planned::shipBy)).orElseThrow();
    Instant cutoff = first.shipBy();
    Map<String, String> facts =
        Map.of(
            "shipmentId", first.id().value(),
            "node", first.node().value(),
            "cutoff", cutoff.toString());
    if (clock.instant().isBefore(cutoff)) {
      return changing.hold(
          order.id(),
          STEP,
          Refusal.of(
              Reason.TO_BE_PACKED,
              "%s is to be packed at %s by %s; its label is bought then."
                  .formatted(first.id(), first.node(), cutoff),
              facts));
    }
    // The cutoff came while the order was on its way here.
    return new StepResult.Changed();
  }
}
