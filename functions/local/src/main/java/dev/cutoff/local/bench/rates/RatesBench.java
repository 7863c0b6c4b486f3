package dev.cutoff.local.bench.rates;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.Options;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.merchant.Merchant;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * Rating by six carriers of which one hangs for 30 s, one answers 500 and one sends garbage, with
 * and without a second question to those that are slow.
 */
public final class RatesBench {
  private static final int RUNS = 3;
  private static final long SEED = 20_261_124;
  private static final double MOST_OVER_MS = 50;
  private static final double MOST_EXTRA_PCT = 5;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** Waves by the number of orders at once. */
  private static final Map<Integer, Integer> WAVES =
      new TreeMap<>(Map.of(1, 40, 4, 30, 16, 16, 128, 8));

  private RatesBench() {}

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    int runs = options.number("--runs", RUNS);
    Merchant merchant = ExampleShop.read(root).merchant();
    Duration deadline = merchant.rules().rateDeadline();
    out.printf(
        "six carriers, three of them ill; deadline %d ms; %d runs; %d processors, Java %s, %s%n",
        deadline.toMillis(),
        runs,
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getProperty("os.name"));
    List<Waves> all = new ArrayList<>();
    try {
      once(merchant, deadline, SEED, true, 32, 2);
      out.printf("%-12s %s%n", "", HEAD);
      for (int run = 1; run <= runs; run++) {
        for (Map.Entry<Integer, Integer> row : WAVES.entrySet()) {
          for (boolean hedged : List.of(false, true)) {
            Waves waves =
                once(merchant, deadline, SEED + run, hedged, row.getKey(), row.getValue());
            out.printf("run %-8d %s%n", run, told(waves));
            all.add(waves);
          }
        }
      }
    } catch (ExecutionException bug) {
      throw new IllegalStateException(bug.getCause());
    }
    double over =
        all.stream().filter(Waves::hedged).mapToDouble(Waves::p99Ms).max().orElseThrow()
            - deadline.toMillis();
    double extra =
        all.stream().filter(Waves::hedged).mapToDouble(Waves::extraPct).max().orElseThrow();
    List<KarrioBeside.Row> beside = KarrioBeside.run(root, merchant, deadline, out);
    boolean ok =
        over <= MOST_OVER_MS
            && extra <= MOST_EXTRA_PCT
            && beside.stream().allMatch(row -> row.inTime(deadline, MOST_OVER_MS));
    out.printf(
        "worst row: p99 %.0f ms %s the deadline, %.1f %% extra calls: %s%n",
        Math.abs(over), over > 0 ? "over" : "before", extra, ok ? "ok" : "NOT OK");
    var json = options.path("--json");
    if (json.isPresent()) {
      Files.write(
          json.get(), JSON.writeValueAsBytes(asJson(all, beside, deadline, over, extra, ok)));
    }
    return ok ? 0 : 1;
  }

  private static Waves once(
      Merchant merchant, Duration deadline, long seed, boolean hedged, int atOnce, int waves)
      throws IOException, InterruptedException, ExecutionException {
    try (FakeCarriers carriers = FakeCarriers.start(seed)) {
      return new Crowd(merchant, deadline, carriers, hedged).run(atOnce, waves);
    }
  }

  private static final String HEAD =
      "%8s %8s %8s %9s %9s %16s %8s %8s %8s"
          .formatted(
              "at once",
              "hedged",
              "orders",
              "p50 ms",
              "p99 ms",
              "healthy in time",
              "calls",
              "extra",
              "saved");

  private static String told(Waves row) {
    return "%8d %8s %,8d %,9.0f %,9.0f %15.2f%% %,8d %7.2f%% %,8d"
        .formatted(
            row.atOnce(),
            row.hedged() ? "yes" : "no",
            row.orders(),
            row.p50Ms(),
            row.p99Ms(),
            row.healthyInTimePct(),
            row.calls(),
            row.extraPct(),
            row.saved());
  }

  private static ObjectNode asJson(
      List<Waves> all,
      List<KarrioBeside.Row> beside,
      Duration deadline,
      double over,
      double extra,
      boolean ok) {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", "rates");
    json.put("ok", ok);
    json.putObject("figures")
        .put("deadlineMs", deadline.toMillis())
        .put("p99OverDeadlineMs", over)
        .put("extraCallsPct", extra);
    ArrayNode rows = json.putArray("rows");
    for (Waves row : all) {
      rows.addObject()
          .put("atOnce", row.atOnce())
          .put("hedged", row.hedged())
          .put("orders", row.orders())
          .put("p50Ms", row.p50Ms())
          .put("p99Ms", row.p99Ms())
          .put("p99OverDeadlineMs", row.p99Ms() - deadline.toMillis())
          .put("healthyInTimePct", row.healthyInTimePct())
          .put("calls", row.calls())
          .put("extraCallsPct", row.extraPct())
          .put("callsSavedByBreakers", row.saved());
    }
    beside.forEach(row -> row.tell(rows.addObject()));
    return json;
  }
}
