package dev.cutoff.local.shop;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.dynamodb.Tables;
import dev.cutoff.adapter.merchant.CachedMerchants;
import dev.cutoff.api.HttpAnswer;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.handler.StoreUpdateHandler;
import dev.cutoff.local.EmbeddedAws;
import dev.cutoff.local.http.FrontDoor;
import dev.cutoff.local.messaging.Mapping;
import dev.cutoff.local.messaging.QueueSettings;
import dev.cutoff.local.messaging.Subscription;
import dev.cutoff.local.schedule.Schedule;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.Announcement;
import dev.cutoff.platform.LazyDocuments;
import dev.cutoff.platform.Platform;
import dev.cutoff.platform.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Cutoff on one machine: the very handlers and the very state machine, on the embedded AWS, behind
 * the very HTTP contract.
 */
public final class LocalShop implements AutoCloseable {
  public static final String STORE_QUEUE = "store-updates";
  public static final String CUSTOMER_QUEUE = "customer-notices";
  public static final String STOCK_QUEUE = "stock-changes";

  public static final String HOT_QUEUE = "hot-reservations";

  /** Thirty full transactions of 99 orders. */
  public static final int HOT_BATCH = 2970;

  public static final Duration HOT_WINDOW = Duration.ofSeconds(1);

  /** How long a change of stock waits for others, and how many go together. */
  public static final Duration STOCK_WINDOW = Duration.ofSeconds(5);

  public static final int STOCK_BATCH = 100;

  /** All stock is compared once an hour where the sweeper comes once a minute. */
  private static final int SWEEPS_A_COMPARISON = 60;

  /** What is watched every five minutes where the sweeper comes once a minute. */
  private static final int SWEEPS_A_WATCH = 5;

  private static final Tables TABLES = new Tables("cutoff-orders", "cutoff-stock");
  private static final String MACHINE = "order-fulfilment";
  private static final String TOPIC = "announcements";
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration AUDIT_TIMEOUT = Duration.ofMinutes(15);
  private static final Duration WATCH_TIMEOUT = Duration.ofMinutes(5);
  private static final Duration AUDIT = Duration.ofDays(1);
  private static final Duration MERCHANT_FILE_AGE = Duration.ofMinutes(5);

  /** How long a message in work is hidden; it comes again after that, eight times. */
  public static final Duration HIDDEN = Duration.ofSeconds(45);

  public static final int TRIES = 8;

  /** What the queue of store updates takes from the topic: all but confirmed. */
  public static final List<String> STORE_NEWS =
      Arrays.stream(Announcement.What.values())
          .filter(what -> what != Announcement.What.CONFIRMED)
          .map(Announcement.What::wireName)
          .toList();

  public static final int STORE_TRIES = StoreUpdateHandler.TRIES;

  private final EmbeddedAws aws;
  private final Merchants merchants;
  private final FrontDoor door;
  private final AtomicBoolean open;

  private LocalShop(EmbeddedAws aws, Merchants merchants, FrontDoor door, AtomicBoolean open) {
    this.aws = aws;
    this.merchants = merchants;
    this.door = door;
    this.open = open;
  }

  /** Makes one instance of a function on its platform; the meter comes in between here. */
  public interface Making {
    RequestStreamHandler make(
        String function, Platform platform, Function<Platform, RequestStreamHandler> maker);
  }

  /**
   * Opens it; nothing runs before {@link #start}, and until then stores are told to come again: an
   * order that came before the opening stock would find the shelves empty.
   */
  public static LocalShop open(Setup setup) throws IOException {
    return open(setup, (function, platform, maker) -> maker.apply(platform));
  }

  /** Opens it with functions that are made in a way of one's own. */
  public static LocalShop open(Setup setup, Making making) throws IOException {
    Merchants merchants =
        new CachedMerchants(
            setup.merchantFile(),
            setup.scheduler().clock(),
            MERCHANT_FILE_AGE,
            problems ->
                problems.forEach(problem -> setup.log().accept("merchant file: " + problem)));
    // A wrong file is told now, not with the first order.
    merchants.current();
    AtomicReference<EmbeddedAws> made = new AtomicReference<>();
    AtomicBoolean open = new AtomicBoolean();
    FrontDoor door =
        FrontDoor.open(
            new FrontDoor.Settings(
                setup.root().resolve("infra/api/openapi.yaml"),
                setup.port(),
                SecretsFile.apiTokens(setup.secrets().get()),
                FrontDoor.Limits.usual(),
                setup.scheduler().clock(),
                () -> UUID.randomUUID().toString()),
            (function, event) -> {
              EmbeddedAws aws = made.get();
              return aws == null || (!open.get() && function.equals("Intake"))
                  ? notYet()
                  : aws.functions().invoke(function, event);
            });
    try {
      // Customers' pages are behind the door, whose number is known only now.
      EmbeddedAws aws = aws(setup, merchants, making, door.address().toString());
      made.set(aws);
      return new LocalShop(aws, merchants, door, open);
    } catch (RuntimeException failed) {
      door.close();
      throw failed;
    }
  }

  /** Goes on with what an earlier process left. */
  public LocalShop start() {
    aws.start();
    open.set(true);
    return this;
  }

  private static byte[] notYet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    HttpAnswer.problem(503, "Not open yet", "send it again in a moment").write(out);
    return out.toByteArray();
  }

  public URI address() {
    return door.address();
  }

  public EmbeddedAws aws() {
    return aws;
  }

  public Merchants merchants() {
    return merchants;
  }

  /** Whether an execution is running. */
  public boolean isBusy() {
    return !aws.sfn()
        .listExecutions(l ->
            l.stateMachineArn(EmbeddedAws.stateMachineArn(MACHINE))
                .statusFilter(ExecutionStatus.RUNNING)
                .maxResults(1))
        .executions()
        .isEmpty();
  }

  /** Whether every message is delivered. */
  public boolean isQuiet() {
    return Stream.of(STORE_QUEUE, CUSTOMER_QUEUE, STOCK_QUEUE, HOT_QUEUE)
        .allMatch(queue -> aws.queues().depth(queue) == 0);
  }

  @Override
  public void close() {
    door.close();
    aws.close();
  }

  private static EmbeddedAws aws(
      Setup setup, Merchants merchants, Making making, String publicUrl) {
    HttpClient http = StoreApi.httpClient();
    CarrierHealth health = new CarrierHealth();
    Function<EmbeddedAws, Platform> platform =
        aws ->
            new LocalPlatform(
                aws,
                http,
                setup.asking(),
                setup.tokens(),
                merchants,
                LocalNotices.all(setup.mails(), setup.scheduler().clock(), publicUrl),
                new LazyDocuments(),
                health,
                setup.carriers(),
                new Settings(
                    TABLES.orders(),
                    TABLES.stock(),
                    "documents",
                    EmbeddedAws.topicArn(TOPIC),
                    EmbeddedAws.queueUrl(STOCK_QUEUE),
                    EmbeddedAws.queueUrl(HOT_QUEUE),
                    EmbeddedAws.queueUrl(STORE_QUEUE),
                    EmbeddedAws.stateMachineArn(MACHINE),
                    "",
                    EmbeddedAws.queueUrl(CUSTOMER_QUEUE),
                    publicUrl));
    EmbeddedAws.Builder builder =
        EmbeddedAws.builder(setup.scheduler())
            .tables(TABLES.requests())
            .secrets(setup.secrets())
            .tripwire(setup.tripwire())
            .disorder(setup.disorder())
            .log(setup.log())
            .machine(
                MACHINE,
                setup.root().resolve("statemachine/order-fulfilment.asl.json"),
                ShopFunctions.STEPS.keySet().stream()
                    .collect(
                        Collectors.toMap(step -> step + "FunctionArn", EmbeddedAws::functionArn)))
            .topic(TOPIC)
            .queue(new QueueSettings(STORE_QUEUE, HIDDEN, STORE_TRIES))
            .queue(new QueueSettings(CUSTOMER_QUEUE, HIDDEN, TRIES))
            .queue(new QueueSettings(STOCK_QUEUE, HIDDEN, TRIES))
            .queue(new QueueSettings(HOT_QUEUE, HIDDEN, TRIES))
            .subscription(new Subscription(TOPIC, STORE_QUEUE, Map.of("what", STORE_NEWS)))
            .subscription(new Subscription(TOPIC, CUSTOMER_QUEUE, Map.of()))
            .mapping(new Mapping(STORE_QUEUE, "StoreUpdate", 10))
            .mapping(new Mapping(CUSTOMER_QUEUE, "CustomerNotice", 10))
            .mapping(new Mapping(STOCK_QUEUE, "StockChange", STOCK_BATCH, STOCK_WINDOW))
            .mapping(new Mapping(HOT_QUEUE, "HotReservations", HOT_BATCH, HOT_WINDOW))
            .schedule(new Schedule("sweeper", setup.sweepEvery(), "Sweeper", "{}"))
            .schedule(
                new Schedule(
                    "stock-comparison",
                    setup.sweepEvery().multipliedBy(SWEEPS_A_COMPARISON),
                    "StockChange",
                    "{}"))
            .schedule(
                new Schedule(
                    "promise-watch",
                    setup.sweepEvery().multipliedBy(SWEEPS_A_WATCH),
                    "PromiseWatch",
                    "{}"))
            .schedule(
                new Schedule(
                    "postage", setup.sweepEvery().multipliedBy(SWEEPS_A_WATCH), "Postage", "{}"))
            .schedule(
                new Schedule(
                    "dock-watch",
                    setup.sweepEvery().multipliedBy(SWEEPS_A_WATCH),
                    "DockWatch",
                    "{}"))
            .schedule(new Schedule("stock-audit", AUDIT, "StockAudit", "{}"));
    if (setup.data() != null) {
      builder.dynamoFolder(setup.data());
    }
    if (setup.documents() != null) {
      builder.objectsFolder(setup.documents());
    }
    ShopFunctions.all()
        .forEach((name, maker) ->
            builder.function(
                name, timeout(name), platform.andThen(given -> making.make(name, given, maker))));
    return builder.build();
  }

  private static Duration timeout(String function) {
    return switch (function) {
      case "StockAudit" -> AUDIT_TIMEOUT;
      case "PromiseWatch", "DockWatch", "Postage" -> WATCH_TIMEOUT;
      default -> FUNCTION_TIMEOUT;
    };
  }

  /** The tables of the application, as the meter has to know them. */
  public static List<CreateTableRequest> tables() {
    return TABLES.requests();
  }

  /** The same by name. */
  public static Tables tableNames() {
    return TABLES;
  }

  public static String stateMachineArn() {
    return EmbeddedAws.stateMachineArn(MACHINE);
  }

  /** Names of the functions that the state machine calls. */
  public static Set<String> stepNames() {
    return ShopFunctions.STEPS.keySet();
  }

  /** Names of all functions, for {@code invoke}. */
  public static List<String> functionNames() {
    return List.copyOf(ShopFunctions.all().keySet());
  }
}
