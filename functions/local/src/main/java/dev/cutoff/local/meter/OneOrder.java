package dev.cutoff.local.meter;

import dev.cutoff.adapter.asking.OneByOneAsking;
import dev.cutoff.local.client.Client;
import dev.cutoff.local.courier.Couriers;
import dev.cutoff.local.courier.Pace;
import dev.cutoff.local.demo.ExampleShop;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.store.SignedWebhook;
import dev.cutoff.local.time.VirtualScheduler;
import dev.cutoff.merchant.Store;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * The order that the budget is counted on: two lines, one parcel, paid, to Boston. It runs on the
 * virtual clock, so that every count is the same in every run.
 */
public final class OneOrder implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-11-23T19:07:00Z");
  private static final Duration NEVER = Duration.ofDays(300);
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration UNTIL_COLLECTED = Duration.ofMinutes(100);
  private static final int SCANS = 4;
  private static final int FIRST = 91_000;

  private final VirtualScheduler scheduler = new VirtualScheduler(90412, START);
  private final Meter meter = new Meter(LocalShop.tables());
  private final ExampleShop example;
  private final FakeStores stores;
  private final Path home;
  private final LocalShop shop;
  private final Client client;

  private OneOrder(Path root) throws IOException {
    example = ExampleShop.read(root, file -> ExampleShop.remorse(file, Store.USUAL_REMORSE));
    stores = example.openStores(scheduler.clock());
    home = Files.createTempDirectory("cutoff-meter");
    byte[] merchantFile = example.pointedAt(stores);
    Folders folders = new Folders(home).make();
    long[] tokens = {0};
    shop =
        LocalShop.open(
            new Setup(
                root,
                scheduler,
                null,
                folders.documents(),
                folders.mails(),
                () -> merchantFile,
                example::secrets,
                0,
                NEVER,
                new OneByOneAsking(),
                () -> "meter%027d".formatted(tokens[0]++),
                Tripwire.NONE,
                line -> {}),
            meter::handler);
    shop.start();
    client = new Client(HttpClient.newHttpClient(), shop.address(), ExampleShop.API_TOKEN);
    OpeningStock.load(client, shop.merchants().current());
    // What follows from the counts is not the order's.
    scheduler.advance(SOON);
  }

  /**
   * Counts one order, and then measures processor time over some more.
   *
   * @param warmUp how many orders go before the ones whose time is taken, and how many those are;
   *     with 0 no time is taken
   */
  public static Measured measure(Path root, int warmUp) throws IOException {
    try (OneOrder bench = new OneOrder(root)) {
      Usage start = bench.meter.usage();
      bench.toShipped(FIRST);
      Usage shipped = bench.meter.usage();
      bench.toDelivered(FIRST);
      Usage chain = shipped.since(start);
      Usage tracking =
          bench.meter.usage().since(shipped).of((use, function) -> !function.equals("Api"));
      int transitions = bench.transitions(FIRST, chain);
      long rows = bench.rowBytes();
      long objects = bench.objectBytes();
      return new Measured(chain, tracking, transitions, bench.warm(warmUp), rows, objects);
    }
  }

  private Usage warm(int orders) {
    for (int i = 1; i <= orders; i++) {
      toShipped(FIRST + i);
    }
    Usage before = meter.usage();
    for (int i = 1; i <= orders; i++) {
      toShipped(FIRST + orders + i);
    }
    return meter.usage().since(before).dividedBy(Math.max(1, orders));
  }

  private void toShipped(int number) {
    SignedWebhook webhook = example.twoLines(stores, number, scheduler.now());
    expect(202, client.deliver("/webhooks/acme", webhook.headers(), webhook.body()));
    scheduler.advance(SOON);
    scheduler.advance(UNTIL_COLLECTED);
    expect(200, client.post("/shipments/SHP-DTC-" + number + "-1/handover", Map.of()));
    scheduler.advance(SOON);
  }

  private void toDelivered(int number) {
    Couriers couriers =
        new Couriers(client, example::secretOfCarrier, Pace.atOnce(), scheduler.clock());
    for (int i = 0; i < SCANS; i++) {
      couriers.scan();
      scheduler.advance(SOON);
    }
    String state = client.get("/orders/DTC-" + number).json().path("state").asText();
    if (!state.equals("delivered")) {
      throw new IllegalStateException("the measured order is " + state + ", not delivered");
    }
  }

  /** All rows but those of stock are the one order's. */
  private long rowBytes() {
    long bytes = 0;
    for (MeteredTable table : meter.tables().values()) {
      for (Map<String, AttributeValue> item :
          shop.aws().dynamo().scanPaginator(scan -> scan.tableName(table.name())).items()) {
        if (!RowKind.ofStock(item)) {
          bytes += table.storedBytes(item);
        }
      }
    }
    return bytes;
  }

  private long objectBytes() throws IOException {
    try (Stream<Path> files = Files.walk(new Folders(home).documents())) {
      long bytes = 0;
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(each);
      }
      return bytes;
    }
  }

  private int transitions(int number, Usage chain) {
    String machine = LocalShop.stateMachineArn();
    String execution = machine.replace(":stateMachine:", ":execution:") + ":DTC-" + number + "-1";
    List<HistoryEvent> history =
        shop.aws().sfn().getExecutionHistory(get -> get.executionArn(execution)).events();
    double calls =
        LocalShop.stepNames().stream().mapToDouble(step -> chain.of(Use.LAMBDA_CALLS, step)).sum();
    return Transitions.of(history, LocalShop.stepNames(), (int) calls);
  }

  private static void expect(int status, Client.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException("answered " + answer.status() + ": " + answer.json());
    }
  }

  @Override
  public void close() throws IOException {
    shop.close();
    stores.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
