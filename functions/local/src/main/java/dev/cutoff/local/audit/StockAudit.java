package dev.cutoff.local.audit;

import dev.cutoff.handler.StockAuditHandler;
import dev.cutoff.local.Options;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** {@code ./cutoff audit stock}: whether the counters of stock add up. */
final class StockAudit {
  private StockAudit() {}

  static int run(Path root, Options options, PrintStream out) throws IOException {
    Telling telling = new Telling(out, options.path("--json").orElse(null));
    boolean apply = options.has("--apply");
    return Audit.inPlaceOf(
        "StockAudit",
        platform -> new Auditing(StockAuditHandler.parts(platform), telling).run(apply),
        root,
        options,
        out);
  }
}
