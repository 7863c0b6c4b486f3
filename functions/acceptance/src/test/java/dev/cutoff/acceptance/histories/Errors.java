package dev.cutoff.acceptance.histories;

import dev.cutoff.step.EscalationsExhausted;
import dev.cutoff.step.OrderCancelled;
import dev.cutoff.step.OrderChanged;
import dev.cutoff.step.OrderHeld;
import dev.cutoff.step.PaymentAwaited;
import dev.cutoff.step.ReservationQueued;
import dev.cutoff.step.Superseded;
import dev.cutoff.step.TryAgain;
import java.util.Map;
import java.util.function.Function;

/** The errors of the scripts, by the names that the state machine knows them by. */
final class Errors {
  static final String HELD = OrderHeld.class.getName();
  static final String CANCELLED = OrderCancelled.class.getName();
  static final String CHANGED = OrderChanged.class.getName();
  static final String OVERTAKEN = Superseded.class.getName();
  static final String UNPAID = PaymentAwaited.class.getName();
  static final String QUEUED = ReservationQueued.class.getName();
  static final String EXHAUSTED = EscalationsExhausted.class.getName();
  static final String TRY_AGAIN = TryAgain.class.getName();
  static final String BUG = IllegalStateException.class.getName();

  private static final Map<String, Function<String, RuntimeException>> THROWN =
      Map.of(
          HELD, OrderHeld::new,
          CANCELLED, OrderCancelled::new,
          CHANGED, OrderChanged::new,
          OVERTAKEN, Superseded::new,
          UNPAID, PaymentAwaited::new,
          QUEUED, ReservationQueued::new,
          EXHAUSTED, EscalationsExhausted::new,
          TRY_AGAIN, message -> new TryAgain(message, new IllegalStateException("no answer")),
          BUG, IllegalStateException::new);

  private Errors() {}

  /** What a Java function throws for it. */
  static RuntimeException thrown(Act.Fails failed) {
    Function<String, RuntimeException> maker = THROWN.get(failed.error());
    if (maker == null) {
      throw new IllegalArgumentException("No error of that name: " + failed.error());
    }
    return maker.apply(failed.message());
  }
}
