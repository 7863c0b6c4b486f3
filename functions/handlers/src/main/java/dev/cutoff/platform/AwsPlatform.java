package dev.cutoff.platform;

import dev.cutoff.adapter.asking.VirtualThreadsAsking;
import dev.cutoff.adapter.channel.StoreApi;
import dev.cutoff.adapter.merchant.CachedMerchants;
import dev.cutoff.adapter.notice.email.EmailNotices;
import dev.cutoff.adapter.notice.email.SesSender;
import dev.cutoff.adapter.sqs.SqsDeadLetters;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.application.DeadLetters;
import dev.cutoff.notice.application.Notices;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The platform on AWS: real clients, settings from the function's environment. What a function does
 * not use is never made.
 */
public final class AwsPlatform implements Platform {
  private static final Duration MERCHANT_FILE_AGE = Duration.ofMinutes(5);
  private static final String MERCHANT_FILE = "MERCHANT_FILE";

  private final Settings settings = Settings.fromEnvironment();
  private final ShippingDocuments documents = new LazyDocuments();
  private @Nullable S3Client s3;
  private @Nullable Merchants merchants;

  private AwsPlatform() {}

  public static Platform create() {
    return new AwsPlatform();
  }

  @Override
  public DynamoDbClient dynamo() {
    return DynamoDbClient.create();
  }

  @Override
  public synchronized S3Client s3() {
    S3Client there = s3;
    if (there == null) {
      there = S3Client.create();
      s3 = there;
    }
    return there;
  }

  @Override
  public SnsClient sns() {
    return SnsClient.create();
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
    return Clock.systemUTC();
  }

  @Override
  public RandomGenerator random() {
    return RandomGenerator.getDefault();
  }

  @Override
  public AskingAll asking() {
    return new VirtualThreadsAsking();
  }

  @Override
  public Tokens tokens() {
    return new RandomTokens();
  }

  /** An object in the bucket, read after restore and kept for five minutes. */
  @Override
  public synchronized Merchants merchants() {
    Merchants there = merchants;
    if (there == null) {
      String key = System.getenv().getOrDefault(MERCHANT_FILE, "merchant.json");
      GetObjectRequest request =
          GetObjectRequest.builder().bucket(settings.bucket()).key(key).build();
      there =
          new CachedMerchants(
              () -> s3().getObjectAsBytes(request).asByteArray(),
              clock(),
              MERCHANT_FILE_AGE,
              problems ->
                  problems.forEach(problem ->
                      System.err.println("the newer merchant file is not used: " + problem)));
      merchants = there;
    }
    return there;
  }

  @Override
  public Notices notices() {
    // A lost answer must not become a second mail: the queue decides about the next try.
    SesV2Client ses =
        SesV2Client.builder()
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    return new EmailNotices(new SesSender(ses), clock());
  }

  @Override
  public ShippingDocuments documents() {
    return documents;
  }

  @Override
  public DeadLetters deadLetters() {
    return new SqsDeadLetters(
        SqsClient.create(),
        Map.of(
            "store-updates", deadLetterQueue("STORE_UPDATES"),
            "customer-notices", deadLetterQueue("CUSTOMER_NOTICES")));
  }

  private static SqsDeadLetters.Queue deadLetterQueue(String name) {
    Map<String, String> environment = System.getenv();
    return new SqsDeadLetters.Queue(
        environment.getOrDefault(name + "_DEAD_LETTERS_URL", ""),
        environment.getOrDefault(name + "_DEAD_LETTERS_ARN", ""));
  }

  @Override
  public Settings settings() {
    return settings;
  }
}
