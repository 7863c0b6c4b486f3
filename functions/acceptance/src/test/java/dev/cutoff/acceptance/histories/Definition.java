package dev.cutoff.acceptance.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A state machine's text as it stands in the repository, with holes for the functions' ARNs. */
record Definition(String name, String text) {

  private static final Pattern HOLE = Pattern.compile("\\$\\{(([A-Za-z]+)FunctionArn)}");
  private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";

  /** A function that is given up after a second. */
  static final String HURRIED = "Hurried";

  /** The very file, untouched. */
  static final Definition ORDER = new Definition("order-fulfilment", orderFulfilment());

  /** The same with short limits, for scenes in which a limit is waited for on the real clock. */
  static final Definition IMPATIENT =
      new Definition(
          "impatient",
          ORDER
              .text
              .replace("\"TimeoutSeconds\": 604800", "\"TimeoutSeconds\": 3")
              .replaceFirst(
                  "(?s)(\"QueueForStock\": \\{.*?)\"TimeoutSeconds\": 120",
                  "$1\"TimeoutSeconds\": 3")
              .replaceFirst(
                  "(?s)(\"RateShop\": \\{.*?)\"TimeoutSeconds\": 60", "$1\"TimeoutSeconds\": 4"));

  static Definition of(String name, String startAt, String states) {
    return new Definition(
        name,
        """
        {"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}\
        """
            .formatted(startAt, states));
  }

  /** How long a function of these scenes may take, as set where it is made. */
  static Duration limit(String function) {
    return function.equals(HURRIED) ? Duration.ofSeconds(1) : Duration.ofSeconds(90);
  }

  Set<String> functions() {
    Set<String> names = new TreeSet<>();
    Matcher holes = HOLE.matcher(text);
    while (holes.find()) {
      names.add(holes.group(2));
    }
    return names;
  }

  /** What CloudFormation would put into the holes. */
  Map<String, String> substitutions() {
    Map<String, String> arns = new LinkedHashMap<>();
    functions().forEach(name -> arns.put(name + "FunctionArn", ARN + name));
    return arns;
  }

  String filled() {
    String filled = text;
    for (Map.Entry<String, String> arn : substitutions().entrySet()) {
      filled = filled.replace("${" + arn.getKey() + "}", arn.getValue());
    }
    return filled;
  }

  private static String orderFulfilment() {
    try {
      return Files.readString(
          Path.of(System.getProperty("cutoff.root"))
              .resolve("statemachine/order-fulfilment.asl.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
