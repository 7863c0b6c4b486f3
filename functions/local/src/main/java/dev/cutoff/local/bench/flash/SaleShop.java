package dev.cutoff.local.bench.flash;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.local.bench.flash.Tally.Seen;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.local.time.LiveScheduler;
import dev.cutoff.platform.RandomTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The example shop with the flash goods on its shelf, by real HTTP, on real threads. */
final class SaleShop implements AutoCloseable {
  /** What the front door takes at once; the store's webhooks come over as many connections. */
  private static final int CONNECTIONS = 64;

  private static final int WORKS_AT_ONCE = 8;
  private static final int MOST_SENDINGS = 100;
  private static final int BUSY = 503;
  private static final int NO_ANSWER = 0;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** The sweeper is called by hand, so that it is no part of what is measured. */
  private static final Duration NEVER = Duration.ofDays(365);

  private final MovableClock clock;
  private final ExampleShop example;
  private final FakeStores stores;
  private final LiveScheduler scheduler;
  private final LocalShop shop;
  private final Client client;
  private final Instant opened;

  private SaleShop(
      MovableClock clock,
      ExampleShop example,
      FakeStores stores,
      LiveScheduler scheduler,
      LocalShop shop) {
    this.clock = clock;
    this.example = example;
    this.stores = stores;
    this.scheduler = scheduler;
    this.shop = shop;
    this.client =
        new Client(
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
            shop.address(),
            ExampleShop.API_TOKEN);
    this.opened = clock.instant();
  }

  /** Opens it in memory; its mails go into that folder. */
  static SaleShop open(Path root, Path folder, long units) throws IOException {
    MovableClock clock = new MovableClock();
    ExampleShop example =
        ExampleShop.read(
            root, file -> ExampleShop.remorse(FlashGoods.addedTo(file, units), Duration.ZERO));
    FakeStores stores = example.openStores(clock);
    byte[] merchantFile = example.pointedAt(stores);
    LiveScheduler scheduler =
        new LiveScheduler(
            WORKS_AT_ONCE, clock, failure -> System.err.println("failed: " + failure));
    LocalShop shop =
        LocalShop.open(
            new Setup(
                root,
                scheduler,
                null,
                null,
                new Folders(folder).make().mails(),
                () -> merchantFile,
                example::secrets,
                0,
                NEVER,
                new VirtualThreadsAsking(),
                new RandomTokens(),
                Tripwire.NONE,
                SaleShop::log));
    shop.start();
    SaleShop sale = new SaleShop(clock, example, stores, scheduler, shop);
    OpeningStock.load(sale.client, shop.merchants().current());
    return sale;
  }

  /** That there is none left, or that money is awaited, is told thousands of times and no news. */
  private static void log(String line) {
    if (!line.contains("OUT_OF_STOCK") && !line.contains("PaymentAwaited")) {
      System.err.println(line);
    }
  }

  /** All of them order at once, or say at once that they have paid; waits for every answer. */
  Wave send(List<Buyer> buyers, String payment) throws InterruptedException {
    Instant now = clock.instant();
    Instant updated = payment.equals("pending") ? opened : now;
    List<SignedWebhook> webhooks =
        buyers.stream()
            .map(each ->
                example.order(
                    stores, each.number(), each.basket().lines(), payment, opened, updated))
            .toList();
    List<Double> answers = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger again = new AtomicInteger();
    Instant begin = clock.instant();
    try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> sent = new ArrayList<>();
      webhooks.forEach(
          webhook -> sent.add(connections.submit(() -> answers.add(deliver(webhook, again)))));
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return new Wave(begin, List.copyOf(answers), again.get());
  }

  /**
   * Milliseconds until it was taken. A store that is told to come again, or hears nothing, comes
   * again.
   */
  private double deliver(SignedWebhook webhook, AtomicInteger again) {
    long start = System.nanoTime();
    for (int sending = 1; sending <= MOST_SENDINGS; sending++) {
      int status = status(webhook);
      if (status == 202) {
        return (System.nanoTime() - start) / 1e6;
      }
      if (status != BUSY && status != NO_ANSWER) {
        throw new IllegalStateException("not taken: " + status);
      }
      again.incrementAndGet();
    }
    throw new IllegalStateException("the front door stays busy");
  }

  private int status(SignedWebhook webhook) {
    try {
      return client.deliver("/webhooks/acme", webhook.headers(), webhook.body()).status();
    } catch (UncheckedIOException brokeOff) {
      return NO_ANSWER;
    }
  }

  /** Waits until nothing runs any more and every buyer knows; what became of each. */
  List<Seen> settle(List<Buyer> buyers) throws InterruptedException {
    Tally tally = new Tally(shop.aws().dynamo());
    Instant limit = Instant.now().plus(LIMIT);
    List<Seen> decided = new ArrayList<>();
    List<Buyer> waiting = buyers;
    while (!waiting.isEmpty()) {
      do {
        pause(limit);
      } while (!scheduler.isIdle());
      List<Buyer> still = new ArrayList<>();
      for (Buyer buyer : waiting) {
        Seen seen = tally.look(buyer);
        if (seen.decided()) {
          decided.add(seen);
        } else {
          still.add(buyer);
        }
      }
      waiting = still;
    }
    return List.copyOf(decided);
  }

  private static void pause(Instant limit) throws InterruptedException {
    if (Instant.now().isAfter(limit)) {
      throw new IllegalStateException("not done within " + LIMIT);
    }
    TimeUnit.MILLISECONDS.sleep(20);
  }

  /** Units by which the counters differ from what the reservations of these orders say. */
  long drift(List<Seen> all, long units) {
    return new Tally(shop.aws().dynamo()).drift(all, units);
  }

  /** Time passes, and the sweeper makes a round. */
  void pass(Duration time) {
    clock.forward(time);
    sweep();
  }

  void sweep() {
    try {
      shop.aws().functions().invoke("Sweeper", "{}".getBytes(StandardCharsets.UTF_8));
    } catch (FunctionError failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    shop.close();
    stores.close();
  }
}
