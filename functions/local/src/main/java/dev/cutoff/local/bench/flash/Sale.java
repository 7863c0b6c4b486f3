package dev.cutoff.local.bench.flash;

import dev.cutoff.local.bench.Scratch;
import dev.cutoff.local.bench.flash.Tally.Fate;
import dev.cutoff.local.bench.flash.Tally.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The sale through the whole of Cutoff: signed webhooks by HTTP, and for each order either a label
 * or the word that there is none left.
 *
 * @param sold its waits are those from the sale's begin to the decision of each order
 * @param losers orders that got nothing
 * @param told of these, those that are on hold with an exception that says so
 */
record Sale(
    Sold sold, long losers, long told, double answerP50Ms, double answerP99Ms, int sentAgain) {
  private static final int FIRST = 700_000;

  /** Whether each unit is sold once, the last one too, and whoever gets none is told. */
  boolean ok(long units) {
    return sold.exact(units) && told == losers;
  }

  static Sale run(Path root, List<Basket> crowd, long units)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cutoff-flash");
    try (SaleShop shop = SaleShop.open(root, folder, units)) {
      List<Buyer> buyers = Buyer.of(crowd, FIRST);
      Wave wave = shop.send(buyers, "paid");
      List<Seen> all = shop.settle(buyers);
      return count(wave, all, shop.drift(all, units), units);
    } finally {
      Scratch.delete(folder);
    }
  }

  private static Sale count(Wave wave, List<Seen> all, long drift, long units) {
    List<Seen> losers = all.stream().filter(each -> each.fate() != Fate.SHIPS).toList();
    long sold = all.stream().mapToLong(Seen::units).sum();
    return new Sale(
        new Sold(
            sold,
            Math.max(0, sold - units),
            unsold(losers, sold, units),
            0,
            drift,
            all.size() / seconds(wave, all),
            decisionMs(wave, all, 50),
            decisionMs(wave, all, 99),
            Sold.percentile(wave.answersMs(), 99)),
        losers.size(),
        losers.stream().filter(each -> each.fate() == Fate.TOLD).count(),
        Sold.percentile(wave.answersMs(), 50),
        Sold.percentile(wave.answersMs(), 99),
        wave.sentAgain());
  }

  /** What is left although a loser wanted no more than that. */
  static long unsold(List<Seen> losers, long sold, long units) {
    long left = Math.max(0, units - sold);
    return losers.stream().anyMatch(each -> each.buyer().basket().units() <= left) ? left : 0;
  }

  /** From the begin until the last thing happened to any of them. */
  static double seconds(Wave wave, List<Seen> all) {
    Instant end =
        all.stream()
            .map(each -> Objects.requireNonNull(each.lastAt()))
            .max(Instant::compareTo)
            .orElseThrow();
    return ms(wave.begin(), end) / 1000;
  }

  /** From the begin until an order has its units or is put on hold. */
  static double decisionMs(Wave wave, List<Seen> all, double percent) {
    return Sold.percentile(
        all.stream()
            .map(each -> ms(wave.begin(), Objects.requireNonNull(each.decidedAt())))
            .toList(),
        percent);
  }

  private static double ms(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
