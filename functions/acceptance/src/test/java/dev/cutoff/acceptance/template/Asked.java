package dev.cutoff.acceptance.template;

import dev.cutoff.platform.Settings;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/** Which permission a request needs, from the service authorization reference. */
record Asked(Settings settings, Note note) {
  static final String STATE_MACHINE =
      "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${AWS::StackName}-order-fulfilment";
  static final String EXECUTIONS =
      "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${AWS::StackName}-order-fulfilment:*";
  static final String SECRETS =
      "arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:${AWS::StackName}/*";
  static final String MAILS =
      "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${MailIdentity}";
  static final String MESSAGES =
      "arn:${AWS::Partition}:sms-voice:${AWS::Region}:${AWS::AccountId}:${SmsIdentity}";
  static final String WHATSAPP =
      "arn:${AWS::Partition}:social-messaging:${AWS::Region}:${AWS::AccountId}:${WhatsAppIdentity}";
  static final String WEBHOOKS = "${DocumentsBucket.Arn}/webhooks/*";
  static final String LABELS = "${DocumentsBucket.Arn}/labels/*";
  static final String MERCHANT_FILE = "${DocumentsBucket.Arn}/merchant.json";

  /** Takes an action and what it was done to. */
  @FunctionalInterface
  interface Note {
    void of(String action, String resource);
  }

  void about(Object request) {
    switch (request) {
      case GetItemRequest get -> note.of("dynamodb:GetItem", table(get.tableName()));
      case BatchGetItemRequest get ->
          get.requestItems()
              .keySet()
              .forEach(name -> note.of("dynamodb:BatchGetItem", table(name)));
      case QueryRequest query ->
          note.of(
              "dynamodb:Query",
              query.indexName() == null
                  ? table(query.tableName())
                  : "${" + table(query.tableName()) + "}/index/" + query.indexName());
      case ScanRequest scan -> note.of("dynamodb:Scan", table(scan.tableName()));
      case PutItemRequest put -> note.of("dynamodb:PutItem", table(put.tableName()));
      case UpdateItemRequest update -> note.of("dynamodb:UpdateItem", table(update.tableName()));
      case DeleteItemRequest delete -> note.of("dynamodb:DeleteItem", table(delete.tableName()));
      case TransactWriteItemsRequest all -> all.transactItems().forEach(this::partOf);
      case GetObjectRequest get -> note.of("s3:GetObject", folder(get.key()));
      case PutObjectRequest put -> note.of("s3:PutObject", folder(put.key()));
      case GetSecretValueRequest get -> note.of("secretsmanager:GetSecretValue", SECRETS);
      case StartExecutionRequest start -> note.of("states:StartExecution", STATE_MACHINE);
      case DescribeExecutionRequest describe -> note.of("states:DescribeExecution", EXECUTIONS);
      case SendTaskSuccessRequest send -> note.of("states:SendTaskSuccess", STATE_MACHINE);
      case SendTaskFailureRequest send -> note.of("states:SendTaskFailure", STATE_MACHINE);
      case PublishRequest publish -> note.of("sns:Publish", "AnnouncementsTopic");
      case ChangeMessageVisibilityRequest hide ->
          note.of("sqs:ChangeMessageVisibility", queue(hide.queueUrl()));
      case SendMessageRequest send -> note.of("sqs:SendMessage", queue(send.queueUrl()));
      default ->
          throw new IllegalStateException(
              "say in Asked which permission this needs: " + request.getClass().getName());
    }
  }

  private void partOf(TransactWriteItem item) {
    if (item.put() != null) {
      note.of("dynamodb:PutItem", table(item.put().tableName()));
    }
    if (item.update() != null) {
      note.of("dynamodb:UpdateItem", table(item.update().tableName()));
    }
    if (item.delete() != null) {
      note.of("dynamodb:DeleteItem", table(item.delete().tableName()));
    }
    if (item.conditionCheck() != null) {
      note.of("dynamodb:ConditionCheckItem", table(item.conditionCheck().tableName()));
    }
  }

  private String table(String name) {
    if (name.equals(settings.ordersTable())) {
      return "OrdersTable.Arn";
    }
    if (name.equals(settings.stockTable())) {
      return "StockTable.Arn";
    }
    throw new IllegalStateException("no function has a table " + name);
  }

  private String queue(String url) {
    if (url.equals(settings.stockChangesUrl())) {
      return "StockChangesQueue.Arn";
    }
    if (url.equals(settings.hotReservationsUrl())) {
      return "HotReservationsQueue.Arn";
    }
    if (url.equals(settings.storeUpdatesUrl())) {
      return "StoreUpdatesQueue.Arn";
    }
    if (url.equals(settings.customerNoticesUrl())) {
      return "CustomerNoticesQueue.Arn";
    }
    throw new IllegalStateException("no function sends to " + url);
  }

  private static String folder(String key) {
    String name = Objects.requireNonNull(key);
    return "${DocumentsBucket.Arn}/" + name.substring(0, name.indexOf('/')) + "/*";
  }
}
