package dev.cutoff.local.bench.flash;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets a crowd in at one rival's: all buyers are there at once, and so many are served at once. */
final class Rush {
  /** As many connections as a web shop has to its database. */
  static final int AT_ONCE = 32;

  private Rush() {}

  private record Served(Rival.Answer answer, long units, double waitMs, double callMs) {}

  static Sold at(Rival rival, List<Basket> crowd, long units) throws InterruptedException {
    rival.open(units);
    CountDownLatch doors = new CountDownLatch(1);
    long[] begin = new long[1];
    List<Served> served = new ArrayList<>();
    double seconds;
    try (ExecutorService tills = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Served>> waiting = new ArrayList<>();
      for (int buyer = 0; buyer < crowd.size(); buyer++) {
        String orderId = "DTC-" + (buyer + 1);
        long wanted = crowd.get(buyer).units();
        waiting.add(
            tills.submit(() -> {
              doors.await();
              long start = System.nanoTime();
              Rival.Answer answer = rival.sell(orderId, wanted);
              long end = System.nanoTime();
              return new Served(answer, wanted, (end - begin[0]) / 1e6, (end - start) / 1e6);
            }));
      }
      begin[0] = System.nanoTime();
      doors.countDown();
      for (Future<Served> each : waiting) {
        served.add(got(each));
      }
      seconds = (System.nanoTime() - begin[0]) / 1e9;
    }
    return count(served, rival.books(), units, seconds);
  }

  private static Sold count(List<Served> served, Rival.Books books, long units, double seconds) {
    long sold = 0;
    long gaveUp = 0;
    long least = Long.MAX_VALUE;
    for (Served each : served) {
      switch (each.answer()) {
        case SOLD -> sold += each.units();
        case SOLD_OUT -> least = Math.min(least, each.units());
        case GAVE_UP -> {
          gaveUp++;
          least = Math.min(least, each.units());
        }
      }
    }
    long left = Math.max(0, units - sold);
    List<Double> waits = served.stream().map(Served::waitMs).toList();
    return new Sold(
        sold,
        Math.max(0, sold - units),
        left >= least ? left : 0,
        gaveUp,
        Math.abs(books.recorded() - sold) + Math.abs(units - books.left() - sold),
        served.size() / seconds,
        Sold.percentile(waits, 50),
        Sold.percentile(waits, 99),
        Sold.percentile(served.stream().map(Served::callMs).toList(), 99));
  }

  private static Served got(Future<Served> each) throws InterruptedException {
    try {
      return each.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a buyer got no answer at all", failed.getCause());
    }
  }
}
