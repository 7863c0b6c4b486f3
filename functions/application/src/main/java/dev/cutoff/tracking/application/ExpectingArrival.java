package dev.cutoff.tracking.application;

import dev.cutoff.order.Order;
import dev.cutoff.plan.Holidays;
import dev.cutoff.plan.application.LearnedTransits;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.tracking.Arrival;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;

/** When a parcel that was handed over will be there, by what its lane was like of late. */
public final class ExpectingArrival {
  private final LanesTaken lanes;
  private final LearnedTransits learned;
  private final Holidays holidays;
  private final InstantSource clock;

  @Inject
  public ExpectingArrival(
      LanesTaken lanes, LearnedTransits learned, Holidays holidays, InstantSource clock) {
    this.lanes = lanes;
    this.learned = learned;
    this.holidays = holidays;
    this.clock = clock;
  }

  /** Empty where it is not on its way, or nobody can say. */
  public Optional<Arrival> expect(Order order, Shipment shipment, Parcel parcel) {
    if (!(shipment instanceof Shipment.Shipped shipped)) {
      return Optional.empty();
    }
    return lanes
        .of(order, shipped.node(), parcel.plan(), shipped.handedOverAt())
        .flatMap(lane ->
            Arrival.of(
                parcel.track(),
                new Arrival.Way(
                    lane.carrier(),
                    holidays,
                    learned
                        .transit()
                        .times(
                            lane.carrier(),
                            lane.service(),
                            lane.node(),
                            lane.zone(),
                            lane.handedOver().getDayOfWeek()),
                    lane.handedOver(),
                    lane.recipientsZone()),
                clock.instant()));
  }
}
