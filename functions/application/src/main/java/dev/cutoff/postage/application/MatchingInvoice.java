package dev.cutoff.postage.application;

import dev.cutoff.merchant.Carrier;
import dev.cutoff.merchant.InvoiceColumns;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.money.Money;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Orders;
import dev.cutoff.postage.InvoiceMatch;
import dev.cutoff.postage.InvoiceReport;
import dev.cutoff.postage.PaidLabel;
import dev.cutoff.shipment.Shipment;
import dev.cutoff.shipment.application.LabelAttempts;
import dev.cutoff.shipment.application.LabelAttempts.Attempt;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Holds a carrier's invoice to the labels that were bought of it. It reads the attempts of all
 * orders: a voided label, or one that was of no use from the start, is found by nothing else. It
 * writes nothing.
 */
public final class MatchingInvoice {
  private final Merchants merchants;
  private final Orders orders;
  private final LabelAttempts attempts;
  private final InvoiceReader reader;

  @Inject
  public MatchingInvoice(
      Merchants merchants, Orders orders, LabelAttempts attempts, InvoiceReader reader) {
    this.merchants = merchants;
    this.orders = orders;
    this.attempts = attempts;
    this.reader = reader;
  }

  /** How it ended. */
  public sealed interface Outcome {
    record Matched(InvoiceReport report) implements Outcome {}

    /**
     * Nothing was matched.
     *
     * @param why for people
     */
    record Refused(String why) implements Outcome {}

    /**
     * Nothing was matched: whoever asked for it has no more time.
     *
     * @param orders that were read so far
     */
    record GivenUp(long orders) implements Outcome {}
  }

  /**
   * Matches one invoice.
   *
   * @param invoice is read once, and closed by the caller
   * @param goOn gets how many orders were read so far; false gives up
   */
  public Outcome match(String carrierId, InputStream invoice, LongPredicate goOn) {
    Merchant merchant = merchants.current();
    Carrier carrier = merchant.carriers().get(carrierId);
    if (carrier == null) {
      return new Outcome.Refused(
          "the merchant file has no carrier %s: it has %s"
              .formatted(carrierId, String.join(", ", merchant.carriers().keySet())));
    }
    InvoiceColumns columns = carrier.invoice();
    if (columns == null) {
      return new Outcome.Refused(
          "carrier %s has no invoice in the merchant file: say there which columns are trackingNumber and amount"
              .formatted(carrierId));
    }
    InvoiceMatch match = new InvoiceMatch();
    Optional<String> wrong =
        reader.read(invoice, columns, merchant.currency(), match::line, match::unread);
    if (wrong.isPresent()) {
      return new Outcome.Refused(wrong.get());
    }
    long given = labels(carrierId, match, goOn);
    return given == 0 ? new Outcome.Matched(match.report()) : new Outcome.GivenUp(given);
  }

  /** How many orders were read where it was given up; else 0. */
  private long labels(String carrierId, InvoiceMatch match, LongPredicate goOn) {
    long read = 0;
    String cursor = null;
    do {
      Orders.Page page = orders.list(new Orders.Query(null, null, null, cursor));
      for (Order order : page.items()) {
        labels(carrierId, order, match);
      }
      read += page.items().size();
      cursor = page.cursor();
      if (cursor != null && !goOn.test(read)) {
        return read;
      }
    } while (cursor != null);
    return 0;
  }

  /** An order that is listed twice, because it moved meanwhile, tells the same twice. */
  private void labels(String carrierId, Order order, InvoiceMatch match) {
    for (Shipment shipment : order.shipments()) {
      attempts.of(shipment.id()).stream()
          .filter(each -> each.carrier().equals(carrierId))
          .flatMap(each -> label(each).stream())
          .forEach(match::label);
    }
  }

  private static Optional<PaidLabel> label(Attempt attempt) {
    String number = attempt.trackingNumber();
    Money cost = attempt.cost();
    boolean voided =
        switch (attempt.state()) {
          case BOUGHT, ORPHAN -> false;
          case VOIDED, BEGUN, NOT_BOUGHT, REFUSED -> true;
        };
    return number == null || cost == null
        ? Optional.empty()
        : Optional.of(
            new PaidLabel(
                attempt.orderId().value(),
                attempt.reference(),
                number,
                cost,
                attempt.begunAt().atZone(ZoneOffset.UTC).toLocalDate(),
                voided));
  }
}
