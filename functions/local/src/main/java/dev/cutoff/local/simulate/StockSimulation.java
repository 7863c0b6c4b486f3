package dev.cutoff.local.simulate;

import dev.cutoff.testkit.dynamo.Seam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reserve, unreserve, consume, pick, move, expiry, count and booking by several clients of one
 * stock, in seeded schedules: turns at every request to DynamoDB, deaths before and after it,
 * answers that are lost, conflicts, deliveries twice. The code is the adapter that is shipped.
 */
public final class StockSimulation {
  private static final int AT_ONCE = 500;

  private final Seam broken;
  private final int workers;

  /**
   * A simulation.
   *
   * @param broken what stands between clients and tables, to break something on purpose
   */
  public StockSimulation(Seam broken, int workers) {
    this.broken = broken;
    this.workers = workers;
  }

  /**
   * What came of it.
   *
   * @param broken the schedules after which a law did not hold, smallest seed first; no more are
   *     tried once there are some
   */
  public record Result(
      long seeds,
      long orders,
      long calls,
      long requests,
      long deaths,
      long conflicts,
      List<Broken> broken) {
    public Result {
      broken = List.copyOf(broken);
    }
  }

  /** A schedule after which a law did not hold. */
  public record Broken(long seed, String law) {}

  /**
   * Runs schedules.
   *
   * @param progress told how many have run
   */
  public Result run(long first, long count, LongConsumer progress) throws InterruptedException {
    AtomicLong next = new AtomicLong(first);
    AtomicLong ran = new AtomicLong();
    List<Broken> found = new ArrayList<>();
    Tally all = new Tally();
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      Runnable work =
          () -> {
            Place place = new Place(broken);
            Tally tally = new Tally();
            long from;
            while (isClean(found) && (from = next.getAndAdd(AT_ONCE)) < first + count) {
              long until = Math.min(from + AT_ONCE, first + count);
              for (long seed = from; seed < until; seed++) {
                String law = new Run(Planner.of(seed), place, tally, null).play();
                if (law != null) {
                  add(found, new Broken(seed, law));
                  break;
                }
              }
              progress.accept(ran.addAndGet(until - from));
            }
            synchronized (all) {
              all.add(tally);
            }
          };
      // Players are virtual threads: handing over among them is fast only from one of their own.
      threads.add(Thread.ofVirtual().start(work));
    }
    for (Thread each : threads) {
      each.join();
    }
    return new Result(
        all.schedules,
        all.orders,
        all.calls,
        all.requests,
        all.of(Plan.Kind.DIES_BEFORE)
            + all.of(Plan.Kind.DIES_AFTER)
            + all.of(Plan.Kind.ANSWER_LOST),
        all.of(Plan.Kind.CONFLICT),
        found);
  }

  private static boolean isClean(List<Broken> found) {
    synchronized (found) {
      return found.isEmpty();
    }
  }

  private static void add(List<Broken> found, Broken one) {
    synchronized (found) {
      found.add(one);
      found.sort((left, right) -> Long.compare(left.seed(), right.seed()));
    }
  }

  /** The smallest schedule like that one after which the same law does not hold, line by line. */
  public List<String> told(long seed) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    Thread teller =
        Thread.ofVirtual()
            .start(() -> {
              Place place = new Place(broken);
              Plan plan = Planner.of(seed);
              String law = law(plan, place, null);
              Plan small = law == null ? plan : new Shrinking(place).smallest(plan, law);
              lines.addAll(small.lines());
              var _ = law(small, place, lines);
            });
    teller.join();
    return lines;
  }

  static @Nullable String law(Plan plan, Place place, @Nullable List<String> lines) {
    return new Run(plan, place, new Tally(), lines).play();
  }

  /** The law that did not hold for that seed alone. */
  public Optional<String> lawOf(long seed) throws InterruptedException {
    List<Broken> found = run(seed, 1, ran -> {}).broken();
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst().law());
  }
}
