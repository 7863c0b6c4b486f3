package dev.cutoff.api;

import dev.cutoff.money.Money;
import dev.cutoff.plan.Quote;
import dev.cutoff.plan.Receipt;
import java.time.Instant;
import java.util.List;

/** A decision receipt as GET /orders/{orderId}/receipt shows it. */
record ReceiptView(
    String orderId,
    String shipmentId,
    String node,
    Instant decidedAt,
    String merchantVersion,
    OrderView.PromiseView promise,
    Instant shipBy,
    List<String> boxes,
    List<Receipt.Asked> carriers,
    List<CandidateView> candidates) {

  record CandidateView(
      String carrier,
      String service,
      Money cost,
      List<Quote.Component> components,
      String shipDate,
      String deliveryDate,
      double confidence,
      boolean chosen,
      String why) {}

  static ReceiptView of(Receipt receipt) {
    return new ReceiptView(
        receipt.orderId().value(),
        receipt.shipmentId().value(),
        receipt.node().value(),
        receipt.decidedAt(),
        receipt.merchantVersion(),
        OrderView.PromiseView.of(receipt.promise()),
        receipt.shipBy(),
        receipt.boxes(),
        receipt.carriers(),
        receipt.candidates().stream().map(ReceiptView::candidate).toList());
  }

  private static CandidateView candidate(Receipt.Candidate each) {
    return new CandidateView(
        each.carrier(),
        each.service(),
        each.cost(),
        each.components(),
        each.shipDate().toString(),
        each.deliveryDate().toString(),
        each.confidence(),
        each.chosen(),
        each.why());
  }
}
