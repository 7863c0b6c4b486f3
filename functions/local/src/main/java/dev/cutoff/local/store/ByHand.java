package dev.cutoff.local.store;

/** What people do to an order in the store's own pages. */
public sealed interface ByHand {
  /** Nothing of it is to leave for now. */
  record Hold(String reason, String notes) implements ByHand {}

  record Release() implements ByHand {}

  /** Another tracking number in the place of one that is there. */
  record Renumber(String from, String to) implements ByHand {}

  /** The fulfilment with that number is taken back. */
  record CancelFulfilment(String trackingNumber) implements ByHand {}

  /** The order's status, where the platform has one to set. */
  record Status(String status) implements ByHand {}
}
