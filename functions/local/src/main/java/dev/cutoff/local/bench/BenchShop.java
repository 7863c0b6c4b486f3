package dev.cutoff.local.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** The example shop under load, by real HTTP, on the real clock. */
final class BenchShop implements AutoCloseable {
  private static final int CLIENTS = 8;
  private static final int FIRST = 700_000;
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final ExampleShop example;
  private final FakeStores stores;
  private final LocalShop shop;
  private final Client client;

  /**
   * What one run measured.
   *
   * @param ordersPerSecond from the first webhook until the last execution has ended
   * @param cpuMsPerOrder of the whole process, clients and played stores included, until the last
   *     message is delivered
   */
  record Figures(double ordersPerSecond, double cpuMsPerOrder, double ackP50Ms, double ackP99Ms) {
    @Override
    public String toString() {
      return "%.1f orders/s, %.1f ms of processor time an order; the webhook's answer: p50 %.0f ms, p99 %.0f ms"
          .formatted(ordersPerSecond, cpuMsPerOrder, ackP50Ms, ackP99Ms);
    }
  }

  private BenchShop(ExampleShop example, FakeStores stores, LocalShop shop) {
    this.example = example;
    this.stores = stores;
    this.shop = shop;
    this.client = new Client(HttpClient.newHttpClient(), shop.address(), ExampleShop.API_TOKEN);
  }

  /**
   * Opens it.
   *
   * @param folder for its mails, and for tables and documents where they are on disk
   */
  static BenchShop open(Path root, Path folder, boolean onDisk) throws IOException {
    ExampleShop example = ExampleShop.read(root, file -> ExampleShop.remorse(file, Duration.ZERO));
    FakeStores stores = example.openStores(Clock.systemUTC());
    byte[] merchantFile = example.pointedAt(stores);
    Folders folders = new Folders(folder).make();
    LocalShop shop =
        LocalShop.open(
            new Setup(
                root,
                new LiveScheduler(
                    Integer.getInteger("w", 8),
                    failure -> System.err.println("failed: " + failure)),
                onDisk ? folders.tables() : null,
                onDisk ? folders.documents() : null,
                folders.mails(),
                () -> merchantFile,
                example::secrets,
                0,
                Duration.ofMinutes(10),
                new VirtualThreadsAsking(),
                new RandomTokens(),
                Tripwire.NONE,
                System.err::println));
    shop.start();
    return new BenchShop(example, stores, shop);
  }

  /**
   * Sends the orders from several clients at once, waits until nothing runs any more, and looks
   * whether each order has its label.
   */
  Figures run(int orders) throws InterruptedException {
    client.post(
        "/stock/observations",
        Map.of(
            "sku", "MUG-01",
            "node", "EAST",
            "count", 1_000_000,
            "observedAt", Instant.now().toString(),
            "source", "bench"));
    List<SignedWebhook> webhooks =
        IntStream.range(0, orders)
            .mapToObj(i -> example.mug(stores, FIRST + i, Instant.now()))
            .toList();
    List<Double> acks = Collections.synchronizedList(new ArrayList<>());
    long cpu = cpuNanos();
    long start = System.nanoTime();
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<?>> sent = new ArrayList<>();
      webhooks.forEach(webhook -> sent.add(clients.submit(() -> acks.add(send(webhook)))));
      sent.forEach(BenchShop::await);
    }
    Instant limit = Instant.now().plus(LIMIT);
    until(() -> !shop.isBusy(), limit);
    double seconds = (System.nanoTime() - start) / 1e9;
    until(() -> shop.isQuiet(), limit);
    double cpuMs = (cpuNanos() - cpu) / 1e6;
    int labelled = client.all("/orders?state=labelled").size();
    if (labelled != orders) {
      throw new IllegalStateException(labelled + " of " + orders + " orders got a label");
    }
    List<Double> sorted = acks.stream().sorted().toList();
    return new Figures(
        orders / seconds,
        cpuMs / orders,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1));
  }

  private static void until(BooleanSupplier condition, Instant limit) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(limit)) {
        throw new IllegalStateException("not done within " + LIMIT);
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Milliseconds until the answer. */
  private double send(SignedWebhook webhook) {
    long start = System.nanoTime();
    Client.Answer answer = client.deliver("/webhooks/acme", webhook.headers(), webhook.body());
    double ms = (System.nanoTime() - start) / 1e6;
    if (answer.status() != 202) {
      throw new IllegalStateException("not taken: " + answer.status());
    }
    return ms;
  }

  private static void await(Future<?> sent) {
    try {
      sent.get();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  @Override
  public void close() {
    shop.close();
    stores.close();
  }
}
