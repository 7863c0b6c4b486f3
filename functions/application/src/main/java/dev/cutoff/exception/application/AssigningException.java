package dev.cutoff.exception.application;

import dev.cutoff.exception.QueueEntry;
import jakarta.inject.Inject;
import java.util.Optional;

/** Gives an open exception to somebody else; its clock goes on. */
public final class AssigningException {
  private final Exceptions exceptions;

  @Inject
  public AssigningException(Exceptions exceptions) {
    this.exceptions = exceptions;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Assigned(QueueEntry exception) implements Outcome {}

    /** 409: resolved, or changed by somebody else this moment. */
    record Conflict() implements Outcome {}

    /** 404. */
    record NotFound() implements Outcome {}
  }

  public Outcome assign(String id, String owner) {
    Optional<QueueEntry> found = exceptions.entry(id);
    if (found.isEmpty()) {
      return new Outcome.NotFound();
    }
    QueueEntry assigned = found.get().assignedTo(owner);
    return found.get().resolution() == null && exceptions.replace(found.get(), assigned)
        ? new Outcome.Assigned(assigned)
        : new Outcome.Conflict();
  }
}
