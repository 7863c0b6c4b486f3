package dev.cutoff.step;

import dev.cutoff.effect.application.TryAgainLater;
import dev.cutoff.order.application.StepResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;

/** Runs one step: refusals become the one named error that a Catch of the state machine expects. */
final class Step {
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private Step() {}

  static void run(InputStream in, OutputStream out, Function<StepInput, StepResult> step)
      throws IOException {
    StepInput input = StepInput.read(in);
    switch (again(input, step)) {
      case StepResult.Done done -> out.write(NOTHING);
      case StepResult.Free free -> out.write(until(free.until()));
      case StepResult.Held held -> throw new OrderHeld(held.refusal().reason().name());
      case StepResult.PaymentAwaited awaited -> throw new PaymentAwaited(input.orderId().value());
      case StepResult.ReservationQueued queued ->
          throw new ReservationQueued(input.orderId().value());
      case StepResult.Cancelled cancelled -> throw new OrderCancelled(input.orderId().value());
      case StepResult.Changed changed -> throw new OrderChanged(input.orderId().value());
      case StepResult.Superseded superseded -> throw new Superseded(input.orderId().value());
    }
  }

  private static byte[] until(Instant until) {
    return ("{\"remorseUntil\":\"" + until + "\"}").getBytes(StandardCharsets.UTF_8);
  }

  private static StepResult again(StepInput input, Function<StepInput, StepResult> step) {
    try {
      return step.apply(input);
    } catch (TryAgainLater later) {
      throw new TryAgain(String.valueOf(later.getMessage()), later);
    }
  }
}
