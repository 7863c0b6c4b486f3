package dev.cutoff.acceptance.histories;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.cutoff.local.engine.Arns;
import dev.cutoff.local.engine.EmbeddedStepFunctions;
import dev.cutoff.local.engine.Machine;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.VirtualScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** The engine of the embedded run, on the virtual clock. */
final class EmbeddedStage implements Stage {
  private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  private static final Duration LONGEST = Duration.ofDays(400);

  private final Actors actors = new Actors();
  private final VirtualScheduler clock = new VirtualScheduler(1, START);
  private final FunctionsThatTakeTime scheduler = new FunctionsThatTakeTime(clock);
  private final Journal journal = Journal.inMemory();
  private final EmbeddedStepFunctions sfn;

  EmbeddedStage(Set<Definition> definitions) {
    Functions functions = new Functions(scheduler);
    definitions.stream()
        .flatMap(definition -> definition.functions().stream())
        .collect(Collectors.toSet())
        .forEach(name -> functions.register(name, Definition.limit(name), () -> handler(name)));
    List<Machine> machines =
        definitions.stream()
            .map(each -> Machine.parse(each.name(), each.text(), each.substitutions()))
            .toList();
    sfn = new EmbeddedStepFunctions(machines, journal, functions, scheduler, Tripwire.NONE);
  }

  @Override
  public Actors actors() {
    return actors;
  }

  @Override
  public List<HistoryEvent> play(Scene scene) {
    actors.cast(scene);
    String arn =
        sfn.startExecution(s ->
                s.stateMachineArn(Arns.machine(scene.definition().name()))
                    .name(scene.name())
                    .input(scene.input()))
            .executionArn();
    while (true) {
      clock.runUntilIdle();
      if (ended(arn)) {
        return Stage.history(sfn, arn);
      }
      Optional<Actors.Handed> handed = actors.nextToken(scene);
      if (handed.isPresent()) {
        Stage.comeBack(sfn, handed.get());
      } else if (!clock.runUntil(
          () -> clock.pending() > 0 || ended(arn), clock.now().plus(LONGEST))) {
        throw new IllegalStateException(scene + " stands still: " + Stage.history(sfn, arn));
      }
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  private boolean ended(String arn) {
    return sfn.describeExecution(d -> d.executionArn(arn)).status() != ExecutionStatus.RUNNING;
  }

  private RequestStreamHandler handler(String name) {
    return (in, out, context) -> {
      String payload = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      out.write(answer(actors.call(name, payload)).getBytes(StandardCharsets.UTF_8));
    };
  }

  private String answer(Act act) throws IOException {
    return switch (act) {
      case Act.Answers answers -> answers.json();
      case Act.Takes takes -> {
        scheduler.takes(takes.time());
        yield takes.json();
      }
      case Act.Fails failed -> throw Errors.thrown(failed);
      case Act.TokenSucceeds token -> "null";
      case Act.TokenFails token -> "null";
      case Act.TokenIsLeft token -> "null";
    };
  }
}
