package dev.cutoff.tracking.application;

import dev.cutoff.geo.Address;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.merchant.application.Geography;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Order;
import dev.cutoff.plan.TransitCount;
import dev.cutoff.rate.Lane;
import dev.cutoff.shipment.PlannedParcel;
import dev.cutoff.stock.NodeId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Finds the lane on which a parcel travels. */
public final class LanesTaken {
  private final Merchants merchants;
  private final Geography geography;

  @Inject
  public LanesTaken(Merchants merchants, Geography geography) {
    this.merchants = merchants;
    this.geography = geography;
  }

  /**
   * A parcel's lane.
   *
   * @param handedOver day in the node's zone
   * @param recipientsZone where its day of arrival is told
   */
  public record Taken(
      Carrier carrier,
      Carrier.Service service,
      Carrier.Zone zone,
      NodeId node,
      LocalDate handedOver,
      ZoneId recipientsZone) {
    TransitCount.Lane counted() {
      return new TransitCount.Lane(service.id(), zone.id(), node, handedOver.getDayOfWeek());
    }
  }

  /** Empty where the merchant file does not know the lane any more. */
  Optional<Taken> of(Order order, NodeId from, PlannedParcel plan, Instant handedOverAt) {
    Merchant merchant = merchants.current();
    Carrier carrier = merchant.carriers().get(plan.carrier());
    Node node = merchant.nodes().get(from);
    Address to = order.shipTo().orElse(null);
    if (carrier == null || node == null || to == null) {
      return Optional.empty();
    }
    LocalDate handedOver = handedOverAt.atZone(node.zone()).toLocalDate();
    return carrier.services().stream()
        .filter(service -> service.id().equals(plan.service()))
        .findFirst()
        .flatMap(service -> taken(carrier, service, node, to, handedOver));
  }

  private Optional<Taken> taken(
      Carrier carrier, Carrier.Service service, Node from, Address to, LocalDate handedOver) {
    return switch (Lane.of(carrier, service, from, to, handedOver, geography)) {
      case Lane.Outcome.Served served ->
          Optional.of(
              new Taken(
                  carrier,
                  service,
                  served.lane().zone(),
                  from.id(),
                  handedOver,
                  geography.zone(to)));
      case Lane.Outcome.NotServed not -> Optional.empty();
    };
  }
}
