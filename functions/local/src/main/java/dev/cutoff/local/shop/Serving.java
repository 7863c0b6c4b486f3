package dev.cutoff.local.shop;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.local.Options;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.outage.Outages;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./cutoff up}: serves by HTTP from disk until it is stopped. */
public final class Serving {
  private static final int PORT = 8470;
  private static final Duration SWEEP = Duration.ofMinutes(1);

  private Serving() {}

  public static int run(Path root, Options options, PrintStream out)
      throws IOException, InterruptedException {
    Folders folders =
        new Folders(options.path("--data").orElse(root.resolve(".cutoff/data"))).make();
    Path config = options.path("--config").orElse(root.resolve("infra/merchant/merchant.json"));
    Merchant merchant = MerchantBytes.read(MerchantBytes.of(config), config.toString());
    Path secretsFile = options.path("--secrets").orElse(folders.secrets());
    Map<String, String> secrets = SecretsFile.complete(secretsFile, merchant, new SecureRandom());
    LiveScheduler scheduler = new LiveScheduler(failure -> log(out, "failed: " + failure));
    Outages outages =
        Outages.of(options.all("--outage"), merchant, scheduler, line -> log(out, line));
    Setup setup =
        new Setup(
            root,
            scheduler,
            folders.tables(),
            folders.documents(),
            folders.mails(),
            () -> MerchantBytes.of(config),
            () -> SecretsFile.read(secretsFile),
            options.port(PORT),
            SWEEP,
            new VirtualThreadsAsking(),
            new RandomTokens(),
            Tripwire.NONE,
            line -> log(out, line),
            outages);
    try (LocalShop shop = LocalShop.open(setup)) {
      Client client =
          new Client(HttpClient.newHttpClient(), shop.address(), SecretsFile.anyToken(secrets));
      OpeningStock.load(client, shop.merchants().current());
      shop.start();
      outages.start();
      greet(out, shop, folders, secretsFile, merchant);
      if (options.has("--simulate")) {
        new Simulating(client, merchant, secrets, line -> log(out, line)).start();
      }
      waitForTheEnd();
      out.println("Stopped. Everything is in " + folders.home() + "; ./cutoff up goes on there.");
    }
    return 0;
  }

  private static void greet(
      PrintStream out, LocalShop shop, Folders folders, Path secretsFile, Merchant merchant) {
    out.println("Cutoff serves " + merchant.name() + " at " + shop.address());
    merchant
        .stores()
        .keySet()
        .forEach(store -> out.println("  webhooks of " + store + ": POST /webhooks/" + store));
    out.println("  secrets and bearer token: " + secretsFile);
    out.println("  data, labels, mails:      " + folders.home());
    out.println("  try: curl -H \"Authorization: Bearer $TOKEN\" " + shop.address() + "/orders");
    out.println("Ctrl-C stops it; nothing is lost.");
  }

  private static void log(PrintStream out, String line) {
    out.println(Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + " " + line);
  }

  private static void waitForTheEnd() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  end.countDown();
                  awaitQuietly(closed);
                }));
    end.await();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      boolean _ = latch.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
