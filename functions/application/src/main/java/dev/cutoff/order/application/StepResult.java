package dev.cutoff.order.application;

import dev.cutoff.exception.Refusal;
import java.time.Instant;

/** How a step of the state machine ended. Everything but done is one named error at the edge. */
public sealed interface StepResult {
  /** On to the next step. */
  record Done() implements StepResult {}

  /**
   * On to the next step, then: until that instant it is free to change or cancel the order. Where
   * it is past, at once.
   */
  record Free(Instant until) implements StepResult {}

  /** A person must look; the refusal is on the order's row. */
  record Held(Refusal refusal) implements StepResult {}

  /** Units are held; the store has not said paid yet. */
  record PaymentAwaited() implements StepResult {}

  /** Too many orders want a shelf at once: this one queues for it. */
  record ReservationQueued() implements StepResult {}

  /** Somebody cancelled: give back and void. */
  record Cancelled() implements StepResult {}

  /** What is to be shipped changed, or what it costs to ship it: again from Ingest. */
  record Changed() implements StepResult {}

  /** A later attempt has taken over: this one has nothing left to do. */
  record Superseded() implements StepResult {}
}
