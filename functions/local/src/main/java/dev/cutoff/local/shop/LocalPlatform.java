package dev.cutoff.local.shop;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.local.EmbeddedAws;
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

/** The platform of the handlers on one machine. */
record LocalPlatform(
    EmbeddedAws aws,
    HttpClient http,
    AskingAll asking,
    Tokens tokens,
    Merchants merchants,
    List<Notices> notices,
    ShippingDocuments documents,
    CarrierHealth carrierHealth,
    CarrierLine carrierLine,
    Settings settings)
    implements Platform {

  @Override
  public DynamoDbClient dynamo() {
    return aws.dynamo();
  }

  @Override
  public S3Client s3() {
    return aws.s3();
  }

  @Override
  public SnsClient sns() {
    return aws.sns();
  }

  @Override
  public SqsClient sqs() {
    return aws.sqs();
  }

  @Override
  public SfnClient stepFunctions() {
    return aws.sfn();
  }

  @Override
  public SecretsManagerClient secretsManager() {
    return aws.secrets();
  }

  @Override
  public DeadLetters deadLetters() {
    return new LocalDeadLetters(aws);
  }

  /** Nobody looks: {@code GET /exceptions} says the same. */
  @Override
  public Metrics metrics() {
    return counts -> {};
  }

  @Override
  public InstantSource clock() {
    return aws.scheduler().clock();
  }

  @Override
  public RandomGenerator random() {
    return aws.scheduler().random();
  }
}
