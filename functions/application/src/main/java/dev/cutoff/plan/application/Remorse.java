package dev.cutoff.plan.application;

import dev.cutoff.merchant.Store;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.order.RemorsePeriod;
import dev.cutoff.order.application.StepResult;
import dev.cutoff.shipment.Shipment;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long an order that was just planned waits for its customer to change their mind. */
public final class Remorse {
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public Remorse(Merchants merchants, InstantSource clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * Until when it waits, with these shipments in the place of its own.
   *
   * @return null where it does not wait
   */
  @Nullable Instant until(Order order, List<Shipment.Planned> planned) {
    Instant now = now();
    Instant until =
        Stream.concat(planned.stream(), plannedBefore(order, planned))
            .map(Shipment.Planned::shipBy)
            .min(Instant::compareTo)
            .map(shipBy -> RemorsePeriod.until(period(order), order.receivedAt(), shipBy, now))
            .orElse(now);
    Instant whole = until.truncatedTo(ChronoUnit.SECONDS);
    return whole.isAfter(now) ? whole : null;
  }

  /** What the state machine is told: an instant that is past lets it go on at once. */
  StepResult free(Order order) {
    Instant until = order.remorseUntil();
    return new StepResult.Free(until == null ? now() : until);
  }

  private static Stream<Shipment.Planned> plannedBefore(
      Order order, List<Shipment.Planned> planned) {
    return order.openShipments().stream()
        .filter(Shipment.Planned.class::isInstance)
        .map(Shipment.Planned.class::cast)
        .filter(each -> planned.stream().noneMatch(it -> it.id().equals(each.id())));
  }

  private Duration period(Order order) {
    return merchants
        .current()
        .store(order.document().storeId())
        .map(Store::remorse)
        .orElse(Store.USUAL_REMORSE);
  }

  /** Whole seconds, which is what the state machine's clock is sure to read. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
