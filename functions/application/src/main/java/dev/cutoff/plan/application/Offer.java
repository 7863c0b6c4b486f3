package dev.cutoff.plan.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Carrier.Service;
import dev.cutoff.plan.ShipDay;
import dev.cutoff.rate.Lane;
import java.time.LocalDate;

/**
 * A service from a node on a day.
 *
 * @param node number of the node among the origins
 * @param expected the day on which it most likely arrives
 * @param sureDays delivery days within which it arrives with the chance that a plan needs
 * @param sureBy the day by which it arrives with the chance that a plan needs
 * @param chance of arriving by the promised day
 */
public record Offer(
    int node,
    Lane lane,
    ShipDay day,
    LocalDate expected,
    int sureDays,
    LocalDate sureBy,
    double chance) {
  public Carrier carrier() {
    return lane.carrier();
  }

  public Service service() {
    return lane.service();
  }
}
