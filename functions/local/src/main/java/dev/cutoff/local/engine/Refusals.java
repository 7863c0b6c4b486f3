package dev.cutoff.local.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said to whoever uses what AWS knows and this interpreter does not, or what neither knows:
 * always what to do instead. The table in {@code statemachine/ASL.md} is held to these sentences.
 */
final class Refusals {

  private static final String BY_A_TASK = "let a function do it and call that";

  private static final Map<String, String> TYPES =
      Map.of(
          "Map", "go round by a Choice, or let one function do all of it",
          "Parallel", "put one state behind the other, or let one function do both");

  private static final Map<String, String> FIELDS =
      Map.of(
          "HeartbeatSeconds", "leave it out: TimeoutSeconds ends a task that nobody finishes",
          "Credentials", "leave it out: functions are called with the state machine's own role",
          "Qualifier", "put the alias or version behind the function's name: name:alias",
          "InvocationType", "leave it out: every call waits for the function's answer",
          "ClientContext", "leave it out and put it into Payload",
          "LogType", "leave it out: the function's log is in its own place");

  /** The fields of JSONPath, and what stands in their place in JSONata. */
  private static final Map<String, String> JSON_PATH =
      Map.ofEntries(
          Map.entry("InputPath", "Arguments or Output"),
          Map.entry("OutputPath", "Output"),
          Map.entry("Parameters", "Arguments or Output"),
          Map.entry("ResultPath", "Output"),
          Map.entry("ResultSelector", "Output"),
          Map.entry("Result", "Output"),
          Map.entry("SecondsPath", "Seconds"),
          Map.entry("TimestampPath", "Timestamp"),
          Map.entry("TimeoutSecondsPath", "TimeoutSeconds"),
          Map.entry("HeartbeatSecondsPath", "TimeoutSeconds"),
          Map.entry("ErrorPath", "Error"),
          Map.entry("CausePath", "Cause"),
          Map.entry("Variable", "Condition"),
          Map.entry("And", "Condition"),
          Map.entry("Or", "Condition"),
          Map.entry("Not", "Condition"));

  private static final String NOT_REPEATABLE =
      "not repeatable, so banned: put it into the input or let a task make it";

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          Map.entry("now", NOT_REPEATABLE),
          Map.entry("millis", NOT_REPEATABLE),
          Map.entry("random", NOT_REPEATABLE),
          Map.entry("uuid", NOT_REPEATABLE),
          Map.entry("shuffle", NOT_REPEATABLE),
          Map.entry("eval", "refused by AWS, too: " + BY_A_TASK),
          Map.entry("partition", "AWS's own and not known here: " + BY_A_TASK),
          Map.entry("range", "AWS's own and not known here: write [from..to], or " + BY_A_TASK),
          Map.entry("hash", "AWS's own and not known here: " + BY_A_TASK),
          Map.entry(
              "parse", "AWS's own and not known here: let the function answer with JSON, not text"),
          // The library leaves blanks as they are.
          Map.entry(
              "encodeUrl", "wrong in this interpreter: use $encodeUrlComponent for each part"));

  private static final Map<String, String> ERRORS =
      Map.of(
          "States.BranchFailed", "Parallel",
          "States.ExceedToleratedFailureThreshold", "Map",
          "States.ItemReaderFailed", "Map",
          "States.ResultWriterFailed", "Map",
          "States.ResultPathMatchFailure", "JSONPath",
          "States.ParameterPathFailure", "JSONPath",
          "States.IntrinsicFailure", "JSONPath",
          "States.Http.Socket", "HTTP tasks");

  private Refusals() {}

  static String type(String type) {
    String instead = TYPES.get(type);
    return instead == null
        ? type + " is no type of AWS: mend its name"
        : type + " is not known to this interpreter: " + instead;
  }

  static String field(String field) {
    if (field.endsWith(".$")) {
      return "JSONPath is not known, only JSONata: leave .$ out and write the value as {% … %}";
    }
    String jsonata = JSON_PATH.get(field);
    if (jsonata != null) {
      return "JSONPath is not known, only JSONata: write " + jsonata + " instead";
    }
    String instead = FIELDS.get(field);
    return instead == null
        ? "AWS has no such field here: mend its name, or leave it out"
        : "not known to this interpreter: " + instead;
  }

  static String resource(String resource) {
    String instead =
        resource.startsWith("arn:aws:lambda:")
            ? "write %s, and this ARN as FunctionName".formatted(Known.INVOKE)
            : resource.startsWith("arn:aws:states:::")
                ? "let a function do it, called by " + Known.INVOKE
                : "only functions are called here, by " + Known.INVOKE;
    return resource + " is not known to this interpreter: " + instead;
  }

  static String error(String error) {
    String of = ERRORS.get(error);
    return of == null
        ? error + " is no error of AWS: mend its name, or leave it out"
        : "%s is an error of %s, which this interpreter does not know: leave it out"
            .formatted(error, of);
  }

  /** Null where the function may be used. */
  static @Nullable String function(String name) {
    return FUNCTIONS.get(name);
  }
}
