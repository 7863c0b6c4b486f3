package dev.cutoff.local.bench.flash;

import dev.cutoff.local.Options;
import dev.cutoff.local.bench.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Few units and many buyers: through the whole of Cutoff, with payment before and after the hold,
 * and side by side with other ways to keep stock. All in one process, in turn, several runs each.
 */
public final class FlashSaleBench {
  private static final int BUYERS = 5_000;
  private static final int UNITS = 300;
  private static final int RUNS = 3;
  private static final long SEED = 20_261_127;

  private FlashSaleBench() {}

  /**
   * How large.
   *
   * @param later buyers who come when unpaid holds have run out
   */
  record Size(int buyers, long units, int runs, int later) {
    List<Basket> crowd(int run) {
      return Basket.crowd(buyers, SEED + run);
    }

    List<Basket> crowdLater(int run) {
      return Basket.crowd(later, -SEED - run);
    }
  }

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    int buyers = options.number("--orders", BUYERS);
    int units = options.number("--units", UNITS);
    Size size = new Size(buyers, units, options.number("--runs", RUNS), Math.max(100, buyers / 10));
    out.printf(
        "%,d units, %,d buyers at once, %d runs; %d processors, Java %s, %s%n",
        size.units(),
        size.buyers(),
        size.runs(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    Results results = run(root, size, out);
    results.print(out);
    var json = options.path("--json");
    if (json.isPresent()) {
      results.write(json.get());
    }
    return results.ok() ? 0 : 1;
  }

  static Results run(Path root, Size size, PrintStream out)
      throws IOException, InterruptedException {
    List<Sale> sales = new ArrayList<>();
    List<PayPage> payPages = new ArrayList<>();
    Map<Way, List<Sold>> ways = new EnumMap<>(Way.class);
    String postgres;
    try (Postgres.Started started = Postgres.startWhereThereIsOne()) {
      postgres = started.told();
      for (int run = 0; run <= size.runs(); run++) {
        // The first one is for the compiler: before it has seen all, an order takes five times as
        // long.
        boolean warmUp = run == 0;
        Sale sale = Sale.run(root, size.crowd(run), size.units());
        out.printf("%s by HTTP: %s%n", warmUp ? "warm-up" : "run " + run, Results.told(sale));
        Map<Way, Sold> once = rivals(size, run, started);
        if (!warmUp) {
          sales.add(sale);
          once.forEach(
              (way, sold) -> ways.computeIfAbsent(way, any -> new ArrayList<>()).add(sold));
          payPages.add(PayPage.run(root, size.crowd(run), size.crowdLater(run), size.units()));
          out.printf("run %d, pay page: %s%n", run, Results.told(payPages.getLast()));
        }
      }
    }
    return new Results(size, sales, payPages, ways, postgres);
  }

  private static Map<Way, Sold> rivals(Size size, int run, Postgres.Started postgres)
      throws IOException, InterruptedException {
    Map<Way, Sold> once = new EnumMap<>(Way.class);
    for (Way way : Way.values()) {
      if (way.needsPostgres() && !postgres.isThere()) {
        continue;
      }
      Path folder = Files.createTempDirectory("cutoff-flash");
      try (Rival rival = way.open(folder, postgres)) {
        once.put(way, Rush.at(rival, size.crowd(run), size.units()));
      } finally {
        Scratch.delete(folder);
      }
    }
    return once;
  }
}
