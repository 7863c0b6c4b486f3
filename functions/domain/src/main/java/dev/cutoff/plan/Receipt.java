package dev.cutoff.plan;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Why a shipment goes the way it goes: every candidate, what it cost and why it lost, what every
 * carrier answered, and which merchant file was in force.
 */
public record Receipt(
    OrderId orderId,
    ShipmentId shipmentId,
    NodeId node,
    Instant decidedAt,
    String merchantVersion,
    Promise promise,
    Instant shipBy,
    List<String> boxes,
    List<Asked> carriers,
    List<Candidate> candidates) {
  public Receipt {
    boxes = List.copyOf(boxes);
    carriers = List.copyOf(carriers);
    candidates = List.copyOf(candidates);
  }

  /** What one carrier answered: "3 rates", "no answer within 2500 ms", "answered 500". */
  public record Asked(String carrier, boolean answered, String outcome) {}

  /** One service of one carrier, chosen or not, and why. */
  public record Candidate(
      String carrier,
      String service,
      Money cost,
      List<Quote.Component> components,
      LocalDate shipDate,
      LocalDate deliveryDate,
      double confidence,
      boolean chosen,
      String why) {
    public Candidate {
      components = List.copyOf(components);
    }
  }
}
