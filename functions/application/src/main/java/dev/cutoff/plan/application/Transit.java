package dev.cutoff.plan.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.plan.TransitTimes;
import dev.cutoff.stock.NodeId;
import java.time.DayOfWeek;

/** How long parcels take. */
@FunctionalInterface
public interface Transit {
  /** As the merchant file says. */
  Transit OF_FILE = (carrier, service, node, zone, handOver) -> TransitTimes.ofFile(service, zone);

  /**
   * Of a service from a node into a zone.
   *
   * @param handOver weekday
   */
  TransitTimes times(
      Carrier carrier, Service service, NodeId node, Carrier.Zone zone, DayOfWeek handOver);
}
