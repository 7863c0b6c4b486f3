package dev.cutoff.platform;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.adapter.aws.AwsCalls;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.merchant.CachedMerchants;
import dev.cutoff.adapter.sqs.SqsDeadLetters;
import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.application.DeadLetters;
import dev.cutoff.notice.application.Notices;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The platform on AWS: real clients, settings from the function's environment. What a function does
 * not use is never made.
 */
public final class AwsPlatform implements Platform {
  private static final Duration MERCHANT_FILE_AGE = Duration.ofMinutes(5);

  private final Settings settings = Settings.fromEnvironment();
  private final InstantSource clock = Clock.systemUTC();
  private final ShippingDocuments documents = new LazyDocuments();
  private final CarrierHealth health =
      new CarrierHealth(new CarrierMetrics(Settings.variable("METRICS_STACK"), clock, System.out));
  private final Once<DynamoDbClient> dynamo = new Once<>(DynamoDbClient::create);
  private final Once<S3Client> s3 = new Once<>(S3Client::create);
  private final Once<SqsClient> sqs = new Once<>(SqsClient::create);
  private final Once<Merchants> merchants = new Once<>(this::cachedMerchants);

  @SuppressWarnings("UnusedVariable") // Held, so that it is not forgotten before the snapshot.
  private final Priming priming = Priming.register(dynamo.get(), settings.ordersTable());

  private AwsPlatform() {}

  public static Platform create() {
    return new AwsPlatform();
  }

  @Override
  public DynamoDbClient dynamo() {
    return dynamo.get();
  }

  @Override
  public S3Client s3() {
    return s3.get();
  }

  @Override
  public SnsClient sns() {
    return SnsClient.create();
  }

  @Override
  public SqsClient sqs() {
    return sqs.get();
  }

  @Override
  public SfnClient stepFunctions() {
    return SfnClient.create();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return SecretsManagerClient.create();
  }

  @Override
  public HttpClient http() {
    return StoreApi.httpClient();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /** Not a generator with a seed: all functions restored from one snapshot would draw the same. */
  @Override
  public RandomGenerator random() {
    return new SecureRandom();
  }

  @Override
  public AskingAll asking() {
    return new VirtualThreadsAsking();
  }

  @Override
  public Tokens tokens() {
    return new RandomTokens();
  }

  @Override
  public Merchants merchants() {
    return merchants.get();
  }

  /** An object in the bucket, read after restore and kept for five minutes. */
  private Merchants cachedMerchants() {
    return new CachedMerchants(
        this::merchantFile,
        clock,
        MERCHANT_FILE_AGE,
        problems ->
            problems.forEach(
                problem -> System.err.println("the newer merchant file is not used: " + problem)));
  }

  private byte[] merchantFile() {
    String bucket = settings.bucket();
    String key = Settings.variable("MERCHANT_FILE");
    try {
      return AwsCalls.call(
          "S3: get the merchant file",
          () -> s3().getObjectAsBytes(get -> get.bucket(bucket).key(key)).asByteArray());
    } catch (S3Exception none) {
      // Without the right to list the bucket, "not there" reads "not allowed".
      if (none.statusCode() == 403 || none.statusCode() == 404) {
        throw new NoMerchantFile(bucket, key);
      }
      throw none;
    }
  }

  @Override
  public List<Notices> notices() {
    return AwsNotices.all(clock, settings.publicUrl());
  }

  @Override
  public ShippingDocuments documents() {
    return documents;
  }

  @Override
  public DeadLetters deadLetters() {
    return new SqsDeadLetters(
        sqs.get(),
        Map.of(
            "store-updates", deadLetterQueue("STORE_UPDATES"),
            "customer-notices", deadLetterQueue("CUSTOMER_NOTICES"),
            "stock-changes", deadLetterQueue("STOCK_CHANGES"),
            "hot-reservations", deadLetterQueue("HOT_RESERVATIONS")));
  }

  private static SqsDeadLetters.Queue deadLetterQueue(String name) {
    return new SqsDeadLetters.Queue(
        Settings.variable(name + "_DEAD_LETTERS_URL"),
        Settings.variable(name + "_DEAD_LETTERS_ARN"));
  }

  @Override
  public Metrics metrics() {
    return new EmbeddedMetrics(Settings.variable("METRICS_STACK"), clock, System.out);
  }

  @Override
  public CarrierHealth carrierHealth() {
    return health;
  }

  @Override
  public CarrierLine carrierLine() {
    return CarrierLine.DIRECT;
  }

  @Override
  public Settings settings() {
    return settings;
  }
}
