package dev.cutoff.plan;

import dev.cutoff.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A carrier's price for one service, for all parcels of the request.
 *
 * @param perParcel postage of each parcel, in the order of the request
 * @param components what the total is made of, by name ("base zone 5", "fuel 7.5 %"), for the
 *     receipt
 * @param deliveryDate the day the carrier means to deliver
 * @param confidence share of such parcels that arrive by then, 0 to 1
 */
public record Quote(
    String carrier,
    String service,
    String serviceName,
    List<Money> perParcel,
    Money total,
    List<Component> components,
    LocalDate shipDate,
    LocalDate deliveryDate,
    double confidence) {
  public Quote {
    perParcel = List.copyOf(perParcel);
    components = List.copyOf(components);
  }

  /** One part of a price. */
  public record Component(String name, Money amount) {}
}
