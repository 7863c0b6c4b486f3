package dev.cutoff.local.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What is refused, by the row of the table that says so. */
final class AslRefused {

  @FunctionalInterface
  interface Call {
    void on(SfnClient sfn);
  }

  private static final String INVOKE =
      "\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\", \"End\": true";
  private static final String OF_F = INVOKE + ", \"Arguments\": {\"FunctionName\": \"f\"}";

  private AslRefused() {}

  static Map<String, Call> calls() {
    return Map.of(
        "SendTaskHeartbeat", sfn -> sfn.sendTaskHeartbeat(h -> h.taskToken("t")),
        "RedriveExecution", sfn -> sfn.redriveExecution(r -> r.executionArn("a")));
  }

  static Map<String, List<String>> definitions() {
    Map<String, List<String>> refused = new LinkedHashMap<>();
    machines(refused);
    states(refused);
    tasks(refused);
    errors(refused);
    choices(refused);
    data(refused);
    functions(refused);
    return refused;
  }

  private static void machines(Map<String, List<String>> refused) {
    String rest = "\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}";
    refused.put(
        "Version of another number",
        List.of("{\"QueryLanguage\": \"JSONata\", \"Version\": \"2.0\", " + rest));
    refused.put(
        "QueryLanguage JSONPath",
        List.of(
            "{" + rest,
            "{\"QueryLanguage\": \"JSONPath\", " + rest,
            state("\"Type\": \"Succeed\", \"QueryLanguage\": \"JSONPath\"")));
  }

  private static void states(Map<String, List<String>> refused) {
    String inner = "{\"StartAt\": \"B\", \"States\": {\"B\": {\"Type\": \"Succeed\"}}}";
    refused.put(
        "Map",
        List.of(state("\"Type\": \"Map\", \"ItemProcessor\": " + inner + ", \"End\": true")));
    refused.put(
        "Distributed Map",
        List.of(
            state(
                "\"Type\": \"Map\", \"ItemReader\": {}, \"ItemProcessor\": {\"ProcessorConfig\": {\"Mode\": \"DISTRIBUTED\"}}")));
    refused.put(
        "Parallel", List.of(state("\"Type\": \"Parallel\", \"Branches\": [" + inner + "]")));
    refused.put("a type that AWS has not", List.of(state("\"Type\": \"Loop\"")));
    refused.put("neither Next nor End", List.of(state("\"Type\": \"Pass\"")));
    refused.put(
        "End of a Choice",
        List.of(
            state(
                "\"Type\": \"Choice\", \"End\": true, \"Choices\": [{\"Condition\": true, \"Next\": \"A\"}]")));
    refused.put(
        "a field that AWS has not", List.of(pass("\"Outputs\": 1"), task("\"Retries\": []")));
    refused.put("a Next that leads nowhere", List.of(state("\"Type\": \"Pass\", \"Next\": \"B\"")));
    refused.put(
        "a state that no way leads to",
        List.of(
            AslKnown.machine("\"A\": {\"Type\": \"Succeed\"}, \"B\": {\"Type\": \"Succeed\"}")));
  }

  private static void tasks(Map<String, List<String>> refused) {
    refused.put(
        "Arguments as one expression",
        List.of(state(INVOKE + ", \"Arguments\": \"{% $states.input %}\"")));
    refused.put(
        "Arguments without FunctionName",
        List.of(state(INVOKE + ", \"Arguments\": {\"Payload\": 1}")));
    Map.of(
            "InvocationType", "\"Event\"",
            "Qualifier", "\"live\"",
            "ClientContext", "\"e30=\"",
            "LogType", "\"Tail\"")
        .forEach((name, value) ->
            refused.put(
                name,
                List.of(
                    state(
                        INVOKE
                            + ", \"Arguments\": {\"FunctionName\": \"f\", \"%s\": %s}"
                                .formatted(name, value)))));
    refused.put(
        "SdkHttpMetadata of a result",
        List.of(task("\"Output\": \"{% $states.result.SdkHttpMetadata.HttpStatusCode %}\"")));
    refused.put(
        "a function's ARN as Resource",
        List.of(resource("arn:aws:lambda:us-east-1:000000000000:function:f")));
    refused.put(
        "optimised integrations (SQS, SNS, DynamoDB, EventBridge, ECS, …)",
        Stream.of(
                "sqs:sendMessage",
                "sqs:sendMessage.waitForTaskToken",
                "sns:publish",
                "dynamodb:putItem",
                "events:putEvents",
                "ecs:runTask.sync")
            .map(name -> resource("arn:aws:states:::" + name))
            .toList());
    refused.put("SDK integrations", List.of(resource("arn:aws:states:::aws-sdk:s3:getObject")));
    refused.put(
        "startExecution, .sync",
        List.of(
            resource("arn:aws:states:::states:startExecution"),
            resource("arn:aws:states:::states:startExecution.sync:2")));
    refused.put("HTTP tasks", List.of(resource("arn:aws:states:::http:invoke")));
    refused.put(
        "activities", List.of(resource("arn:aws:states:us-east-1:000000000000:activity:a")));
    refused.put("TimeoutSeconds of zero", List.of(task("\"TimeoutSeconds\": 0")));
    refused.put(
        "HeartbeatSeconds",
        List.of(task("\"HeartbeatSeconds\": 5"), task("\"HeartbeatSeconds\": \"{% 5 %}\"")));
    refused.put("Credentials", List.of(task("\"Credentials\": {\"RoleArn\": \"r\"}")));
  }

  private static void errors(Map<String, List<String>> refused) {
    refused.put("BackoffRate below 1", List.of(retry("\"X\"", "\"BackoffRate\": 0.5")));
    refused.put("another JitterStrategy", List.of(retry("\"X\"", "\"JitterStrategy\": \"HALF\"")));
    refused.put(
        "States.ALL beside others, or before the last rule",
        List.of(
            retry("\"States.ALL\", \"X\"", "\"MaxAttempts\": 1"),
            task("\"Retry\": [{\"ErrorEquals\": [\"States.ALL\"]}, {\"ErrorEquals\": [\"X\"]}]")));
    refused.put(
        "errors of Map, Parallel, JSONPath, HTTP",
        Stream.of("BranchFailed", "ItemReaderFailed", "ParameterPathFailure", "Http.Socket")
            .map(name -> retry("\"States." + name + "\"", "\"MaxAttempts\": 1"))
            .toList());
    refused.put(
        "a States. error that AWS has not",
        List.of(retry("\"States.TimedOut\"", "\"MaxAttempts\": 1")));
  }

  private static void choices(Map<String, List<String>> refused) {
    refused.put("a Condition that is a text", List.of(choice("\"Condition\": \"yes\"", "")));
    refused.put("no Choices", List.of(state("\"Type\": \"Choice\", \"Choices\": []")));
    refused.put(
        "Assign of a Choice that its rules lack",
        List.of(choice("\"Condition\": true", ", \"Assign\": {\"a\": 1}")));
    refused.put(
        "Variable and its comparisons",
        List.of(choice("\"Variable\": \"$.a\"", ""), choice("\"Not\": {}", "")));
    refused.put(
        "Seconds and Timestamp together",
        List.of(
            state("\"Type\": \"Wait\", \"Seconds\": 1, \"Timestamp\": \"2026-01-01T00:00:00Z\""),
            state("\"Type\": \"Wait\", \"End\": true")));
  }

  private static void data(Map<String, List<String>> refused) {
    refused.put("a variable called states", List.of(pass("\"Assign\": {\"states\": 1}")));
    refused.put(
        "Assign of Succeed or Fail",
        List.of(
            state("\"Type\": \"Succeed\", \"Assign\": {\"a\": 1}"),
            state("\"Type\": \"Fail\", \"Assign\": {\"a\": 1}")));
    refused.put(
        "$states.result where there is none",
        List.of(
            pass("\"Output\": \"{% $states.result %}\""),
            task("\"TimeoutSeconds\": \"{% $states.result %}\"")));
    refused.put(
        "Execution.RoleArn, RedriveCount, Map.Item of the context",
        Stream.of("Execution.RoleArn", "Execution.RedriveCount", "Map.Item.Value")
            .map(path -> pass("\"Output\": \"{% $states.context." + path + " %}\""))
            .toList());
    refused.put(
        "Result, Parameters, InputPath, OutputPath, ResultPath, ResultSelector",
        List.of(
            pass("\"Result\": 1"), pass("\"OutputPath\": \"$\""), pass("\"ResultPath\": null")));
    refused.put("fields ending in .$", List.of(pass("\"Output\": {\"a.$\": \"$.b\"}")));
    refused.put(
        "$.path and States.Format(…) as values",
        List.of(
            pass("\"Output\": \"$.a\""),
            pass("\"Output\": \"$$.Execution.Id\""),
            pass("\"Output\": \"States.Format('{}', 1)\"")));
    refused.put(
        "text beside {% … %}",
        List.of(pass("\"Output\": \"{% 1 %} \""), pass("\"Output\": \" {% 1 %}\"")));
    refused.put("an expression that is not JSONata", List.of(pass("\"Output\": \"{% 1 + %}\"")));
  }

  private static void functions(Map<String, List<String>> refused) {
    refused.put(
        "$now $millis $random $uuid $shuffle",
        Stream.of(
                "$now()",
                "$millis()",
                "$random()",
                "$uuid()",
                "$map([1], $random)",
                "$shuffle([1])")
            .map(AslRefused::expression)
            .toList());
    refused.put("$eval", List.of(expression("$eval('1')")));
    refused.put(
        "$partition, $hash",
        List.of(expression("$partition([1, 2], 1)"), expression("$hash('a', 'MD5')")));
    refused.put("$encodeUrl", List.of(expression("$encodeUrl('https://a.example/?x=a b')")));
    refused.put("$range", List.of(expression("$range(1, 3, 1)")));
    refused.put("$parse", List.of(expression("$parse('{}')")));
  }

  private static String state(String fields) {
    return AslKnown.machine("\"A\": {" + fields + "}");
  }

  private static String pass(String field) {
    return state("\"Type\": \"Pass\", \"End\": true, " + field);
  }

  private static String expression(String source) {
    return pass("\"Output\": \"{% " + source + " %}\"");
  }

  private static String task(String field) {
    return state(OF_F + ", " + field);
  }

  private static String retry(String errors, String field) {
    return task("\"Retry\": [{\"ErrorEquals\": [" + errors + "], " + field + "}]");
  }

  private static String resource(String arn) {
    return state(
        "\"Type\": \"Task\", \"Resource\": \"" + arn + "\", \"Arguments\": {}, \"End\": true");
  }

  private static String choice(String rule, String more) {
    return state("\"Type\": \"Choice\", \"Choices\": [{" + rule + ", \"Next\": \"A\"}]" + more);
  }
}
