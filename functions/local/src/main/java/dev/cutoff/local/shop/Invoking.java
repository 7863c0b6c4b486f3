package dev.cutoff.local.shop;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.local.Options;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;

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
    Path config = options.path("--config").orElse(root.resolve("infra/merchant/merchant.json"));
    Merchant merchant = MerchantBytes.read(MerchantBytes.of(config), config.toString());
    Path secrets = options.path("--secrets").orElse(folders.secrets());
    SecretsFile.complete(secrets, merchant, new SecureRandom());
    Setup setup =
        new Setup(
            root,
            new LiveScheduler(failure -> System.err.println("failed: " + failure)),
            folders.tables(),
            folders.documents(),
            folders.mails(),
            () -> MerchantBytes.of(config),
            () -> SecretsFile.read(secrets),
            0,
            Duration.ofDays(1),
            new VirtualThreadsAsking(),
            new RandomTokens(),
            Tripwire.NONE,
            System.err::println);
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
