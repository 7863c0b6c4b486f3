package dev.cutoff.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cutoff.step.TryAgain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the definition of the state machine must hold, whatever it says. */
final class StateMachineTest {
  private static final Set<String> REFUSALS =
      Set.of(
          "dev.cutoff.step.OrderHeld",
          "dev.cutoff.step.PaymentAwaited",
          "dev.cutoff.step.ReservationQueued",
          "dev.cutoff.step.OrderCancelled",
          "dev.cutoff.step.OrderChanged",
          "dev.cutoff.step.Superseded",
          "dev.cutoff.step.EscalationsExhausted");

  /** Names that AWS raises, from the documentation of Step Functions and of Lambda. */
  private static final Set<String> OF_AWS =
      Set.of(
          "States.ALL",
          "States.Timeout",
          "Lambda.ServiceException",
          "Lambda.AWSLambdaException",
          "Lambda.SdkClientException",
          "Lambda.TooManyRequestsException",
          "Lambda.ClientExecutionTimeoutException",
          "Lambda.SnapStartNotReadyException",
          "Sandbox.Timedout",
          "Lambda.Unknown",
          "Runtime.ExitError");

  private final JsonNode machine =
      new ObjectMapper()
          .readTree(
              Path.of(System.getProperty("cutoff.root"))
                  .resolve("statemachine/order-fulfilment.asl.json")
                  .toFile());

  StateMachineTest() throws IOException {}

  @Test
  void everyErrorItNamesIsOneThatTheCodeRaises() throws ClassNotFoundException {
    for (String name : errors("Retry", "Catch")) {
      if (!OF_AWS.contains(name)) {
        assertThat(RuntimeException.class).isAssignableFrom(Class.forName(name));
      }
    }
  }

  @Test
  void everyRefusalIsCaughtSomewhere() {
    assertThat(errors("Catch")).containsAll(REFUSALS);
  }

  @Test
  void noRefusalIsEverRetried() {
    assertThat(errors("Retry"))
        .doesNotContainAnyElementsOf(REFUSALS)
        .doesNotContain("States.ALL", "States.TaskFailed")
        .contains(TryAgain.class.getName());
  }

  @Test
  void everyTaskHasATimeLimitARetryWithJitterAndACatch() {
    tasks()
        .forEach((name, task) -> {
          assertThat(task.path("TimeoutSeconds").isIntegralNumber()).as(name).isTrue();
          assertThat(task.path("Catch").isEmpty()).as(name).isFalse();
          for (JsonNode retry : task.path("Retry")) {
            assertThat(retry.path("JitterStrategy").asText()).as(name).isEqualTo("FULL");
            assertThat(retry.path("MaxAttempts").asInt()).as(name).isBetween(1, 10);
          }
          assertThat(task.path("Retry").isEmpty()).as(name).isFalse();
        });
  }

  /** A task that waits for a callback without a time limit hangs for ever and no alarm fires. */
  @Test
  void everyWaitHasAnEndThatLeadsSomewhere() {
    tasks()
        .forEach((name, task) -> {
          if (task.path("Resource").asText().endsWith(".waitForTaskToken")) {
            assertThat(task.path("TimeoutSeconds").asInt()).as(name).isPositive();
            assertThat(namesIn(task.path("Catch"))).as(name).contains("States.Timeout");
            assertThat(namesIn(task.path("Retry"))).as(name).doesNotContain("States.Timeout");
          }
        });
    assertThat(machine.path("TimeoutSeconds").asInt()).isPositive();
  }

  @Test
  void itCarriesNoArnAndNoFunctionThatMakesRunsDiffer() {
    String text = machine.toString();
    assertThat(text).doesNotContain("arn:aws:lambda:", "arn:aws:states:us");
    assertThat(text).doesNotContain("$now", "$random", "$uuid", "$millis");
  }

  @Test
  void theHappyPathHasSixStatesAndNoChoice() {
    List<String> path = new ArrayList<>();
    String at = machine.path("StartAt").asText();
    while (!at.isEmpty()) {
      path.add(at);
      at = machine.path("States").path(at).path("Next").asText("");
    }
    assertThat(path)
        .containsExactly("Ingest", "Reserve", "RateShop", "RemorsePeriod", "Label", "Notify");
    assertThat(machine.path("States").findValuesAsText("Type")).doesNotContain("Choice");
  }

  private Map<String, JsonNode> tasks() {
    Map<String, JsonNode> tasks = new java.util.TreeMap<>();
    machine
        .path("States")
        .properties()
        .forEach(state -> {
          if (state.getValue().path("Type").asText().equals("Task")) {
            tasks.put(state.getKey(), state.getValue());
          }
        });
    assertThat(tasks).hasSizeGreaterThan(7);
    return tasks;
  }

  private Set<String> errors(String... lists) {
    Set<String> names = new TreeSet<>();
    for (JsonNode state : machine.path("States")) {
      for (String list : lists) {
        names.addAll(namesIn(state.path(list)));
      }
    }
    return names;
  }

  private static Set<String> namesIn(JsonNode list) {
    Set<String> names = new TreeSet<>();
    list.forEach(each -> each.path("ErrorEquals").forEach(name -> names.add(name.asText())));
    return names;
  }
}
