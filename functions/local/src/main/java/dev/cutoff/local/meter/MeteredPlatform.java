package dev.cutoff.local.meter;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.application.DeadLetters;
import dev.cutoff.notice.application.Notices;
import dev.cutoff.platform.Metrics;
import dev.cutoff.platform.Platform;
import dev.cutoff.platform.Settings;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A function's platform, where every request is counted. */
record MeteredPlatform(
    Platform platform,
    DynamoDbClient dynamo,
    S3Client s3,
    SnsClient sns,
    SqsClient sqs,
    SfnClient stepFunctions,
    SecretsManagerClient secretsManager,
    HttpClient http,
    List<Notices> notices)
    implements Platform {

  static MeteredPlatform over(Platform platform, Meter meter, String function, Clock clock) {
    return new MeteredPlatform(
        platform,
        new MeteredDynamo(platform.dynamo(), meter, function, clock),
        counted(S3Client.class, platform.s3(), meter, function, clock),
        counted(SnsClient.class, platform.sns(), meter, function, clock),
        counted(SqsClient.class, platform.sqs(), meter, function, clock),
        counted(SfnClient.class, platform.stepFunctions(), meter, function, clock),
        counted(SecretsManagerClient.class, platform.secretsManager(), meter, function, clock),
        new CountedHttp(
            platform.http(), clock, () -> meter.count(Use.REQUESTS, function, "http", 1)),
        platform.notices().stream().map(notices -> counted(notices, meter, function)).toList());
  }

  private static Notices counted(Notices notices, Meter meter, String function) {
    return CountedCalls.of(
        Notices.class,
        notices,
        new Clock(),
        (method, arguments) -> {
          if (method.equals("send")) {
            meter.count(Use.NOTICES, function, notices.medium(), 1);
          }
        });
  }

  private static <T> T counted(Class<T> type, T client, Meter meter, String function, Clock clock) {
    String service = type.getSimpleName().replace("Client", "");
    return CountedCalls.of(
        type,
        client,
        clock,
        (method, arguments) ->
            meter.count(Use.REQUESTS, function, service + "." + method.replace("AsBytes", ""), 1));
  }

  @Override
  public Metrics metrics() {
    return platform.metrics();
  }

  @Override
  public InstantSource clock() {
    return platform.clock();
  }

  @Override
  public RandomGenerator random() {
    return platform.random();
  }

  @Override
  public AskingAll asking() {
    return platform.asking();
  }

  @Override
  public Tokens tokens() {
    return platform.tokens();
  }

  @Override
  public Merchants merchants() {
    return platform.merchants();
  }

  @Override
  public ShippingDocuments documents() {
    return platform.documents();
  }

  @Override
  public DeadLetters deadLetters() {
    return platform.deadLetters();
  }

  @Override
  public CarrierHealth carrierHealth() {
    return platform.carrierHealth();
  }

  @Override
  public CarrierLine carrierLine() {
    return platform.carrierLine();
  }

  @Override
  public Settings settings() {
    return platform.settings();
  }
}
