package dev.cutoff.local.bench;

import dev.cutoff.local.Options;
import dev.cutoff.local.bench.flash.FlashSaleBench;
import dev.cutoff.local.bench.plan.PlanBench;
import dev.cutoff.local.bench.promise.PromiseBench;
import dev.cutoff.local.bench.rates.RatesBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./cutoff bench NAME}. */
public final class Bench {
  private Bench() {}

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    String name =
        options.word(
            0,
            "which benchmark: ./cutoff bench chain, flash-sale, hot-sku, plan, promise, rates, or starts");
    Path json = options.path("--json").orElse(null);
    return switch (name) {
      case "chain" -> ChainBench.run(root, json, out);
      case "flash-sale" -> FlashSaleBench.run(root, options, out);
      case "hot-sku" -> HotSkuBench.run(root, json, out);
      case "plan" -> PlanBench.run(options, out);
      case "promise" -> PromiseBench.run(root, options, out);
      case "rates" -> RatesBench.run(root, options, out);
      case "starts" -> StartsBench.run(root, json, out);
      default ->
          throw new Options.Wrong(
              "there is no benchmark "
                  + name
                  + "; there are: chain, flash-sale, hot-sku, plan, promise, rates, starts");
    };
  }
}
