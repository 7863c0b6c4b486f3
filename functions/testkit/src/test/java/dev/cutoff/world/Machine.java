package dev.cutoff.world;

import dev.cutoff.effect.application.Executions;
import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.exception.application.HoldingOrder;
import dev.cutoff.order.OrderId;
import dev.cutoff.order.application.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The state machine in a few lines, one step at a time: the transitions, retries and waits of
 * order-fulfilment.asl.json.
 */
final class Machine implements Executions {
  private static final int MOST_RETRIES = 5;
  private static final Duration UNPAID = Duration.ofHours(24);
  private static final Duration HELD = Duration.ofDays(7);

  private final Map<String, Run> runs = new LinkedHashMap<>();
  private final BooleanSupplier crashIsRetried;
  private @Nullable World world;
  private int tokens;

  /** One execution. */
  static final class Run {
    final OrderId orderId;
    final int attempt;
    String state = "Ingest";
    String failed = "";
    String error = "";
    int escalation;
    int retries;
    boolean busy;
    @Nullable String token;
    Instant deadline = Instant.MAX;
    Instant sleepsUntil = Instant.MIN;

    Run(OrderId orderId, int attempt) {
      this.orderId = orderId;
      this.attempt = attempt;
    }

    boolean ended() {
      return state.equals("Succeeded") || state.equals("Failed");
    }

    private void go(String next) {
      state = next;
      retries = 0;
      token = null;
      deadline = Instant.MAX;
      sleepsUntil = Instant.MIN;
    }

    private void hold(String why) {
      failed = state;
      error = why;
      escalation = 0;
      go("Hold");
    }
  }

  Machine(BooleanSupplier crashIsRetried) {
    this.crashIsRetried = crashIsRetried;
  }

  void runs(World theWorld) {
    world = theWorld;
  }

  /** Executions that have something to do now. */
  List<Run> runnable() {
    return runs.values().stream()
        .filter(run -> !run.ended() && !run.busy && run.token == null)
        .filter(run -> world == null || !world.clock.instant().isBefore(run.sleepsUntil))
        .toList();
  }

  /** Remorse periods are over. */
  void wake() {
    runs.values().forEach(run -> run.sleepsUntil = Instant.MIN);
  }

  List<Run> all() {
    return List.copyOf(runs.values());
  }

  /** Waits whose time is over end; a payment that never came is undone, a hold escalates. */
  void timeOut(Instant now) {
    for (Run run : runs.values()) {
      if (run.token != null && !run.busy && now.isAfter(run.deadline)) {
        if (run.state.equals("Hold")) {
          int next = run.escalation + 1;
          run.go("Hold");
          run.escalation = next;
        } else {
          run.go("Compensate");
        }
      }
    }
  }

  void step(Run run) {
    World theWorld = world;
    if (theWorld == null || run.busy || run.ended() || run.token != null) {
      return;
    }
    run.busy = true;
    String before = run.state;
    try {
      invoke(run, theWorld);
    } catch (TryAgainLater later) {
      retryOrCatch(run, before, true);
    } catch (Seam.Crash crash) {
      retryOrCatch(run, before, crashIsRetried.getAsBoolean());
    } finally {
      run.busy = false;
    }
  }

  private static void retryOrCatch(Run run, String before, boolean retried) {
    run.token = null;
    if (!run.state.equals(before)) {
      return;
    }
    if (retried && ++run.retries <= MOST_RETRIES) {
      return;
    }
    if (run.state.equals("Hold")) {
      run.go("Failed");
    } else {
      run.hold("Failed");
    }
  }

  private void invoke(Run run, World theWorld) {
    switch (run.state) {
      case "Ingest" -> end(run, theWorld.ingesting.ingest(run.orderId), "Reserve");
      case "Reserve" -> end(run, theWorld.reserving.reserve(run.orderId, false), "RateShop");
      case "RateShop" -> end(run, theWorld.planning.plan(run.orderId), "Label");
      case "RemorsePeriod" -> run.go("Label");
      case "Label" -> end(run, theWorld.labelling.label(run.orderId, run.attempt), "Notify");
      case "Notify" -> end(run, theWorld.announcing.announce(run.orderId), "Succeeded");
      case "Compensate" -> end(run, theWorld.compensating.compensate(run.orderId), "Succeeded");
      case "AwaitPayment" ->
          theWorld.awaiting.await(run.orderId, waits(run, theWorld.clock.instant().plus(UNPAID)));
      case "Hold" -> {
        String token = waits(run, theWorld.clock.instant().plus(HELD));
        boolean held =
            theWorld.holding.hold(
                new HoldingOrder.Standstill(
                    run.orderId, run.attempt, run.failed, run.error, run.escalation, token));
        if (!held) {
          run.go("Succeeded");
        }
      }
      default -> throw new IllegalStateException(run.state);
    }
  }

  private String waits(Run run, Instant until) {
    String token = "T" + ++tokens;
    run.token = token;
    run.deadline = until;
    return token;
  }

  private static void end(Run run, StepResult result, String next) {
    switch (result) {
      case StepResult.Done done -> run.go(next);
      case StepResult.Free free -> {
        run.go("RemorsePeriod");
        run.sleepsUntil = free.until();
      }
      case StepResult.Held held -> run.hold("OrderHeld");
      case StepResult.PaymentAwaited awaited -> run.go("AwaitPayment");
      // No shelf is hot here: that is told by rows that these stocks don't have.
      case StepResult.ReservationQueued queued -> throw new IllegalStateException("queued");
      case StepResult.Cancelled cancelled -> run.go("Compensate");
      case StepResult.Changed changed -> run.go("Ingest");
      case StepResult.Superseded superseded -> run.go("Succeeded");
    }
  }

  @Override
  public Started start(OrderId orderId, int attempt) {
    String name = orderId + "-" + attempt;
    Run known = runs.get(name);
    if (known == null) {
      runs.put(name, new Run(orderId, attempt));
      return Started.STARTED;
    }
    return known.state.equals("Failed") ? Started.ENDED_BADLY : Started.ALREADY;
  }

  @Override
  public Status status(OrderId orderId, int attempt) {
    Run known = runs.get(orderId + "-" + attempt);
    if (known == null) {
      return Status.UNKNOWN;
    }
    return switch (known.state) {
      case "Succeeded" -> Status.SUCCEEDED;
      case "Failed" -> Status.FAILED;
      default -> Status.RUNNING;
    };
  }

  @Override
  public boolean resume(String taskToken) {
    return let(taskToken, "Ingest");
  }

  @Override
  public boolean cancel(String taskToken, String why) {
    return let(taskToken, "Compensate");
  }

  private boolean let(String taskToken, String next) {
    for (Run run : runs.values()) {
      if (taskToken.equals(run.token)) {
        run.go(next);
        return true;
      }
    }
    return false;
  }
}
