package dev.cutoff.local.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutoff.local.Options;
import dev.cutoff.testkit.dynamo.Seam;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** {@code ./cutoff simulate stock --seeds N}. */
public final class Simulate {
  private static final int SEEDS = 1_000_000;
  private static final long PROGRESS = 50_000;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Simulate() {}

  public static int run(Options options, PrintStream out) throws IOException, InterruptedException {
    String name = options.word(0, "what to simulate: ./cutoff simulate stock");
    if (!name.equals("stock")) {
      throw new Options.Wrong("there is no simulation " + name + "; there is: stock");
    }
    int workers = Runtime.getRuntime().availableProcessors();
    StockSimulation simulation = new StockSimulation(Seam.none(), workers);
    if (options.has("--seed")) {
      return one(simulation, options.number("--seed", 1), out);
    }
    long seeds = options.number("--seeds", SEEDS);
    out.printf("%d schedules, %d at a time, Java %s%n", seeds, workers, Runtime.version());
    long begun = System.nanoTime();
    AtomicLong told = new AtomicLong();
    StockSimulation.Result result =
        simulation.run(
            1,
            seeds,
            ran -> {
              long mark = ran / PROGRESS;
              if (told.getAndSet(mark) < mark) {
                out.printf("%d schedules, %.0f s%n", ran, seconds(begun));
              }
            });
    double seconds = seconds(begun);
    out.printf(
        "%d schedules of %d orders: %d calls, %d requests, %d deaths and lost answers, %d conflicts; %d broke a law; %.0f s%n",
        result.seeds(),
        result.orders(),
        result.calls(),
        result.requests(),
        result.deaths(),
        result.conflicts(),
        result.broken().size(),
        seconds);
    if (!result.broken().isEmpty()) {
      StockSimulation.Broken first = result.broken().getFirst();
      out.printf("seed %d: %s%n", first.seed(), first.law());
      simulation.told(first.seed()).forEach(out::println);
    }
    if (options.path("--json").isPresent()) {
      write(options.path("--json").get(), result, seconds);
    }
    return result.broken().isEmpty() ? 0 : 1;
  }

  private static int one(StockSimulation simulation, long seed, PrintStream out)
      throws InterruptedException {
    simulation.told(seed).forEach(out::println);
    return simulation.lawOf(seed).isEmpty() ? 0 : 1;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void write(Path json, StockSimulation.Result result, double seconds)
      throws IOException {
    ObjectNode all = JSON.createObjectNode();
    all.put("name", "stock").put("ok", result.broken().isEmpty());
    all.putObject("figures")
        .put("seeds", result.seeds())
        .put("orders", result.orders())
        .put("violations", result.broken().size())
        .put("seconds", seconds)
        .put("calls", result.calls())
        .put("requests", result.requests())
        .put("deaths", result.deaths())
        .put("conflicts", result.conflicts());
    ArrayNode rows = all.putArray("rows");
    result
        .broken()
        .forEach(each -> rows.addObject().put("seed", each.seed()).put("law", each.law()));
    Files.write(json, JSON.writeValueAsBytes(all));
  }
}
