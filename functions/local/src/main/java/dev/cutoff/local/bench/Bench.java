package dev.cutoff.local.bench;

import dev.cutoff.local.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./cutoff bench NAME}. */
public final class Bench {
  private Bench() {}

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    String name = options.word(0, "which benchmark: ./cutoff bench chain");
    if (!name.equals("chain")) {
      throw new Options.Wrong("there is no benchmark " + name + "; there is: chain");
    }
    return ChainBench.run(root, options.path("--json").orElse(null), out);
  }
}
