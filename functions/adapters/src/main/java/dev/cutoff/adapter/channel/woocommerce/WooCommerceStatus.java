package dev.cutoff.adapter.channel.woocommerce;

import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.money.Money;
import dev.cutoff.order.Payment;
import dev.cutoff.order.Payment.Status;
import java.util.Locale;
import java.util.Set;

/**
 * What the one status of a WooCommerce order says of money, shipping and cancellation.
 *
 * @param name without the prefix "wc-"
 * @param cashOnDelivery the courier collects the money, whatever the dates say
 * @param paid the store has the money
 * @param refunded what went back, positive
 */
record WooCommerceStatus(
    String name,
    String method,
    boolean cashOnDelivery,
    boolean paid,
    Money refunded,
    boolean allRefunded) {
  private static final Set<String> DRAFTS = Set.of("checkout-draft", "auto-draft", "draft");

  /** A trashed order can be restored, which is a newer version without this. */
  private static final Set<String> CANCELLED = Set.of("cancelled", "refunded", "trash");

  private static final Set<String> KNOWN =
      Set.of("pending", "processing", "on-hold", "completed", "failed");

  static WooCommerceStatus of(Part order, Values values) {
    Money back = values.zero();
    for (Part refund : order.parts("refunds")) {
      Money one = values.money(refund, "total", "refund");
      back = one.isNegative() ? back.minus(one) : back.plus(one);
    }
    Money total = values.money(order, "total", "the order");
    WooCommerceStatus status =
        new WooCommerceStatus(
            nameOf(order),
            order.firstText("payment_method_title", "payment_method"),
            order.text("payment_method").equals("cod"),
            order.has("date_paid_gmt") || order.has("date_paid"),
            back,
            !back.isZero() && !total.isZero() && back.compareTo(total) >= 0);
    status.nameDefects(values);
    return status;
  }

  static boolean isDraft(Part order) {
    return DRAFTS.contains(nameOf(order));
  }

  boolean cancelled() {
    return CANCELLED.contains(name) || allRefunded;
  }

  /**
   * Somebody completed it by hand, so the goods are gone. Cash on delivery that counts as paid at
   * once jumps to completed with nothing shipped.
   */
  boolean fulfilledElsewhere() {
    return name.equals("completed") && !cashOnDelivery;
  }

  Payment payment() {
    return new Payment(paymentStatus(), method);
  }

  private Status paymentStatus() {
    if (name.equals("refunded") || allRefunded) {
      return Status.REFUNDED;
    }
    if (cashOnDelivery && !name.equals("failed")) {
      return Status.CASH_ON_DELIVERY;
    }
    if (!refunded.isZero()) {
      return Status.PARTIALLY_REFUNDED;
    }
    // A failed payment may be tried again: the units wait as for any unpaid order, and no longer.
    if (name.equals("failed") || name.equals("pending")) {
      return Status.PENDING;
    }
    return paid || name.equals("processing") || name.equals("completed")
        ? Status.PAID
        : Status.PENDING;
  }

  private void nameDefects(Values values) {
    if (!KNOWN.contains(name) && !CANCELLED.contains(name)) {
      values.defect("the order's status '" + name + "' is not known");
    }
    if (name.equals("on-hold") && (paid || cashOnDelivery)) {
      values.defect("the order needs no more money, and the store has put it on hold");
    }
    if (name.equals("processing") && !refunded.isZero() && !allRefunded) {
      values.defect(
          refunded.display()
              + " went back to the customer, and the store does not say for which line");
    }
  }

  private static String nameOf(Part order) {
    String name = order.text("status").toLowerCase(Locale.ROOT);
    return name.startsWith("wc-") ? name.substring("wc-".length()) : name;
  }
}
