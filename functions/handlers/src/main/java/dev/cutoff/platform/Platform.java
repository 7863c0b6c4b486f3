package dev.cutoff.platform;

import dev.cutoff.carrier.application.CarrierHealth;
import dev.cutoff.carrier.application.CarrierLine;
import dev.cutoff.document.application.ShippingDocuments;
import dev.cutoff.effect.application.AskingAll;
import dev.cutoff.effect.application.Tokens;
import dev.cutoff.merchant.application.Merchants;
import dev.cutoff.notice.application.DeadLetters;
import dev.cutoff.notice.application.Notices;
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

/**
 * What differs between AWS and one machine; all the rest is the same code. The methods are what
 * Dagger takes from it.
 */
public interface Platform {
  DynamoDbClient dynamo();

  S3Client s3();

  SnsClient sns();

  SqsClient sqs();

  SfnClient stepFunctions();

  SecretsManagerClient secretsManager();

  HttpClient http();

  InstantSource clock();

  RandomGenerator random();

  AskingAll asking();

  Tokens tokens();

  Merchants merchants();

  /** One for each medium that customers can be told by. */
  List<Notices> notices();

  ShippingDocuments documents();

  DeadLetters deadLetters();

  Metrics metrics();

  /** What is known of carriers, one for all that this process asks them. */
  CarrierHealth carrierHealth();

  CarrierLine carrierLine();

  Settings settings();
}
