package dev.cutoff.adapter.channel.shopify;

import dev.cutoff.adapter.channel.Part;
import dev.cutoff.adapter.channel.Values;
import dev.cutoff.order.Payment;
import dev.cutoff.order.Payment.Status;
import java.util.List;
import java.util.Locale;

/** What Shopify says of the money. */
final class ShopifyPayment {
  private ShopifyPayment() {}

  static Payment of(Part order, Values values) {
    List<String> names = order.texts("payment_gateway_names");
    String method = names.isEmpty() ? order.text("gateway") : String.join(", ", names);
    Status status = status(order.text("financial_status"), values);
    boolean owed = status == Status.PENDING || status == Status.PARTIALLY_PAID;
    if (owed && isCashOnDelivery(method)) {
      return new Payment(Status.CASH_ON_DELIVERY, method);
    }
    // "Net 30": the shop agreed to be paid later.
    boolean onTerms = owed && !order.part("payment_terms").isEmpty();
    return new Payment(onTerms ? Status.ON_TERMS : status, method);
  }

  private static Status status(String sent, Values values) {
    return switch (sent.toLowerCase(Locale.ROOT)) {
      case "paid" -> Status.PAID;
      case "authorized" -> Status.AUTHORIZED;
      // The bank's promise ran out: nothing is paid.
      case "pending", "expired" -> Status.PENDING;
      case "partially_paid" -> Status.PARTIALLY_PAID;
      case "partially_refunded" -> Status.PARTIALLY_REFUNDED;
      case "refunded" -> Status.REFUNDED;
      case "voided" -> Status.VOIDED;
      default -> {
        // Waiting for money is the mistake that can be undone; shipping unpaid goods is not.
        values.defect("the order's financial_status '" + sent + "' is not known");
        yield Status.PENDING;
      }
    };
  }

  /** "Cash on Delivery (COD)", "cash_on_delivery". */
  private static boolean isCashOnDelivery(String method) {
    String words = method.toLowerCase(Locale.ROOT).replaceAll("[_-]+", " ");
    return words.contains("cash on delivery") || words.matches(".*\\bcod\\b.*");
  }
}
