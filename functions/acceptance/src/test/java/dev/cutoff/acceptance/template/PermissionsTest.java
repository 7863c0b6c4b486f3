package dev.cutoff.acceptance.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Every function may do what it does and nothing else. What it does is what all tests of this suite
 * saw, so this class comes last.
 */
@Order(Integer.MAX_VALUE)
final class PermissionsTest {
  /** Fewer shops than this, and not the whole suite ran. */
  private static final int WHOLE_SUITE = 120;

  /** Actions without a resource level, from the service authorization reference. */
  private static final Map<String, String> ON_ANYTHING =
      Map.ofEntries(
          Map.entry("xray:PutTraceSegments", "traces have no ARN"),
          Map.entry("xray:PutTelemetryRecords", "traces have no ARN"),
          Map.entry("xray:GetSamplingRules", "traces have no ARN"),
          Map.entry("xray:GetSamplingTargets", "traces have no ARN"),
          Map.entry("logs:CreateLogDelivery", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:GetLogDelivery", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:UpdateLogDelivery", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:DeleteLogDelivery", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:ListLogDeliveries", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:PutResourcePolicy", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:DescribeResourcePolicies", "log delivery of Step Functions has no ARN"),
          Map.entry("logs:DescribeLogGroups", "log delivery of Step Functions has no ARN"));

  private static final String APPLIES =
      "marks a message as applied where the webhook's own function died before it could";
  private static final String QUIET = "waits for the end of quiet hours; the example has none";
  private static final String BY_MAIL = "the example's stores tell by e-mail alone";

  private static final String FINDS =
      "keeps a label that it finds while undoing: its purchase had been in doubt";
  private static final String LIVE =
      "buys and voids labels at a carrier that is asked over the network; the example has none";
  private static final String LIMITS =
      "counts what an hour's return labels cost; the example has no such limit";
  private static final String WAITS =
      "ends a wait that was answered while it was being written down";
  private static final String STORE_IS_RIGHT =
      "takes a store's figure as a count where the store is the master; the example has none";
  private static final String FOUND_AGAIN =
      "puts a difference that a store shows again into the entry that is open already";
  private static final String AT_LABEL = "a node with shippedAt: label; the example has none";
  private static final String REREADS =
      "reads an order again that does not fit its reservations; the test kit shows it";
  private static final String EXPIRES =
      "takes lots past their days out of sale; the example has no lots";
  private static final String LOOKS_AFTER =
      "settles labels whose answer was lost; rate cards lose none, the test kit's carriers do";
  private static final String AFTER_A_CRASH =
      "carries on after a crash; the histories of the test kit show it";

  private static final String VOID_SCANNED =
      "names a void label that a carrier scans; the test kit shows it";
  private static final String ON_THE_WAY =
      "looks after parcels once an hour, and counts what polls deliver; the test kit shows it";
  private static final String CLOSES_A_DAY =
      "closes a day; the nodes of the example hand over by scan";

  private static final String NO_CONSENT =
      "cancels what comes late for the second time without consent; the test kit shows it";

  /** Rights that no call shows here, each with what needs it. */
  private static final Map<Permission, String> UNSEEN =
      Map.ofEntries(
          unseen("Api", "s3:ListBucket", "DocumentsBucket.Arn", "who may not list gets no 404"),
          unseen("Api", "dynamodb:UpdateItem", "OrdersTable.Arn", LIMITS),
          unseen("Label", "dynamodb:UpdateItem", "OrdersTable.Arn", APPLIES),
          unseen("Label", "s3:GetObject", Asked.WEBHOOKS, APPLIES),
          unseen("Compensate", "dynamodb:UpdateItem", "OrdersTable.Arn", APPLIES),
          unseen("Compensate", "s3:GetObject", Asked.WEBHOOKS, APPLIES),
          unseen("Compensate", "s3:PutObject", Asked.LABELS, FINDS),
          unseen("Reserve", "s3:PutObject", Asked.LABELS, FINDS),
          unseen("Label", "secretsmanager:GetSecretValue", Asked.SECRETS, LIVE),
          unseen("Compensate", "secretsmanager:GetSecretValue", Asked.SECRETS, LIVE),
          unseen("Reserve", "secretsmanager:GetSecretValue", Asked.SECRETS, LIVE),
          unseen("Hold", "states:SendTaskSuccess", Asked.STATE_MACHINE, WAITS),
          unseen("Hold", "states:SendTaskFailure", Asked.STATE_MACHINE, WAITS),
          unseen("AwaitPayment", "states:SendTaskSuccess", Asked.STATE_MACHINE, WAITS),
          unseen("AwaitPayment", "states:SendTaskFailure", Asked.STATE_MACHINE, WAITS),
          unseen("Notify", "dynamodb:PutItem", "OrdersTable.Arn", AT_LABEL),
          unseen("Notify", "dynamodb:UpdateItem", "StockTable.Arn", AT_LABEL),
          unseen("Notify", "dynamodb:GetItem", "StockTable.Arn", AT_LABEL),
          unseen("Notify", "dynamodb:PutItem", "StockTable.Arn", AT_LABEL),
          unseen("Notify", "sqs:SendMessage", "StockChangesQueue.Arn", AT_LABEL),
          unseen(
              "PromiseWatch",
              "secretsmanager:GetSecretValue",
              Asked.SECRETS,
              "reads the quote of an order that has no plan yet"),
          unseen("Postage", "s3:GetObject", Asked.MERCHANT_FILE, LOOKS_AFTER),
          unseen("Postage", "secretsmanager:GetSecretValue", Asked.SECRETS, LOOKS_AFTER),
          unseen("Postage", "s3:PutObject", Asked.LABELS, LOOKS_AFTER),
          unseen("Postage", "dynamodb:DeleteItem", "OrdersTable.Arn", LOOKS_AFTER),
          unseen("Postage", "states:StartExecution", Asked.STATE_MACHINE, AFTER_A_CRASH),
          unseen("Postage", "states:DescribeExecution", Asked.EXECUTIONS, AFTER_A_CRASH),
          unseen("PromiseWatch", "sns:Publish", "AnnouncementsTopic", AFTER_A_CRASH),
          unseen("PromiseWatch", "states:StartExecution", Asked.STATE_MACHINE, NO_CONSENT),
          unseen("PromiseWatch", "states:DescribeExecution", Asked.EXECUTIONS, NO_CONSENT),
          unseen("PromiseWatch", "states:SendTaskFailure", Asked.STATE_MACHINE, NO_CONSENT),
          unseen("DockWatch", "dynamodb:GetItem", "OrdersTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:PutItem", "OrdersTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:BatchGetItem", "OrdersTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:Query", "${OrdersTable.Arn}/index/byState", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:Query", "StockTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:GetItem", "StockTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:PutItem", "StockTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:UpdateItem", "StockTable.Arn", CLOSES_A_DAY),
          unseen("DockWatch", "secretsmanager:GetSecretValue", Asked.SECRETS, CLOSES_A_DAY),
          unseen("DockWatch", "s3:PutObject", "${DocumentsBucket.Arn}/manifests/*", CLOSES_A_DAY),
          unseen("DockWatch", "dynamodb:UpdateItem", "OrdersTable.Arn", ON_THE_WAY),
          unseen("DockWatch", "dynamodb:Query", "${OrdersTable.Arn}/index/work", ON_THE_WAY),
          unseen("DockWatch", "sns:Publish", "AnnouncementsTopic", CLOSES_A_DAY),
          unseen("DockWatch", "sqs:SendMessage", "StockChangesQueue.Arn", CLOSES_A_DAY),
          unseen("TrackingIn", "dynamodb:Query", "OrdersTable.Arn", VOID_SCANNED),
          unseen("StockAudit", "dynamodb:Query", "StockTable.Arn", REREADS),
          unseen("StockAudit", "dynamodb:UpdateItem", "StockTable.Arn", EXPIRES),
          unseen("StockAudit", "sqs:SendMessage", "StockChangesQueue.Arn", EXPIRES),
          unseen("StockChange", "dynamodb:GetItem", "OrdersTable.Arn", FOUND_AGAIN),
          unseen("StockChange", "dynamodb:GetItem", "StockTable.Arn", STORE_IS_RIGHT),
          unseen("StockChange", "dynamodb:UpdateItem", "StockTable.Arn", STORE_IS_RIGHT),
          unseen("Sweeper", "dynamodb:PutItem", "OrdersTable.Arn", AFTER_A_CRASH),
          unseen("Sweeper", "dynamodb:UpdateItem", "OrdersTable.Arn", AFTER_A_CRASH),
          unseen("Sweeper", "s3:GetObject", Asked.MERCHANT_FILE, AFTER_A_CRASH),
          unseen("Sweeper", "s3:GetObject", Asked.WEBHOOKS, AFTER_A_CRASH),
          unseen("Sweeper", "states:StartExecution", Asked.STATE_MACHINE, AFTER_A_CRASH),
          unseen("Sweeper", "states:SendTaskSuccess", Asked.STATE_MACHINE, AFTER_A_CRASH),
          unseen(
              "CustomerNotice", "sqs:ChangeMessageVisibility", "CustomerNoticesQueue.Arn", QUIET),
          unseen("CustomerNotice", "sms-voice:SendTextMessage", Asked.MESSAGES, BY_MAIL),
          unseen(
              "CustomerNotice", "social-messaging:SendWhatsAppMessage", Asked.WHATSAPP, BY_MAIL));

  private static Map.Entry<Permission, String> unseen(
      String function, String action, String resource, String why) {
    return Map.entry(new Permission(function, action, resource), why);
  }

  private final Template template = Template.read();

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    List<String> roles =
        template.ofType("AWS::Serverless::Function").values().stream()
            .map(function -> function.path("Role").asText())
            .toList();
    assertThat(roles).doesNotHaveDuplicates().doesNotContain("");
    template
        .ofType("AWS::Serverless::Function")
        .forEach((name, function) ->
            assertThat(function.path("Role").asText())
                .isEqualTo(name.replaceFirst("Function$", "Role.Arn")));
  }

  @Test
  void aStatementIsOneActionOnOneThing() {
    for (Template.Statement statement : template.statements()) {
      if (statement.resources().equals(List.of("*"))) {
        assertThat(ON_ANYTHING.keySet())
            .as("actions on '*' in " + statement.in() + ": only those without a resource level")
            .containsAll(statement.actions());
      } else {
        assertThat(statement.actions()).as(statement.toString()).hasSize(1);
        assertThat(statement.resources()).as(statement.toString()).hasSize(1);
        assertThat(statement.actions().getFirst()).doesNotContain("*");
        assertThat(statement.resources().getFirst()).as(statement.toString()).isNotEqualTo("*");
      }
      assertThat(statement.json().path("Effect").asText()).isEqualTo("Allow");
    }
  }

  @Test
  void noPolicyOfAwsIsUsedAndNoneIsLeftToSam() {
    template
        .ofType("AWS::IAM::Role")
        .forEach((name, role) ->
            role.path("ManagedPolicyArns")
                .forEach(arn -> assertThat(arn.asText()).as(name).isEqualTo("TracingPolicy")));
    for (String type : List.of("AWS::Serverless::Function", "AWS::Serverless::StateMachine")) {
      template
          .ofType(type)
          .forEach((name, made) -> assertThat(made.has("Policies")).as(name).isFalse());
    }
  }

  @Test
  void aStatementHasANameOfItsOwnInItsRole() {
    Map<String, List<String>> names =
        template.statements().stream()
            .collect(
                Collectors.groupingBy(
                    Template.Statement::in,
                    TreeMap::new,
                    Collectors.mapping(
                        statement -> statement.json().path("Sid").asText(), Collectors.toList())));
    names.forEach((role, sids) -> assertThat(sids).as(role).doesNotHaveDuplicates());
  }

  /** An emulator does not hold the state machine to its role, so this does. */
  @Test
  void theStateMachineMayCallTheFunctionsOfItsDefinitionAndNoOthers() throws IOException {
    JsonNode definition =
        new ObjectMapper()
            .readTree(Template.ROOT.resolve("statemachine/order-fulfilment.asl.json").toFile());
    JsonNode machine =
        Objects.requireNonNull(
            template.ofType("AWS::Serverless::StateMachine").get("OrderFulfilment"));
    Set<String> called = new TreeSet<>();
    for (JsonNode state : definition.path("States")) {
      if (state.path("Type").asText().equals("Task")) {
        String name = state.path("Arguments").path("FunctionName").asText();
        String placeholder = name.substring("${".length(), name.length() - 1);
        called.add(machine.path("DefinitionSubstitutions").path(placeholder).asText());
      }
    }
    Set<String> allowed = new TreeSet<>();
    for (Template.Statement statement : template.statements()) {
      if (statement.in().equals("OrderFulfilmentRole")
          && statement.actions().equals(List.of("lambda:InvokeFunction"))) {
        allowed.addAll(statement.resources());
      }
    }
    assertThat(called).hasSizeGreaterThan(7).doesNotContain("");
    assertThat(allowed).isEqualTo(called);
    assertThat(machine.path("DefinitionSubstitutions").size()).isEqualTo(called.size());
  }

  @Test
  void whateverAFunctionDoesItMay() {
    Set<Permission> missing = new TreeSet<>(seen());
    missing.removeAll(template.permissions());
    assertThat(missing).as("add the statements to template.yaml").isEmpty();
  }

  @Test
  void whateverAFunctionMayItDoes() {
    assumeTrue(
        Seen.shops() >= WHOLE_SUITE,
        "only the whole suite shows all that functions do; run all tests of this module");
    Set<Permission> idle = new TreeSet<>(template.permissions());
    idle.removeAll(seen());
    idle.removeAll(UNSEEN.keySet());
    assertThat(new TreeSet<>(template.permissions()))
        .as("the list of what no call shows is shorter than it says")
        .containsAll(UNSEEN.keySet());
    assertThat(idle).as("no test needs these: take them out of template.yaml").isEmpty();
  }

  private Set<Permission> seen() {
    Set<Permission> seen = Seen.used();
    // Lambda itself reads the queues, with the function's role.
    template
        .ofType("AWS::Serverless::Function")
        .forEach((name, function) -> {
          String queue = function.at("/Events/Queue/Properties/Queue").asText();
          if (!queue.isEmpty()) {
            String owner = name.replaceFirst("Function$", "");
            for (String action : List.of("ReceiveMessage", "DeleteMessage", "GetQueueAttributes")) {
              seen.add(new Permission(owner, "sqs:" + action, queue));
            }
          }
        });
    return seen;
  }
}
