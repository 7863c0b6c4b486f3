package dev.cutoff.local.engine;

import dev.cutoff.local.engine.Execution.End;
import dev.cutoff.local.engine.State.Catcher;
import dev.cutoff.local.engine.State.Exit;
import dev.cutoff.local.engine.State.Retrier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What comes next, as AWS decides it: pure, but for the dice of a retry's jitter. */
final class Interpreter {

  private final RandomGenerator random;

  Interpreter(RandomGenerator random) {
    this.random = random;
  }

  Execution begin(Machine machine, String name, Payload input, Instant now) {
    Visit before = new Visit(0, machine.startAt(), input, now, List.of(), null, null, null, false);
    Execution fresh =
        new Execution(machine.name(), name, 0, input, now, before, Payload.EMPTY, null, List.of());
    return enter(
        machine,
        fresh.tell(Event.of("ExecutionStarted", now, input)),
        machine.startAt(),
        input,
        now);
  }

  /** A task, or a token, came back with a result. */
  Execution succeeded(Machine machine, Execution e, Payload result, Instant now) {
    State.Task task = (State.Task) machine.state(e.visit().state());
    if (result.overLimit()) {
      return failed(machine, e, Failure.tooBig("result of state " + task.name()), now);
    }
    Scope scope = Scope.of(e, machine).withResult(result);
    try {
      return leave(machine, e, task, task.exit(), scope, result, now);
    } catch (EvaluationFailed problem) {
      return failed(machine, e, problem.failure(), now);
    }
  }

  Execution failed(Machine machine, Execution e, Failure failure, Instant now) {
    State state = machine.state(e.visit().state());
    Execution told = e.tell(Event.failed(state, now, failure));
    if (!(state instanceof State.Task task)) {
      return end(told, ExecutionStatus.FAILED, failure, now);
    }
    for (int i = 0; i < task.retriers().size(); i++) {
      Retrier retrier = task.retriers().get(i);
      if (retrier.matches(failure)) {
        if (e.visit().retries().get(i) < retrier.maxAttempts()) {
          return retry(machine, told, task, i, now);
        }
        break;
      }
    }
    for (Catcher catcher : task.catchers()) {
      if (catcher.matches(failure)) {
        return caught(machine, told, task, catcher, failure, now);
      }
    }
    return end(told, ExecutionStatus.FAILED, failure, now);
  }

  /** Passes through a state that does nothing outside, or comes out of a wait that is over. */
  Execution pass(Machine machine, Execution e, Instant now) {
    State state = machine.state(e.visit().state());
    Scope scope = Scope.of(e, machine);
    Payload input = e.visit().input();
    try {
      return switch (state) {
        case State.Task task -> throw new IllegalStateException("A task is not passed through");
        case State.Pass pass -> leave(machine, e, pass, pass.exit(), scope, input, now);
        case State.Wait wait -> leave(machine, e, wait, wait.exit(), scope, input, now);
        case State.Succeed succeed -> leave(machine, e, succeed, succeed.exit(), scope, input, now);
        case State.Choice choice -> {
          Exit exit = choose(choice, scope);
          yield exit == null
              ? end(e, ExecutionStatus.FAILED, new Failure(Failure.NO_CHOICE, null), now)
              : leave(machine, e, choice, exit, scope, input, now);
        }
        case State.Fail fail ->
            end(
                e,
                ExecutionStatus.FAILED,
                Values.text(fail.error(), scope),
                Values.text(fail.cause(), scope),
                now);
      };
    } catch (EvaluationFailed problem) {
      return failed(machine, e, problem.failure(), now);
    }
  }

  /** The status says it all: AWS gives neither error nor cause. */
  Execution timedOut(Execution e, Instant now) {
    return end(e, ExecutionStatus.TIMED_OUT, null, null, now);
  }

  /** Given up, whatever the definition says. */
  Execution givenUp(Execution e, Failure failure, Instant now) {
    return end(e, ExecutionStatus.FAILED, failure, now);
  }

  Execution stopped(Execution e, @Nullable String error, @Nullable String cause, Instant now) {
    return e.ended(new End(ExecutionStatus.ABORTED, now, null, error, cause))
        .tell(Event.ended("ExecutionAborted", now, error, cause));
  }

  private Execution enter(Machine machine, Execution e, String name, Payload input, Instant now) {
    State state = machine.state(name);
    List<Integer> retries =
        state instanceof State.Task task
            ? Collections.nCopies(task.retriers().size(), 0)
            : List.of();
    Visit visit =
        new Visit(e.visit().number() + 1, name, input, now, retries, null, null, null, false);
    Execution entered = e.at(visit).tell(Event.entered(state, now, input));
    try {
      return arm(machine, entered, state, null, now);
    } catch (EvaluationFailed problem) {
      return failed(machine, entered, problem.failure(), now);
    }
  }

  /** Sets the clocks of the state: when a wait is over, from when on a token is dead. */
  private Execution arm(
      Machine machine, Execution e, State state, @Nullable Instant wakeAt, Instant now)
      throws EvaluationFailed {
    Scope scope = Scope.of(e, machine);
    return switch (state) {
      case State.Wait wait -> e.at(e.visit().armed(Values.wakeAt(wait, scope, now), null, null));
      case State.Task task when task.token() -> {
        Duration timeout = Values.seconds(task.timeoutSeconds(), scope);
        Instant from = wakeAt == null ? now : wakeAt;
        Token token = new Token(e.id(), e.visit().number(), e.visit().retryCount());
        yield e.at(
            e.visit().armed(wakeAt, timeout == null ? null : from.plus(timeout), token.text()));
      }
      case State.Task task -> e.at(e.visit().armed(wakeAt, null, null));
      case State.Pass pass -> e;
      case State.Choice choice -> e;
      case State.Succeed succeed -> e;
      case State.Fail fail -> e;
    };
  }

  private Execution retry(Machine machine, Execution e, State.Task task, int index, Instant now) {
    Retrier retrier = task.retriers().get(index);
    List<Integer> counts = new ArrayList<>(e.visit().retries());
    int before = counts.get(index);
    counts.set(index, before + 1);
    double delay =
        Math.min(
            (double) retrier.interval().toMillis() * Math.pow(retrier.backoffRate(), before),
            (double) retrier.maxDelay().toMillis());
    long millis = (long) (retrier.jitter() ? delay * random.nextDouble() : delay);
    Execution counted = e.at(e.visit().retrying(counts));
    try {
      return arm(machine, counted, task, now.plusMillis(millis), now);
    } catch (EvaluationFailed problem) {
      return unanswerable(counted, task, problem, now);
    }
  }

  private Execution caught(
      Machine machine,
      Execution e,
      State.Task task,
      Catcher catcher,
      Failure failure,
      Instant now) {
    Scope scope = Scope.of(e, machine).withError(failure);
    try {
      Payload output = Payload.of(failure.errorOutput());
      return leave(machine, e, task, catcher.exit(), scope, output, now);
    } catch (EvaluationFailed problem) {
      return unanswerable(e, task, problem, now);
    }
  }

  // Variables and output are computed from the old variables alone, then set together.
  private Execution leave(
      Machine machine,
      Execution e,
      State state,
      Exit exit,
      Scope scope,
      Payload otherwise,
      Instant now)
      throws EvaluationFailed {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>(e.variables().object());
    for (Map.Entry<String, Template> assigned : exit.assign().entrySet()) {
      variables.put(assigned.getKey(), assigned.getValue().evaluate(scope));
    }
    Template template = exit.output();
    Payload output = template == null ? otherwise : Payload.of(template.evaluate(scope));
    if (output.overLimit()) {
      Failure tooBig = Failure.tooBig("output of state " + state.name());
      return end(e, ExecutionStatus.FAILED, tooBig, now);
    }
    Execution left = e.tell(Event.exited(state, now, output));
    if (!exit.assign().isEmpty()) {
      left = left.with(Payload.of(variables));
    }
    String next = exit.next();
    return next == null
        ? left.ended(new End(ExecutionStatus.SUCCEEDED, now, output, null, null))
            .tell(Event.of("ExecutionSucceeded", now, output))
        : enter(machine, left, next, output, now);
  }

  private static @Nullable Exit choose(State.Choice choice, Scope scope) throws EvaluationFailed {
    for (State.Rule rule : choice.rules()) {
      if (Values.truth(rule.condition(), scope)) {
        return rule.exit();
      }
    }
    return choice.otherwise();
  }

  /** An expression of a Catch, or of a retry, failed: that is caught no further. */
  private static Execution unanswerable(
      Execution e, State.Task task, EvaluationFailed problem, Instant now) {
    Failure failure = problem.failure();
    return end(e.tell(Event.failed(task, now, failure)), ExecutionStatus.FAILED, failure, now);
  }

  private static Execution end(Execution e, ExecutionStatus status, Failure failure, Instant now) {
    return end(e, status, failure.error(), failure.cause(), now);
  }

  private static Execution end(
      Execution e,
      ExecutionStatus status,
      @Nullable String error,
      @Nullable String cause,
      Instant now) {
    String type = status == ExecutionStatus.TIMED_OUT ? "ExecutionTimedOut" : "ExecutionFailed";
    return e.ended(new End(status, now, null, error, cause))
        .tell(Event.ended(type, now, error, cause));
  }
}
