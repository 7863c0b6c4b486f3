package dev.cutoff.plan;

import dev.cutoff.money.Money;
import dev.cutoff.order.OrderId;
import dev.cutoff.shipment.ShipmentId;
import dev.cutoff.stock.NodeId;
import dev.cutoff.stock.Sku;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why an order goes the way it goes: every candidate, what it cost and why it lost, what every
 * carrier answered, which merchant file was in force, and what it was decided from, so that the
 * same decision can be made again under other rules.
 *
 * @param cut nodes and splits that were not priced, for even their bound was no better
 * @param cuts how many these are, begun ones included
 * @param inputs what it was decided from
 */
public record Receipt(
    OrderId orderId,
    Instant decidedAt,
    String merchantVersion,
    Promise promise,
    List<Leg> legs,
    List<Asked> carriers,
    List<Candidate> candidates,
    List<Cut> cut,
    long cuts,
    Inputs inputs) {
  public Receipt {
    legs = List.copyOf(legs);
    carriers = List.copyOf(carriers);
    candidates = List.copyOf(candidates);
    cut = List.copyOf(cut);
  }

  /** Nodes that cannot do it for less than that. */
  public record Cut(String nodes, Money atLeast) {}

  /**
   * What was chosen for one shipment.
   *
   * @param cost handling, boxes, postage and extras
   * @param chance of arriving by the promised day
   */
  public record Leg(
      ShipmentId shipmentId,
      NodeId node,
      Instant shipBy,
      List<String> boxes,
      Money cost,
      double chance,
      List<Quote.Component> components,
      boolean provisional) {
    public Leg {
      boxes = List.copyOf(boxes);
      components = List.copyOf(components);
    }
  }

  /** What one carrier answered: "3 rates", "no answer within 2500 ms", "answered 500". */
  public record Asked(String carrier, boolean answered, String outcome) {}

  /**
   * One way the order could go, chosen or not, and why.
   *
   * @param nodes "EAST", or of a split "EAST + WEST"; carrier and service alike
   * @param boxes of all parcels
   * @param waitsUntil the day from which on units are there that it waits for; null where it waits
   *     for none
   */
  public record Candidate(
      String nodes,
      String carrier,
      String service,
      List<String> boxes,
      Money cost,
      List<Quote.Component> components,
      LocalDate shipDate,
      LocalDate deliveryDate,
      double confidence,
      boolean chosen,
      String why,
      @Nullable LocalDate waitsUntil) {
    public Candidate {
      boxes = List.copyOf(boxes);
      components = List.copyOf(components);
    }
  }

  /**
   * What the decision was made from; no names and no streets.
   *
   * @param free units by node and SKU, with what the order held
   * @param inbound what it might have waited for, the soonest first; null where nobody looked
   */
  public record Inputs(
      Instant now,
      List<Line> lines,
      Destination to,
      Map<String, Map<String, Long>> free,
      @Nullable List<Expected> inbound) {
    public Inputs {
      lines = List.copyOf(lines);
      free = java.util.Collections.unmodifiableMap(new TreeMap<>(free));
      inbound = inbound == null ? null : List.copyOf(inbound);
    }

    /** What was inbound of these. */
    public List<Expected> expected(Set<Sku> skus) {
      return inbound == null
          ? List.of()
          : inbound.stream().filter(each -> skus.contains(new Sku(each.sku()))).toList();
    }
  }

  /**
   * Units on their way to a node that nobody was promised.
   *
   * @param on the day they are to arrive, in the node's zone
   */
  public record Expected(String node, String sku, long units, LocalDate on) {}

  /**
   * Units that were planned.
   *
   * @param perUnit SKUs of one unit: itself, or the kit's components
   * @param unitValue after discounts, in minor units
   * @param grams as the store weighs it; null where it does not
   */
  public record Line(
      String lineId,
      String sku,
      long quantity,
      Map<String, Long> perUnit,
      long unitValue,
      @Nullable Long grams) {
    public Line {
      perUnit = java.util.Collections.unmodifiableMap(new TreeMap<>(perUnit));
    }
  }

  /** Where it goes, as far as prices and rules depend on it. */
  public record Destination(
      String country,
      String region,
      String city,
      String postcode,
      boolean company,
      boolean postBox) {}
}
