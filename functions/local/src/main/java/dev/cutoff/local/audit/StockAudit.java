package dev.cutoff.local.audit;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.handler.StockAuditHandler;
import dev.cutoff.local.Options;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.platform.Platform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code ./cutoff audit stock}: on the data of {@code up}, which has to be stopped meanwhile. */
public final class StockAudit {
  private static final String FUNCTION = "StockAudit";

  private StockAudit() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    String what = options.word(0, "what to audit: ./cutoff audit stock");
    if (!what.equals("stock")) {
      throw new Options.Wrong("there is no audit of " + what + "; say ./cutoff audit stock");
    }
    Folders folders = new Folders(options.path("--data").orElse(root.resolve(".cutoff/data")));
    if (!Files.isDirectory(folders.tables())) {
      throw new Options.Wrong("there is no data in " + folders.home() + "; say --data DIR");
    }
    folders.make();
    try (LocalShop shop = open(root, options, folders, out)) {
      byte[] status = shop.aws().functions().invoke(FUNCTION, new byte[0]);
      return Integer.parseInt(new String(status, StandardCharsets.UTF_8));
    } catch (FunctionError failed) {
      out.println(failed.getMessage());
      return 1;
    }
  }

  /** The shop, not started: the function alone runs, in whose place the command stands. */
  private static LocalShop open(Path root, Options options, Folders folders, PrintStream out)
      throws IOException {
    Setup setup = Setup.ofOneFunction(root, options, folders);
    boolean apply = options.has("--apply");
    Path json = options.path("--json").orElse(null);
    return LocalShop.open(
        setup,
        (function, platform, maker) ->
            function.equals(FUNCTION)
                ? command(new Telling(out, json), platform, apply)
                : maker.apply(platform));
  }

  private static RequestStreamHandler command(Telling telling, Platform platform, boolean apply) {
    return (in, answer, context) ->
        answer.write(
            Integer.toString(new Auditing(StockAuditHandler.parts(platform), telling).run(apply))
                .getBytes(StandardCharsets.UTF_8));
  }
}
