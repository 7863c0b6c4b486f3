package dev.cutoff.tracking.application;

import dev.cutoff.exception.PricedOption;
import dev.cutoff.exception.Reason;
import dev.cutoff.exception.Refusal;
import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.CarrierTracking;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Node;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.OrderLine;
import dev.cutoff.shipment.Parcel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.ShipmentLine;
import dev.cutoff.tracking.Trouble;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what is the matter with a parcel, until when a claim can be made, and what helps. */
final class TroubleWords {
  private final Merchant merchant;
  private final Order order;
  private final Shipment shipment;
  private final Parcel parcel;

  TroubleWords(Merchant merchant, Order order, Shipment shipment, Parcel parcel) {
    this.merchant = merchant;
    this.order = order;
    this.shipment = shipment;
    this.parcel = parcel;
  }

  /**
   * The entry of the queue.
   *
   * @param kind name of the fact that says what it is
   */
  Refusal refusal(Trouble trouble, String kind) {
    List<PricedOption> options = options();
    LocalDate claimBy = claimBy();
    Map<String, String> facts = new TreeMap<>();
    facts.put(kind, trouble.kind().wireName());
    facts.put("parcelId", parcel.plan().parcelId());
    facts.put("trackingNumber", parcel.trackingNumber());
    facts.put("since", trouble.since().toString());
    facts.put("claimBy", claimBy.toString());
    String message =
        "%s (%s %s) %s. A claim can be made at %s by %s.%s"
            .formatted(
                parcel.plan().parcelId(),
                parcel.plan().carrier(),
                parcel.trackingNumber(),
                matter(trouble),
                name(),
                claimBy,
                proposals(options));
    return Refusal.of(Reason.PARCEL_IN_TROUBLE, message, facts).offering(options);
  }

  private String matter(Trouble trouble) {
    String why =
        parcel
            .track()
            .reason()
            .map(reason ->
                " (%s%s)"
                    .formatted(
                        reason.party().wireName(),
                        reason.words().isEmpty() ? "" : ": " + reason.words()))
            .orElse("");
    return switch (trouble.kind()) {
      case SILENT ->
          parcel.track().scans().isEmpty()
              ? "was handed over at " + trouble.since() + " and never scanned"
              : "was scanned last at " + trouble.since();
      case LOST -> "is lost, the carrier says" + why;
      case DAMAGED -> "is damaged, the carrier says" + why;
      case RETURNED -> "came back" + why;
    };
  }

  private static String proposals(List<PricedOption> options) {
    StringBuilder words = new StringBuilder();
    for (PricedOption option : options) {
      Money price = option.extra();
      words.append(words.isEmpty() ? " You can " : ", or ").append(option.what());
      if (price != null) {
        words.append(" for ").append(price.display());
      }
    }
    return words.isEmpty() ? "" : words.append('.').toString();
  }

  /** The label as it was paid, for whoever sends it again; what the customer paid for the goods. */
  private List<PricedOption> options() {
    List<PricedOption> options = new ArrayList<>();
    options.add(
        new PricedOption(
            null,
            "send it again by %s %s (by what its label cost)"
                .formatted(parcel.plan().carrier(), parcel.plan().service()),
            null,
            null,
            parcel.cost()));
    value()
        .ifPresent(value ->
            options.add(new PricedOption(null, "refund what was in it", null, null, value)));
    return options;
  }

  private Optional<Money> value() {
    Optional<Money> sum = Optional.empty();
    for (ShipmentLine part : parcel.plan().lines()) {
      Optional<OrderLine> line =
          order.document().lines().stream()
              .filter(each -> each.lineId().equals(part.lineId()))
              .findFirst();
      if (line.isPresent()) {
        Money price = line.get().unitPrice().times(part.quantity());
        sum = Optional.of(sum.isPresent() ? sum.get().plus(price) : price);
      }
    }
    return sum;
  }

  private LocalDate claimBy() {
    Node node = merchant.nodes().get(shipment.node());
    ZoneId zone = node == null ? ZoneOffset.UTC : node.zone();
    Carrier carrier = merchant.carriers().get(parcel.plan().carrier());
    CarrierTracking rules = carrier == null ? CarrierTracking.PLAIN : carrier.tracking();
    return handedOver().atZone(zone).toLocalDate().plusDays(rules.claimDays());
  }

  private Instant handedOver() {
    return switch (shipment) {
      case Shipment.Shipped shipped -> shipped.handedOverAt();
      case Shipment.Delivered delivered -> delivered.handedOverAt();
      case Shipment.Labelled labelled -> labelled.labelledAt();
      case Shipment.Reserved reserved -> parcel.plan().quotedAt();
      case Shipment.Planned planned -> parcel.plan().quotedAt();
      case Shipment.Cancelled cancelled -> cancelled.cancelledAt();
    };
  }

  private String name() {
    Carrier carrier = merchant.carriers().get(parcel.plan().carrier());
    return carrier == null ? parcel.plan().carrier() : carrier.name();
  }
}
