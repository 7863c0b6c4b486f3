package dev.cutoff.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cutoff.local.shop.LocalShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/** What AWS is told in template.yaml is what the code and the contracts say. */
final class TemplateTest {
  private final Template template = Template.read();

  @Test
  void itHasTheFunctionsThatTheEmbeddedRunHas() {
    assertThat(functions().keySet().stream().map(name -> name.replaceFirst("Function$", "")))
        .containsExactlyInAnyOrderElementsOf(LocalShop.functionNames());
  }

  @Test
  void everyHandlerIsAClassOfOursThatLambdaCanMake() throws ReflectiveOperationException {
    for (JsonNode function : functions().values()) {
      String[] handler = function.path("Handler").asText().split("::", -1);
      assertThat(handler).hasSize(2);
      Class<?> type = Class.forName(handler[0]);
      assertThat(RequestStreamHandler.class).isAssignableFrom(type);
      assertThat(type.getConstructor()).isNotNull();
      assertThat(handler[1]).isEqualTo("handleRequest");
    }
  }

  @Test
  void everyFunctionHasASampleEvent() {
    for (JsonNode function : functions().values()) {
      String name = function.path("FunctionName").asText().replace("${AWS::StackName}-", "");
      assertThat(Template.ROOT.resolve("events").resolve(name)).isNotEmptyDirectory();
    }
  }

  /** Else the state machine gives up on a function that still works. */
  @Test
  void everyStepEndsBeforeTheStateMachineGivesItUp() throws IOException {
    JsonNode definition =
        new ObjectMapper()
            .readTree(Template.ROOT.resolve("statemachine/order-fulfilment.asl.json").toFile());
    for (String step : LocalShop.stepNames()) {
      JsonNode function = Objects.requireNonNull(functions().get(step + "Function"));
      assertThat(function.path("Timeout").asInt())
          .as(step)
          .isPositive()
          .isLessThan(definition.at("/States/" + step + "/TimeoutSeconds").asInt());
    }
  }

  @Test
  void theRoutesAreThoseOfTheContractAndAskForAuthorisationWhereItDoes() throws IOException {
    Map<String, String> wanted = new TreeMap<>();
    JsonNode contract =
        new YAMLMapper().readTree(Template.ROOT.resolve("infra/api/openapi.yaml").toFile());
    contract
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(method -> {
                  JsonNode operation = method.getValue();
                  if (operation.has("operationId")) {
                    boolean open =
                        operation.has("security") && operation.path("security").isEmpty();
                    wanted.put(
                        method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        operation.path("x-cutoff-function").asText() + (open ? " NONE" : " JWT"));
                  }
                }));
    Map<String, String> made = new TreeMap<>();
    template
        .ofType("AWS::ApiGatewayV2::Route")
        .values()
        .forEach(route -> {
          String function =
              route
                  .path("Target")
                  .asText()
                  .replace("integrations/${", "")
                  .replace("Integration}", "");
          String auth = route.path("AuthorizationType").asText();
          assertThat(route.path("AuthorizerId").asText())
              .isEqualTo(auth.equals("JWT") ? "PeopleAuthorizer" : "");
          made.put(route.path("RouteKey").asText(), function + " " + auth);
        });
    assertThat(made).hasSizeGreaterThan(15).isEqualTo(wanted);
  }

  @Test
  void theTablesAreThoseThatTheCodeAsksOf() {
    Map<String, JsonNode> tables = template.ofType("AWS::DynamoDB::Table");
    List<CreateTableRequest> wanted = LocalShop.tables();
    assertThat(tables).hasSize(wanted.size());
    for (CreateTableRequest table : wanted) {
      JsonNode made =
          Objects.requireNonNull(
              tables.get(table.tableName().endsWith("orders") ? "OrdersTable" : "StockTable"));
      assertThat(keys(made.path("KeySchema"))).isEqualTo(keys(table.keySchema()));
      assertThat(made.path("AttributeDefinitions")).hasSameSizeAs(table.attributeDefinitions());
      Map<String, String> indexes = new TreeMap<>();
      for (JsonNode index : made.path("GlobalSecondaryIndexes")) {
        JsonNode projection = index.path("Projection");
        List<String> others = new ArrayList<>();
        projection.path("NonKeyAttributes").forEach(each -> others.add(each.asText()));
        indexes.put(
            index.path("IndexName").asText(),
            keys(index.path("KeySchema")) + projection.path("ProjectionType").asText() + others);
      }
      assertThat(indexes).isEqualTo(indexes(table));
      assertThat(
              made.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled").asBoolean())
          .isTrue();
    }
  }

  @Test
  void everyQueueHasDeadLettersAndTriesAsOftenAsTheEmbeddedRun() {
    Map<String, JsonNode> queues = template.ofType("AWS::SQS::Queue");
    for (String queue :
        List.of("StoreUpdates", "CustomerNotices", "StockChanges", "HotReservations")) {
      JsonNode made = Objects.requireNonNull(queues.get(queue + "Queue"));
      assertThat(made.path("VisibilityTimeout").asLong()).isEqualTo(LocalShop.HIDDEN.toSeconds());
      assertThat(made.at("/RedrivePolicy/maxReceiveCount").asInt())
          .isEqualTo(queue.equals("StoreUpdates") ? LocalShop.STORE_TRIES : LocalShop.TRIES);
      assertThat(made.at("/RedrivePolicy/deadLetterTargetArn").asText())
          .isEqualTo(queue + "DeadLetters.Arn");
    }
    functions()
        .forEach((name, function) -> {
          JsonNode event = function.at("/Events/Queue/Properties");
          if (!event.isMissingNode()) {
            assertThat(event.path("FunctionResponseTypes").path(0).asText())
                .isEqualTo("ReportBatchItemFailures");
            // AWS refuses a queue that hides a message for less than its function may take.
            assertThat(function.path("Timeout").asLong())
                .isLessThanOrEqualTo(LocalShop.HIDDEN.toSeconds());
          }
        });
  }

  @Test
  void theStoresQueueTakesFromTheTopicWhatTheEmbeddedOneTakes() {
    JsonNode subscription =
        Objects.requireNonNull(
            template.ofType("AWS::SNS::Subscription").get("StoreUpdatesSubscription"));
    List<String> taken = new ArrayList<>();
    subscription.at("/FilterPolicy/what").forEach(each -> taken.add(each.asText()));
    assertThat(taken).containsExactlyInAnyOrderElementsOf(LocalShop.STORE_NEWS);
    assertThat(subscription.path("FilterPolicy")).hasSize(1);
  }

  @Test
  void everyAlarmCallsSomebodyAndHasAPageThatSaysWhatToDo() throws IOException {
    Path pages = Template.ROOT.resolve("docs/operations");
    Map<String, JsonNode> alarms = template.ofType("AWS::CloudWatch::Alarm");
    assertThat(alarms).hasSizeGreaterThan(5);
    for (JsonNode alarm : alarms.values()) {
      assertThat(alarm.path("AlarmActions").path(0).asText()).isEqualTo("AlarmsTopic");
      String name = alarm.path("AlarmName").asText().replace("${AWS::StackName}-", "");
      assertThat(Files.readString(pages.resolve("alarm-" + name + ".md"))).contains("What to do");
    }
  }

  @Test
  void nothingInItIsASecret() throws IOException {
    assertThat(Files.readString(Template.ROOT.resolve("template.yaml")))
        .doesNotContainPattern("(whsec_|shpat_|AKIA|-----BEGIN)");
  }

  private Map<String, JsonNode> functions() {
    return template.ofType("AWS::Serverless::Function");
  }

  private static String keys(JsonNode schema) {
    List<String> keys = new ArrayList<>();
    schema.forEach(
        key -> keys.add(key.path("AttributeName").asText() + " " + key.path("KeyType").asText()));
    return keys.toString();
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(key -> key.attributeName() + " " + key.keyTypeAsString())
        .toList()
        .toString();
  }

  private static Map<String, String> indexes(CreateTableRequest table) {
    return table.globalSecondaryIndexes().stream()
        .collect(
            Collectors.toMap(
                GlobalSecondaryIndex::indexName,
                index -> {
                  Projection projection = index.projection();
                  return keys(index.keySchema())
                      + projection.projectionTypeAsString()
                      + projection.nonKeyAttributes();
                },
                (one, other) -> one,
                TreeMap::new));
  }
}
