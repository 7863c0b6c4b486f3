package dev.cutoff.local.bench.flash;

import dev.cutoff.local.bench.Scratch;
import dev.cutoff.local.bench.flash.Tally.Fate;
import dev.cutoff.local.bench.flash.Tally.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The other race: all buyers reach the payment page before anybody has paid, then all pay, but for
 * some who leave. The hold at placing decides; holds of those who left run out, and what they held
 * is sold to whoever comes next.
 *
 * @param heldUnits when all have placed their orders and nobody has paid
 * @param losers who got no hold
 * @param toldBeforePayment of these, those who were told before anybody could pay
 * @param paid holders who paid
 * @param paidNotShipped of these, those who got no label all the same
 * @param shippedUnheld orders that got a label without a hold at placing
 * @param expiredUnits that came free because their holders never paid
 * @param resoldUnits of these, sold to others: to those who came later, or who waited
 * @param end units that are sold at the very end, and what is wrong with that
 * @param holdP99Ms from the begin to the hold, or to the word that there is none
 * @param perSecond webhooks in the wave of payments, until each order that may ship has its label
 */
record PayPage(
    long heldUnits,
    long losers,
    long toldBeforePayment,
    long paid,
    long paidNotShipped,
    long shippedUnheld,
    long expiredUnits,
    long resoldUnits,
    End end,
    double holdP99Ms,
    double perSecond) {
  private static final int FIRST = 800_000;
  private static final int FIRST_LATER = 850_000;
  private static final int ONE_IN_SO_MANY_LEAVES = 10;
  private static final Duration LONGER_THAN_A_HOLD = Duration.ofHours(25);
  private static final int MOST_ROUNDS = 50;

  /** How it ends. */
  record End(long sold, long oversold, long unsold, long drift) {}

  boolean ok(long units) {
    return heldUnits == units
        && toldBeforePayment == losers
        && paidNotShipped == 0
        && shippedUnheld == 0
        && expiredUnits > 0
        && resoldUnits == expiredUnits
        && end.equals(new End(units, 0, 0, 0));
  }

  static PayPage run(Path root, List<Basket> crowd, List<Basket> later, long units)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("cutoff-pay-page");
    try (SaleShop shop = SaleShop.open(root, folder, units)) {
      return run(shop, Buyer.of(crowd, FIRST), Buyer.of(later, FIRST_LATER), units);
    } finally {
      Scratch.delete(folder);
    }
  }

  private static PayPage run(SaleShop shop, List<Buyer> crowd, List<Buyer> later, long units)
      throws InterruptedException {
    Wave placing = shop.send(crowd, "pending");
    List<Seen> placed = shop.settle(crowd);
    List<Buyer> holders = buyers(placed, each -> each.fate() == Fate.HOLDS);
    List<Buyer> leavers = everyTenth(holders);
    List<Buyer> losers = buyers(placed, each -> each.fate() != Fate.HOLDS);
    List<Buyer> payers = crowd.stream().filter(each -> !leavers.contains(each)).toList();

    // Those without a hold pay too: their page was open, and they did not read.
    Wave paying = shop.send(payers, "paid");
    List<Seen> paid = shop.settle(crowd);

    shop.pass(LONGER_THAN_A_HOLD);
    List<Seen> gone = shop.settle(leavers);
    for (int round = 0; round < MOST_ROUNDS && !all(gone, Fate.CANCELLED); round++) {
      shop.sweep();
      gone = shop.settle(leavers);
    }
    long expired = units(leavers) - gone.stream().mapToLong(Seen::units).sum();
    shop.send(later, "paid");
    List<Buyer> everybody = new ArrayList<>(crowd);
    everybody.addAll(later);
    List<Seen> atLast = shop.settle(everybody);

    long sold = atLast.stream().mapToLong(Seen::units).sum();
    List<Seen> atLastWithout = atLast.stream().filter(each -> each.fate() != Fate.SHIPS).toList();
    return new PayPage(
        placed.stream().mapToLong(Seen::units).sum(),
        losers.size(),
        placed.stream().filter(each -> each.fate() == Fate.TOLD && !each.paid()).count(),
        holders.size() - leavers.size(),
        count(
            paid,
            each -> holders.contains(each.buyer()) && each.paid() && each.fate() != Fate.SHIPS),
        count(paid, each -> losers.contains(each.buyer()) && each.fate() == Fate.SHIPS),
        expired,
        atLast.stream()
            .filter(each -> !holders.contains(each.buyer()))
            .mapToLong(Seen::units)
            .sum(),
        new End(
            sold,
            Math.max(0, sold - units),
            Sale.unsold(atLastWithout, sold, units),
            shop.drift(atLast, units)),
        Sale.decisionMs(placing, placed, 99),
        payers.size() / Sale.seconds(paying, paid));
  }

  private static List<Buyer> buyers(List<Seen> all, Predicate<Seen> which) {
    return all.stream().filter(which).map(Seen::buyer).toList();
  }

  private static List<Buyer> everyTenth(List<Buyer> holders) {
    List<Buyer> some = new ArrayList<>();
    for (int i = 0; i < holders.size(); i += ONE_IN_SO_MANY_LEAVES) {
      some.add(holders.get(i));
    }
    return List.copyOf(some);
  }

  private static boolean all(List<Seen> some, Fate fate) {
    return some.stream().allMatch(each -> each.fate() == fate);
  }

  private static long count(List<Seen> all, Predicate<Seen> which) {
    return all.stream().filter(which).count();
  }

  private static long units(List<Buyer> buyers) {
    return buyers.stream().mapToLong(each -> each.basket().units()).sum();
  }
}
