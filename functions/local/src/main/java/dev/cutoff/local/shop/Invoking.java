package dev.cutoff.local.shop;

import dev.cutoff.local.Options;
import dev.cutoff.local.functions.FunctionError;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code ./cutoff invoke FUNCTION -e EVENT}: one function, one event, on the data of {@code up}.
 */
public final class Invoking {
  private Invoking() {}

  public static int run(Path root, Options options, PrintStream out) throws IOException {
    String wanted =
        options.word(0, "which function: one of " + LocalShop.functionNames()).replace("-", "");
    String function =
        LocalShop.functionNames().stream()
            .filter(name -> name.equalsIgnoreCase(wanted))
            .findFirst()
            .orElseThrow(() ->
                new Options.Wrong(
                    "there is no function " + wanted + "; there are " + LocalShop.functionNames()));
    Path event =
        options
            .path("-e")
            .orElseThrow(() -> new Options.Wrong("say which event: -e events/ingest/order.json"));
    Folders folders =
        new Folders(options.path("--data").orElse(root.resolve(".cutoff/data"))).make();
    Setup setup = Setup.ofOneFunction(root, options, folders);
    try (LocalShop shop = LocalShop.open(setup)) {
      byte[] answer = shop.aws().functions().invoke(function, Files.readAllBytes(event));
      out.println(new String(answer, StandardCharsets.UTF_8));
      return 0;
    } catch (FunctionError error) {
      out.println(error.getMessage());
      return 1;
    }
  }
}
