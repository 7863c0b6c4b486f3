package dev.cutoff.audit.application;

import dev.cutoff.audit.Books;
import dev.cutoff.audit.CountHistory;
import dev.cutoff.audit.DueCount;
import dev.cutoff.audit.Findings;
import dev.cutoff.audit.application.StockBooks.Progress;
import dev.cutoff.exception.StockException.Finding;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.application.Merchants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Reads everything, says what does not add up, and changes nothing. */
public final class AuditingStock {
  private final StockBooks books;
  private final ConfirmingDrift confirming;
  private final ComparingOrders comparing;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public AuditingStock(
      StockBooks books,
      ConfirmingDrift confirming,
      ComparingOrders comparing,
      Merchants merchants,
      InstantSource clock) {
    this.books = books;
    this.confirming = confirming;
    this.comparing = comparing;
    this.merchants = merchants;
    this.clock = clock;
  }

  public Report audit(Progress progress) {
    Instant now = clock.instant();
    Merchant merchant = merchants.current();
    Books all = Books.ofAll();
    CountHistory history =
        new CountHistory(now.minus(Duration.ofDays(merchant.rules().stock().counts().overDays())));
    AtomicLong rows = new AtomicLong();
    books.read(
        row -> {
          rows.incrementAndGet();
          all.add(row);
          history.add(row);
        },
        progress);
    ConfirmingDrift.Confirmed confirmed = confirming.confirm(all, progress);
    ComparingOrders.Compared compared = comparing.compare(all.held());
    List<Finding> found = new ArrayList<>(confirmed.findings());
    found.addAll(compared.findings());
    ExpiredLots lots = ExpiredLots.of(all, merchant, now);
    found.addAll(lots.promised());
    return new Report(
        now,
        rows.get(),
        all.rows().size(),
        compared.orders(),
        Findings.merged(found),
        confirmed.unsettled(),
        lots.movements(),
        plan(history, merchant));
  }

  private static List<DueCount> plan(CountHistory history, Merchant merchant) {
    return history.dueBy(
        Instant.MAX,
        merchant.rules().stock().counts(),
        sku -> merchant.item(sku).map(item -> item.value().amount()).orElse(0L));
  }
}
