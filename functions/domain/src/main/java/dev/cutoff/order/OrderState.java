package dev.cutoff.order;

import java.util.Locale;

/** What people see of an order; derived from its shipments, never stored as a truth of its own. */
public enum OrderState {
  RECEIVED,
  HELD,
  AWAITING_PAYMENT,
  RESERVED,
  PLANNED,
  LABELLED,
  PARTIALLY_SHIPPED,
  SHIPPED,
  DELIVERED,
  CANCELLED,
  RETURNED;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
