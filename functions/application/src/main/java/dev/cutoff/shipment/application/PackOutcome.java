package dev.cutoff.shipment.application;

import dev.cutoff.money.Money;
import dev.cutoff.order.Order;

/** What the bench is told. */
public sealed interface PackOutcome {
  /**
   * Packed.
   *
   * @param told "as planned", "2,300 g in M instead of 540 g in S, USD 12.00 instead of USD 9.00"
   */
  record Packed(Order order, String told) implements PackOutcome {}

  /** 409: it must not leave, and stands in the exception queue. */
  record Stopped(String why) implements PackOutcome {}

  /** 409: nothing is recorded; pack it otherwise, or say that it may cost that. */
  record CostsMore(Money planned, Money now, String why) implements PackOutcome {}

  /** 409. */
  record Refused(String why) implements PackOutcome {}

  /** 400. */
  record NotUnderstood(String why) implements PackOutcome {}

  /** 404. */
  record NotFound() implements PackOutcome {}
}
