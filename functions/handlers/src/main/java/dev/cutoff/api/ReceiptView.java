package dev.cutoff.api;

import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision receipt of one shipment as GET /orders/{orderId}/receipt shows it. */
record ReceiptView(
    String orderId,
    String shipmentId,
    String node,
    Instant decidedAt,
    String merchantVersion,
    OrderView.PromiseView promise,
    Instant shipBy,
    List<String> boxes,
    Money cost,
    double chance,
    List<Quote.Component> components,
    boolean provisional,
    List<Receipt.Asked> carriers,
    List<CandidateView> candidates,
    List<Receipt.Cut> cut,
    long splitsCut,
    Receipt.Inputs inputs) {

  record CandidateView(
      String nodes,
      String carrier,
      String service,
      List<String> boxes,
      Money cost,
      List<Quote.Component> components,
      String shipDate,
      String deliveryDate,
      double confidence,
      boolean chosen,
      String why,
      @Nullable String waitsUntil) {}

  /** One for each shipment that the decision was about. */
  static List<ReceiptView> of(Receipt receipt) {
    return receipt.legs().stream().map(leg -> of(receipt, leg)).toList();
  }

  private static ReceiptView of(Receipt receipt, Receipt.Leg leg) {
    return new ReceiptView(
        receipt.orderId().value(),
        leg.shipmentId().value(),
        leg.node().value(),
        receipt.decidedAt(),
        receipt.merchantVersion(),
        OrderView.PromiseView.of(receipt.promise()),
        leg.shipBy(),
        leg.boxes(),
        leg.cost(),
        leg.chance(),
        leg.components(),
        leg.provisional(),
        receipt.carriers(),
        receipt.candidates().stream().map(ReceiptView::candidate).toList(),
        receipt.cut(),
        receipt.cuts(),
        receipt.inputs());
  }

  private static CandidateView candidate(Receipt.Candidate each) {
    LocalDate waitsUntil = each.waitsUntil();
    return new CandidateView(
        each.nodes(),
        each.carrier(),
        each.service(),
        each.boxes(),
        each.cost(),
        each.components(),
        each.shipDate().toString(),
        each.deliveryDate().toString(),
        each.confidence(),
        each.chosen(),
        each.why(),
        waitsUntil == null ? null : waitsUntil.toString());
  }
}
