package dev.cutoff.acceptance.template;

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
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A platform that notes what would need a permission on AWS. */
record WatchedPlatform(
    Platform platform,
    DynamoDbClient dynamo,
    S3Client s3,
    SnsClient sns,
    SqsClient sqs,
    SfnClient stepFunctions,
    SecretsManagerClient secretsManager,
    Merchants merchants,
    List<Notices> notices,
    DeadLetters deadLetters)
    implements Platform {

  /** The queue and its dead letters in the template, by the name of the queue in the API. */
  private static final Map<String, String> QUEUES =
      Map.of(
          "store-updates", "StoreUpdates",
          "customer-notices", "CustomerNotices",
          "stock-changes", "StockChanges",
          "hot-reservations", "HotReservations");

  static WatchedPlatform over(Platform platform, Asked.Note note) {
    Asked asked = new Asked(platform.settings(), note);
    return new WatchedPlatform(
        platform,
        Watched.client(DynamoDbClient.class, platform.dynamo(), asked::about),
        Watched.client(S3Client.class, platform.s3(), asked::about),
        Watched.client(SnsClient.class, platform.sns(), asked::about),
        Watched.client(SqsClient.class, platform.sqs(), asked::about),
        Watched.client(SfnClient.class, platform.stepFunctions(), asked::about),
        Watched.client(SecretsManagerClient.class, platform.secretsManager(), asked::about),
        // On AWS it is an object, notices go through SES, and dead letters are in SQS.
        () -> {
          note.of("s3:GetObject", Asked.MERCHANT_FILE);
          return platform.merchants().current();
        },
        platform.notices().stream().map(notices -> watched(notices, note)).toList(),
        port(
            DeadLetters.class,
            platform.deadLetters(),
            (method, arguments) -> {
              switch (method) {
                case "of" -> note.of("sqs:ReceiveMessage", deadLetters(arguments));
                case "replay" -> replay(queue(arguments), note);
                default -> {}
              }
            }));
  }

  private static Notices watched(Notices notices, Asked.Note note) {
    return port(
        Notices.class,
        notices,
        (method, arguments) -> {
          if (method.equals("send")) {
            switch (notices.medium()) {
              case "email" -> note.of("ses:SendEmail", Asked.MAILS);
              case "sms" -> note.of("sms-voice:SendTextMessage", Asked.MESSAGES);
              default -> note.of("social-messaging:SendWhatsAppMessage", Asked.WHATSAPP);
            }
          }
        });
  }

  private static String deadLetters(Object[] arguments) {
    return queue(arguments) + "DeadLetters.Arn";
  }

  private static String queue(Object[] arguments) {
    return Objects.requireNonNull(QUEUES.get(String.valueOf(arguments[0])));
  }

  /** Moving messages back needs what reading them and sending them needs. */
  private static void replay(String queue, Asked.Note note) {
    String from = queue + "DeadLetters.Arn";
    note.of("sqs:StartMessageMoveTask", from);
    note.of("sqs:ReceiveMessage", from);
    note.of("sqs:DeleteMessage", from);
    note.of("sqs:GetQueueAttributes", from);
    note.of("sqs:SendMessage", queue + "Queue.Arn");
  }

  /** Takes a method's name and arguments. */
  private interface Look {
    void at(String method, Object[] arguments);
  }

  private static <T> T port(Class<T> type, T port, Look look) {
    Object watched =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              look.at(method.getName(), arguments == null ? new Object[0] : arguments);
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
    return type.cast(watched);
  }

  @Override
  public HttpClient http() {
    return platform.http();
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
  public ShippingDocuments documents() {
    return platform.documents();
  }

  @Override
  public Metrics metrics() {
    return platform.metrics();
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
