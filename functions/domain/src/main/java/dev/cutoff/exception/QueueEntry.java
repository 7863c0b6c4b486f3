package dev.cutoff.exception;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the exception queue: what a person has to decide, with an owner and a clock. */
public sealed interface QueueEntry
    permits OpenException, PromiseRisk, DockException, StockException {
  String id();

  Refusal refusal();

  /** Role or person from the merchant file's escalation list. */
  String owner();

  Instant openedAt();

  Instant dueAt();

  /** 0 for the first owner. */
  int escalation();

  List<Action> actions();

  /** Null while open. */
  @Nullable Resolution resolution();

  /** Whether the queue shows it while it is open: not where nobody has to decide anything. */
  default boolean listed() {
    return refusal().reason() != Reason.TO_BE_PACKED;
  }

  /** With another owner; the clock goes on. */
  QueueEntry assignedTo(String newOwner);

  QueueEntry resolved(Resolution how);

  /**
   * Who decided what, and when.
   *
   * @param why null where the action says it all
   */
  record Resolution(Action action, String by, Instant at, @Nullable String why) {
    public Resolution(Action action, String by, Instant at) {
      this(action, by, at, null);
    }
  }
}
