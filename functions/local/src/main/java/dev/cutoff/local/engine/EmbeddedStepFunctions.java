package dev.cutoff.local.engine;

import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.functions.Tripwire;
import dev.cutoff.local.journal.Journal;
import dev.cutoff.local.time.Scheduler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryRequest;
import software.amazon.awssdk.services.sfn.model.GetExecutionHistoryResponse;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionRequest;
import software.amazon.awssdk.services.sfn.model.RedriveExecutionResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskFailureResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskHeartbeatResponse;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessRequest;
import software.amazon.awssdk.services.sfn.model.SendTaskSuccessResponse;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StopExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StopExecutionResponse;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;
import software.amazon.awssdk.services.sfn.model.ValidationException;

/** Step Functions in this JVM, behind the interface of the SDK's client. */
public final class EmbeddedStepFunctions implements SfnClient {

  private static final Pattern NAME =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final Engine engine;
  private final Scheduler scheduler;

  public EmbeddedStepFunctions(
      List<Machine> machines,
      Journal journal,
      Functions functions,
      Scheduler scheduler,
      Tripwire tripwire) {
    this.scheduler = scheduler;
    this.engine = new Engine(machines, new ExecutionStore(journal, tripwire), functions, scheduler);
  }

  /** To be called once, before anything is started: goes on with what was running. */
  public void resume() {
    engine.resume();
  }

  @Override
  public StartExecutionResponse startExecution(StartExecutionRequest request) {
    Machine machine = machine(request.stateMachineArn());
    String name = request.name() == null ? drawnName() : request.name();
    if (!NAME.matcher(name).matches()) {
      throw InvalidNameException.builder().message("Invalid Name: '" + name + "'").build();
    }
    Payload input = input(request.input());
    Execution execution = engine.start(machine, name, input);
    if (execution == null) {
      execution = running(Execution.id(machine.name(), name), input);
    }
    Execution started = execution;
    return StartExecutionResponse.builder()
        .executionArn(Arns.execution(machine.name(), name))
        .startDate(started.startedAt())
        .build();
  }

  @Override
  public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
    return Answers.description(execution(request.executionArn()));
  }

  @Override
  public ListExecutionsResponse listExecutions(ListExecutionsRequest request) {
    Machine machine = machine(request.stateMachineArn());
    int asked = request.maxResults() == null ? 0 : request.maxResults();
    int most = asked == 0 ? USUAL : Math.min(asked, MOST);
    List<ExecutionStatus> statuses =
        request.statusFilter() == null
            ? List.copyOf(ExecutionStatus.knownValues())
            : List.of(request.statusFilter());
    String after = request.nextToken();
    // One more of each than asked for, to know whether there is a next page.
    List<Execution> found =
        statuses.stream()
            .flatMap(
                status -> engine.store().newest(machine.name(), status, after, most + 1).stream())
            .toList();
    return Answers.list(found, most);
  }

  @Override
  public SendTaskSuccessResponse sendTaskSuccess(SendTaskSuccessRequest request) {
    Payload output;
    try {
      output = Payload.parse(Objects.requireNonNullElse(request.output(), ""));
    } catch (Payload.NotJson e) {
      throw InvalidOutputException.builder().message("Invalid Output: " + e.getMessage()).build();
    }
    refuseTooLong("output", output);
    whileOpen(request.taskToken(), e -> engine.succeed(e, output));
    return SendTaskSuccessResponse.builder().build();
  }

  @Override
  public SendTaskFailureResponse sendTaskFailure(SendTaskFailureRequest request) {
    String error = Objects.requireNonNullElse(request.error(), "");
    Failure failure = new Failure(error, request.cause());
    whileOpen(request.taskToken(), e -> engine.fail(e, failure));
    return SendTaskFailureResponse.builder().build();
  }

  @Override
  public StopExecutionResponse stopExecution(StopExecutionRequest request) {
    Execution e = execution(request.executionArn());
    while (e.end() == null) {
      try {
        engine.stop(e, request.error(), request.cause());
      } catch (Engine.Lost moved) {
        // It took a step in between: stop it where it is now.
      }
      e = execution(request.executionArn());
    }
    return StopExecutionResponse.builder().stopDate(e.end().at()).build();
  }

  @Override
  public GetExecutionHistoryResponse getExecutionHistory(GetExecutionHistoryRequest request) {
    Execution execution = execution(request.executionArn());
    return Histories.answer(engine.store().history(execution), request);
  }

  @Override
  public SendTaskHeartbeatResponse sendTaskHeartbeat(SendTaskHeartbeatRequest request) {
    throw new UnsupportedOperationException(
        "SendTaskHeartbeat is not known: set TimeoutSeconds instead");
  }

  @Override
  public RedriveExecutionResponse redriveExecution(RedriveExecutionRequest request) {
    throw new UnsupportedOperationException(
        "RedriveExecution is not known: start an execution of another name");
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}

  private void whileOpen(@Nullable String text, Move move) {
    Token token = Token.parse(text);
    if (text == null || token == null) {
      throw InvalidTokenException.builder().message("Invalid Token: 'Invalid token'").build();
    }
    while (true) {
      Execution e = engine.store().find(token.executionId());
      if (e == null) {
        throw TaskDoesNotExistException.builder().message("Task does not exist").build();
      }
      Visit visit = e.visit();
      boolean late = visit.deadline() != null && !visit.deadline().isAfter(engine.now());
      if (e.end() != null || late || !text.equals(visit.token())) {
        throw TaskTimedOutException.builder()
            .message("Task Timed Out: 'Provided task does not exist anymore'")
            .build();
      }
      try {
        move.make(e);
        return;
      } catch (Engine.Lost moved) {
        // Read again: the token may still be open, as where the call that hands it over came back.
      }
    }
  }

  private Execution running(String id, Payload input) {
    Execution there = Objects.requireNonNull(engine.store().find(id));
    if (there.end() == null && there.input().text().equals(input.text())) {
      return there;
    }
    throw ExecutionAlreadyExistsException.builder()
        .message("Execution Already Exists: '" + id + "'")
        .build();
  }

  private static Payload input(@Nullable String text) {
    Payload input;
    try {
      input = text == null ? Payload.EMPTY : Payload.parse(text);
    } catch (Payload.NotJson e) {
      throw InvalidExecutionInputException.builder()
          .message("Invalid State Machine Execution Input: " + e.getMessage())
          .build();
    }
    refuseTooLong("input", input);
    return input;
  }

  private static void refuseTooLong(String what, Payload payload) {
    if (payload.overLimit()) {
      throw ValidationException.builder()
          .message(
              "Value at '%s' failed to satisfy constraint: Member must have length less than or equal to %d"
                  .formatted(what, Payload.LIMIT))
          .build();
    }
  }

  private Machine machine(@Nullable String arn) {
    String name = Arns.machineName(arn);
    Machine machine = name == null ? null : engine.machine(name);
    if (machine == null) {
      throw StateMachineDoesNotExistException.builder()
          .message("State Machine Does Not Exist: '" + arn + "'")
          .build();
    }
    return machine;
  }

  private Execution execution(@Nullable String arn) {
    String id = Arns.executionId(arn);
    if (id == null) {
      throw InvalidArnException.builder().message("Invalid Arn: '" + arn + "'").build();
    }
    Execution execution = engine.store().find(id);
    if (execution == null) {
      throw ExecutionDoesNotExistException.builder()
          .message("Execution Does Not Exist: '" + arn + "'")
          .build();
    }
    return execution;
  }

  private String drawnName() {
    return new UUID(scheduler.random().nextLong(), scheduler.random().nextLong()).toString();
  }

  @FunctionalInterface
  private interface Move {
    void make(Execution e) throws Engine.Lost;
  }
}
