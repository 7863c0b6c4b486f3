package dev.cutoff.acceptance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.acceptance.template.Seen;
import dev.cutoff.adapter.asking.OneByOneAsking;
import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.local.EmbeddedAws;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.messaging.Disorder;
import dev.cutoff.local.outage.Outages;
import dev.cutoff.local.shop.Folders;
import dev.cutoff.local.shop.LocalShop;
import dev.cutoff.local.shop.MerchantBytes;
import dev.cutoff.local.shop.OpeningStock;
import dev.cutoff.local.shop.Setup;
import dev.cutoff.local.store.FakeStores;
import dev.cutoff.local.time.Scheduler;
import dev.cutoff.merchant.Merchant;
import dev.cutoff.merchant.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

/** The example shop in this very JVM, in memory, with its opening stock and its stores. */
final class RunningShop implements Shop {
  static final Path ROOT = Path.of(System.getProperty("cutoff.root"));

  /** A Monday in New York, two hours before the cutoff. */
  static final Instant START = Instant.parse("2026-11-23T19:07:00Z");

  private static final Path MERCHANT = ROOT.resolve("infra/merchant/merchant.json");
  private static final Path SECRETS = ROOT.resolve("events/secrets.sample.json");

  private final Folders folders;
  private final Map<String, String> secrets;
  private final Clockwork clockwork;
  private final FakeStores stores;
  private final LocalShop shop;

  private RunningShop(
      Folders folders,
      Map<String, String> secrets,
      Clockwork clockwork,
      FakeStores stores,
      LocalShop shop) {
    this.folders = folders;
    this.secrets = secrets;
    this.clockwork = clockwork;
    this.stores = stores;
    this.shop = shop;
  }

  /** On a virtual clock that stands still unless told to move, or on the real one. */
  static RunningShop open(Path home, boolean live, Map<String, String> otherSecrets) {
    return open(home, live ? Clockwork.real() : Clockwork.virtual(START), otherSecrets);
  }

  static RunningShop open(Path home, Clockwork clockwork, Map<String, String> otherSecrets) {
    return open(home, clockwork, otherSecrets, UnaryOperator.identity());
  }

  /** With the example's merchant file, changed. */
  static RunningShop open(
      Path home,
      Clockwork clockwork,
      Map<String, String> otherSecrets,
      UnaryOperator<String> change) {
    return open(home, clockwork, otherSecrets, change, List.of());
  }

  /** With carriers that are away by script: "swift=13:00-15:00", in Chicago. */
  static RunningShop open(
      Path home,
      Clockwork clockwork,
      Map<String, String> otherSecrets,
      UnaryOperator<String> change,
      List<String> outages) {
    return open(home, clockwork, otherSecrets, change, outages, false);
  }

  /**
   * With its tables in a folder, as {@code ./cutoff up} has them: a command can read them after.
   */
  static RunningShop onDisk(Path home) {
    return open(
        home, Clockwork.virtual(START), Map.of(), UnaryOperator.identity(), List.of(), true);
  }

  /** With a changed merchant file and queues that shuffle and repeat. */
  static RunningShop disorderly(
      Path home,
      Map<String, String> otherSecrets,
      UnaryOperator<String> change,
      Disorder disorder) {
    Clockwork clockwork = Clockwork.virtual(START);
    return open(home, clockwork, otherSecrets, change, List.of(), false, disorder);
  }

  private static RunningShop open(
      Path home,
      Clockwork clockwork,
      Map<String, String> otherSecrets,
      UnaryOperator<String> change,
      List<String> outages,
      boolean onDisk) {
    return open(home, clockwork, otherSecrets, change, outages, onDisk, Disorder.NONE);
  }

  private static RunningShop open(
      Path home,
      Clockwork clockwork,
      Map<String, String> otherSecrets,
      UnaryOperator<String> change,
      List<String> outages,
      boolean onDisk,
      Disorder disorder) {
    try {
      Folders folders = new Folders(home).make();
      Map<String, String> secrets = new LinkedHashMap<>(sampleSecrets());
      secrets.putAll(otherSecrets);
      FakeStores stores = FakeStores.start(0, clockwork.scheduler().clock());
      String example =
          new String(merchantFile(stores, secrets, stores::apiUrl), StandardCharsets.UTF_8);
      byte[] merchantFile = change.apply(example).getBytes(StandardCharsets.UTF_8);
      LocalShop shop =
          LocalShop.open(
              setup(folders, clockwork, merchantFile, secrets, onDisk)
                  .disorder(disorder)
                  .asking(
                      Outages.of(
                          outages,
                          MerchantBytes.read(merchantFile, "merchant.json"),
                          clockwork.scheduler(),
                          line -> {})),
              Seen.watching());
      shop.start();
      RunningShop running = new RunningShop(folders, secrets, clockwork, stores, shop);
      OpeningStock.load(running.client(), shop.merchants().current());
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A value for every secret that the example's merchant file names. */
  static Map<String, String> sampleSecrets() throws IOException {
    return new ObjectMapper()
        .readValue(SECRETS.toFile(), new TypeReference<Map<String, String>>() {});
  }

  /**
   * The example's merchant file, with its stores where the fakes listen and without a remorse
   * period: what is about that asks for one.
   */
  static byte[] merchantFile(
      FakeStores stores, Map<String, String> secrets, UnaryOperator<String> apiUrl) {
    byte[] file = MerchantBytes.of(MERCHANT);
    Merchant merchant = MerchantBytes.read(file, "merchant.json");
    String text = new String(file, StandardCharsets.UTF_8);
    for (Store store : merchant.stores().values()) {
      String id = store.id().value();
      String webhook = Objects.requireNonNull(secrets.get(store.webhookSecretName()));
      String api = Objects.requireNonNull(secrets.get(store.apiSecretName()));
      stores.open(store, webhook, api);
      // With its quote: one store's address is the beginning of another's.
      text = text.replace(store.apiUrl() + "\"", apiUrl.apply(id) + "\"");
    }
    return remorse(text, Duration.ZERO).getBytes(StandardCharsets.UTF_8);
  }

  /** A merchant file whose every store waits so long. */
  static String remorse(String merchantFile, Duration period) {
    return merchantFile.replaceAll("\"remorse\": \"[^\"]*\"", "\"remorse\": \"" + period + "\"");
  }

  private static Setup setup(
      Folders folders,
      Clockwork clockwork,
      byte[] merchantFile,
      Map<String, String> secrets,
      boolean onDisk) {
    Scheduler scheduler = clockwork.scheduler();
    AskingAll asking = clockwork.isReal() ? new VirtualThreadsAsking() : new OneByOneAsking();
    return new Setup(
        ROOT,
        scheduler,
        onDisk ? folders.tables() : null,
        folders.documents(),
        folders.mails(),
        () -> merchantFile,
        () -> secrets,
        0,
        Duration.ofMinutes(clockwork.isReal() ? 1 : 30),
        asking,
        tokens(scheduler.random()),
        Tripwire.NONE,
        line -> {});
  }

  private static Tokens tokens(RandomGenerator random) {
    return () -> "test%016x%016x".formatted(random.nextLong(), random.nextLong());
  }

  /** What the merchant file opens with, over all nodes. */
  static long opening(String sku) {
    return MerchantBytes.read(MerchantBytes.of(MERCHANT), "merchant.json").openingStock().stream()
        .filter(each -> each.sku().value().equals(sku))
        .mapToLong(Merchant.OpeningStock::count)
        .sum();
  }

  /** The functions behind the API, to be called with the sample events. */
  byte[] invoke(String function, byte[] event) throws FunctionError {
    return shop.aws().functions().invoke(function, event);
  }

  /** Adds to a counter of a shelf by hand, past every rule. */
  void tamper(String sku, String node, String counter, long by) {
    shop.aws()
        .dynamo()
        .updateItem(update ->
            update
                .tableName("cutoff-stock")
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS("SKU#" + sku),
                        "sk", AttributeValue.fromS("NODE#" + node)))
                .updateExpression("ADD #counter :by")
                .expressionAttributeNames(Map.of("#counter", counter))
                .expressionAttributeValues(Map.of(":by", AttributeValue.fromN(Long.toString(by)))));
  }

  /** The path of the customer's page, which only notices tell. */
  String pageOf(String orderId) {
    return shop
        .aws()
        .dynamo()
        .scan(scan ->
            scan.tableName("cutoff-orders")
                .filterExpression("sk = :token AND orderId = :order")
                .expressionAttributeValues(
                    Map.of(
                        ":token", AttributeValue.fromS("TOKEN"),
                        ":order", AttributeValue.fromS(orderId))))
        .items()
        .stream()
        .map(row -> Objects.requireNonNull(row.get("pk")).s().replaceFirst("T#", "/t/"))
        .collect(Collectors.joining());
  }

  /** What no route tells. */
  EmbeddedAws aws() {
    return shop.aws();
  }

  @Override
  public URI address() {
    return shop.address();
  }

  @Override
  public String token() {
    return secret("api-token-ops");
  }

  @Override
  public String secret(String name) {
    return Objects.requireNonNull(secrets.get(name), name);
  }

  @Override
  public FakeStores stores() {
    return stores;
  }

  @Override
  public Instant now() {
    return clockwork.scheduler().now();
  }

  @Override
  public void pass(Duration time) {
    clockwork.pass(time);
  }

  @Override
  public boolean until(BooleanSupplier condition, Duration limit) {
    return clockwork.until(condition, limit);
  }

  @Override
  public Optional<byte[]> object(String key) {
    Path file = folders.documents().resolve("documents").resolve(key);
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> execution(String name) {
    String arn =
        EmbeddedAws.stateMachineArn("order-fulfilment").replace(":stateMachine:", ":execution:");
    try {
      return Optional.of(
          shop.aws()
              .sfn()
              .describeExecution(request -> request.executionArn(arn + ":" + name))
              .statusAsString());
    } catch (ExecutionDoesNotExistException none) {
      return Optional.empty();
    }
  }

  /** The names of the files they are in. */
  @Override
  public List<String> mails(String orderId) {
    try (Stream<Path> files = Files.list(folders.mails())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(orderId + "_") || name.startsWith(orderId + "-"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it, and leaves its folder to the next. */
  void stop() {
    shop.close();
    stores.close();
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(folders.home())) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
