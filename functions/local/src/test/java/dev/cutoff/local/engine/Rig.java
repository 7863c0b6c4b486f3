package dev.cutoff.local.engine;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.VirtualScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** An engine on the virtual clock over a journal in memory, with functions made of lambdas. */
final class Rig implements AutoCloseable {

  static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

  final Journal journal = Journal.inMemory();
  final VirtualScheduler scheduler;
  final Functions functions;
  private final Tripwire tripwire;
  private @Nullable EmbeddedStepFunctions sfn;
  private String machine = "";

  Rig() {
    this(1);
  }

  Rig(long seed) {
    this(seed, Tripwire.NONE);
  }

  Rig(long seed, Tripwire tripwire) {
    this.scheduler = new VirtualScheduler(seed, START);
    this.tripwire = tripwire;
    this.functions = new Functions(scheduler, tripwire, line -> {});
  }

  /** What a function does with its payload: text in, text out. */
  @FunctionalInterface
  interface Body {
    String answer(String payload) throws Exception;
  }

  Rig function(String name, Body body) {
    functions.register(name, () -> handler(body));
    return this;
  }

  static RequestStreamHandler handler(Body body) {
    return (in, out, context) -> {
      String payload = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      try {
        out.write(body.answer(payload).getBytes(StandardCharsets.UTF_8));
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** Loads the states of a machine called m; the first one named is where it starts. */
  Rig states(String startAt, String states) {
    return machine(
        """
        {"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}\
        """
            .formatted(startAt, states));
  }

  Rig machine(String definition) {
    return machine(Machine.parse("m", definition, Map.of()));
  }

  Rig machine(Machine loaded) {
    machine = loaded.name();
    sfn = new EmbeddedStepFunctions(List.of(loaded), journal, functions, scheduler, tripwire);
    return this;
  }

  EmbeddedStepFunctions sfn() {
    return Objects.requireNonNull(sfn, "No machine is loaded");
  }

  Rig start(String name, String input) {
    sfn().startExecution(s -> s.stateMachineArn(Arns.machine(machine)).name(name).input(input));
    return this;
  }

  /** Starts an execution called x and runs until nothing is left but guards. */
  DescribeExecutionResponse run(String input) {
    start("x", input);
    scheduler.runUntilIdle();
    return describe("x");
  }

  DescribeExecutionResponse describe(String name) {
    return sfn().describeExecution(d -> d.executionArn(arn(name)));
  }

  String arn(String name) {
    return Arns.execution(machine, name);
  }

  List<HistoryEvent> history(String name) {
    return sfn().getExecutionHistory(h -> h.executionArn(arn(name))).events();
  }

  /** The states entered, in order. */
  List<String> path(String name) {
    return history(name).stream()
        .filter(e -> e.typeAsString().endsWith("StateEntered"))
        .map(e -> e.stateEnteredEventDetails().name())
        .toList();
  }

  @Override
  public void close() {
    journal.close();
  }
}
