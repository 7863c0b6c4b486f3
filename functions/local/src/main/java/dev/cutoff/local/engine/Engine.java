package dev.cutoff.local.engine;

import dev.cutoff.local.engine.Values.Call;
import dev.cutoff.local.functions.FunctionError;
import dev.cutoff.local.functions.Functions;
import dev.cutoff.local.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Drives executions. What is to be done stands in the journal before it is done, so a new engine
 * over the same one goes on where an old one died; whoever loses the race for a version lets go.
 */
final class Engine {

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Duration UNLIMITED = Duration.ofSeconds(99_999_999);

  private final Map<String, Machine> machines;
  private final ExecutionStore store;
  private final Functions functions;
  private final Scheduler scheduler;
  private final Interpreter interpreter;

  Engine(List<Machine> machines, ExecutionStore store, Functions functions, Scheduler scheduler) {
    this.machines = new LinkedHashMap<>();
    machines.forEach(machine -> this.machines.put(machine.name(), machine));
    this.store = store;
    this.functions = functions;
    this.scheduler = scheduler;
    this.interpreter = new Interpreter(scheduler.random());
  }

  ExecutionStore store() {
    return store;
  }

  @Nullable Machine machine(String name) {
    return machines.get(name);
  }

  /** The new execution, or null where the name is taken. */
  @Nullable Execution start(Machine machine, String name, Payload input) {
    Execution fresh = interpreter.begin(machine, name, input, now());
    Execution created = store.create(fresh);
    if (created != null) {
      proceed(created);
    }
    return created;
  }

  /** Goes on with everything that was running when the last engine over this journal died. */
  void resume() {
    for (Machine machine : machines.values()) {
      store.list(machine.name(), ExecutionStatus.RUNNING).forEach(this::proceed);
    }
  }

  void succeed(Execution e, Payload result) throws Lost {
    moveFromOutside(interpreter.succeeded(machineOf(e), e, result, now()));
  }

  void fail(Execution e, Failure failure) throws Lost {
    moveFromOutside(interpreter.failed(machineOf(e), e, failure, now()));
  }

  void stop(Execution e, @Nullable String error, @Nullable String cause) throws Lost {
    moveFromOutside(interpreter.stopped(e, error, cause, now()));
  }

  Instant now() {
    return Instants.millis(scheduler.now());
  }

  private void moveFromOutside(Execution changed) throws Lost {
    Execution written = store.update(changed);
    if (written == null) {
      throw new Lost();
    }
    proceed(written);
  }

  /** Puts the execution where it belongs: to be run now, to be woken, or to be watched. */
  private void proceed(Execution e) {
    if (e.end() != null) {
      return;
    }
    Visit visit = e.visit();
    Instant wakeAt = visit.wakeAt();
    Instant expiry = expiry(e);
    if (visit.invoked()) {
      Instant due = earlier(visit.deadline(), expiry);
      if (due != null) {
        scheduler.guard(due, () -> wake(e.id(), e.version()));
      }
    } else if (wakeAt == null) {
      scheduler.at(now(), () -> run(e));
    } else {
      Instant due = expiry != null && expiry.isBefore(wakeAt) ? expiry : wakeAt;
      scheduler.at(due, () -> wake(e.id(), e.version()));
    }
  }

  private void wake(String id, long version) {
    Execution e = store.find(id);
    if (e != null && e.version() == version) {
      run(e);
    }
  }

  private void run(Execution from) {
    Execution e = from;
    try {
      while (true) {
        Execution written = store.update(step(e));
        if (written == null) {
          return;
        }
        e = written;
        if (scheduler.interleaves() || e.end() != null || waits(e)) {
          proceed(e);
          return;
        }
      }
    } catch (RuntimeException broken) {
      // The journal or the engine, not the function: what is written says what to do, so do it
      // again later.
      Execution last = e;
      scheduler.at(now().plus(AFTER_FAILURE), () -> again(last.id()));
      throw broken;
    }
  }

  private void again(String id) {
    Execution e = store.find(id);
    if (e != null) {
      proceed(e);
    }
  }

  private Execution step(Execution e) {
    Machine machine = machineOf(e);
    Instant now = now();
    Instant expiry = expiry(e);
    if (expiry != null && !expiry.isAfter(now)) {
      return interpreter.timedOut(e, now);
    }
    Instant deadline = e.visit().deadline();
    if (deadline != null && !deadline.isAfter(now)) {
      return interpreter.failed(machine, e, Failure.timeout(), now);
    }
    return switch (machine.state(e.visit().state())) {
      case State.Task task -> invoke(machine, e, task);
      case State.Pass pass -> interpreter.pass(machine, e, now);
      case State.Choice choice -> interpreter.pass(machine, e, now);
      case State.Wait wait -> interpreter.pass(machine, e, now);
      case State.Succeed succeed -> interpreter.pass(machine, e, now);
      case State.Fail fail -> interpreter.pass(machine, e, now);
    };
  }

  private Execution invoke(Machine machine, Execution e, State.Task task) {
    Call call;
    try {
      call = Values.call(task, Scope.of(e, machine));
    } catch (EvaluationFailed problem) {
      return interpreter.failed(machine, e, problem.failure(), now());
    }
    if (call.payload().overLimit()) {
      Failure tooBig = Failure.tooBig("payload of state " + task.name());
      return interpreter.failed(machine, e, tooBig, now());
    }
    byte[] answer;
    try {
      Duration limit = call.timeout() == null ? UNLIMITED : call.timeout();
      answer =
          scheduler.within(limit, () -> functions.invoke(call.function(), call.payload().bytes()));
    } catch (FunctionError error) {
      Failure failure = new Failure(error.errorType(), error.causeJson());
      return interpreter.failed(machine, e, failure, now());
    } catch (TimeoutException late) {
      return interpreter.failed(machine, e, Failure.timeout(), now());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new CancellationException("The engine is stopping");
    } catch (RuntimeException broken) {
      throw broken;
    } catch (Exception impossible) {
      throw new IllegalStateException("Functions throw FunctionError alone", impossible);
    }
    return task.token() ? e.at(e.visit().handedOver()) : answered(machine, e, answer);
  }

  private Execution answered(Machine machine, Execution e, byte[] answer) {
    Object payload;
    try {
      payload =
          answer.length == 0
              ? null
              : Payload.parse(new String(answer, StandardCharsets.UTF_8)).value();
    } catch (Payload.NotJson problem) {
      Failure failure =
          new Failure(
              Failure.RUNTIME, "The function's answer is not JSON: " + problem.getMessage());
      return interpreter.failed(machine, e, failure, now());
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("ExecutedVersion", "$LATEST");
    result.put("Payload", payload);
    result.put("StatusCode", 200);
    return interpreter.succeeded(machine, e, Payload.of(result), now());
  }

  private Machine machineOf(Execution e) {
    Machine machine = machines.get(e.machine());
    if (machine == null) {
      throw new IllegalStateException("There is no state machine " + e.machine() + " any more");
    }
    return machine;
  }

  private @Nullable Instant expiry(Execution e) {
    Duration timeout = machineOf(e).timeout();
    return timeout == null ? null : e.startedAt().plus(timeout);
  }

  private static boolean waits(Execution e) {
    return e.visit().wakeAt() != null || e.visit().invoked();
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** Somebody else moved the execution first. */
  static final class Lost extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
