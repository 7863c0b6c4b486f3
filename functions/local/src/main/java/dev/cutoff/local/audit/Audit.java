package dev.cutoff.local.audit;

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

/** {@code ./cutoff audit}: on the data of {@code up}, which has to be stopped meanwhile. */
public final class Audit {
  private Audit() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    String what = options.word(0, "what to audit: ./cutoff audit stock, or ./cutoff audit postage");
    return switch (what) {
      case "stock" -> StockAudit.run(root, options, out);
      case "postage" -> PostageAudit.run(root, options, out);
      default ->
          throw new Options.Wrong(
              "there is no audit of "
                  + what
                  + "; say ./cutoff audit stock, or ./cutoff audit postage");
    };
  }

  /** What is done on the platform of the shop; the answer is the exit code. */
  interface Check {
    int on(Platform platform) throws IOException;
  }

  /** The shop, not started: the function alone runs, in whose place the command stands. */
  static int inPlaceOf(String name, Check check, Path root, Options options, PrintStream out)
      throws IOException {
    Folders folders = new Folders(options.path("--data").orElse(root.resolve(".cutoff/data")));
    if (!Files.isDirectory(folders.tables())) {
      throw new Options.Wrong("there is no data in " + folders.home() + "; say --data DIR");
    }
    folders.make();
    Setup setup = Setup.ofOneFunction(root, options, folders);
    try (LocalShop shop =
        LocalShop.open(
            setup,
            (function, platform, maker) ->
                function.equals(name)
                    ? (in, answer, context) ->
                        answer.write(
                            Integer.toString(check.on(platform)).getBytes(StandardCharsets.UTF_8))
                    : maker.apply(platform))) {
      byte[] status = shop.aws().functions().invoke(name, new byte[0]);
      return Integer.parseInt(new String(status, StandardCharsets.UTF_8));
    } catch (FunctionError failed) {
      out.println(failed.getMessage());
      return 1;
    }
  }
}
