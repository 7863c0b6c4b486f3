package dev.cutoff.backorder.application;

import dev.cutoff.backorder.Waiter;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.order.Backorder;
import dev.cutoff.order.Order;
import dev.cutoff.order.application.Changing;
import dev.cutoff.order.application.Changing.Decision;
import dev.cutoff.order.application.Waking;
import dev.cutoff.stock.Sku;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Looks after everybody who waits, on a schedule: serves whom a lost message forgot, takes off who
 * does not wait any more, and gives up for who has waited longer than the rules allow: that order
 * goes to people, never nowhere.
 */
public final class TendingBackorders {
  /** Younger ones are probably still joining. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Backorders backorders;
  private final ServingBackorders servingAll;
  private final ServingWaiter serving;
  private final JoiningWaiters joining;
  private final Changing changing;
  private final Waking waking;
  private final Merchants merchants;
  private final InstantSource clock;

  @Inject
  public TendingBackorders(
      Backorders backorders,
      ServingBackorders servingAll,
      ServingWaiter serving,
      JoiningWaiters joining,
      Changing changing,
      Waking waking,
      Merchants merchants,
      InstantSource clock) {
    this.backorders = backorders;
    this.servingAll = servingAll;
    this.serving = serving;
    this.joining = joining;
    this.changing = changing;
    this.waking = waking;
    this.merchants = merchants;
    this.clock = clock;
  }

  /**
   * What one round found.
   *
   * @param waiting orders in the list
   * @param failed the orders that could not be helped, and why
   */
  public record Tended(int waiting, List<String> failed) {
    public Tended {
      failed = List.copyOf(failed);
    }
  }

  public Tended tend() {
    List<Sku> skus = backorders.waitedFor();
    TreeSet<Waiter> list = new TreeSet<>(Waiter.FIRST_COME);
    skus.forEach(sku -> list.addAll(backorders.of(sku)));
    List<String> failed = new ArrayList<>();
    Instant before = clock.instant().minus(PATIENCE);
    for (Waiter waiter : list) {
      if (waiter.since().isBefore(before)) {
        try {
          tend(waiter);
        } catch (RuntimeException notThisTime) {
          failed.add(waiter.orderId() + ": " + notThisTime.getClass().getSimpleName());
        }
      }
    }
    if (!skus.isEmpty()) {
      failed.addAll(servingAll.serve(skus).failed());
    }
    return new Tended(list.size(), failed);
  }

  private void tend(Waiter waiter) {
    if (!serving.serve(waiter) && clock.instant().isAfter(until(waiter))) {
      giveUp(waiter);
    }
  }

  /** Who waits for a day waits from that day on. */
  private Instant until(Waiter waiter) {
    Instant from =
        waiter.lines().stream()
            .flatMap(line -> Optional.ofNullable(line.notBefore()).stream())
            .map((LocalDate day) -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .filter(day -> day.isAfter(waiter.since()))
            .max(Instant::compareTo)
            .orElse(waiter.since());
    return from.plus(merchants.current().rules().stock().longestBackorder());
  }

  /** The row first: then the next attempt puts it on hold, and it joins no list again. */
  private void giveUp(Waiter waiter) {
    Optional<Order> order =
        changing.change(
            waiter.orderId(),
            before -> {
              Backorder known = before.backorder();
              return known == null || !before.waits() || before.cancellation() != null
                  ? Optional.empty()
                  : Optional.of(
                      new Decision(
                          change -> change.backorder(known.givenUp()),
                          "cutoff",
                          "waited too long for stock",
                          "longestBackorder of the merchant file"));
            });
    if (order.isPresent() && !order.get().waits() && order.get().cancellation() == null) {
      joining.leave(waiter.orderId());
      waking.ensureRunning(order.get());
    }
  }
}
