package dev.cutoff.exception.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry.Resolution;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;

/** Records that somebody looked after a parcel or a truck. */
public final class DismissingDockException {
  private final Exceptions exceptions;
  private final InstantSource clock;

  @Inject
  public DismissingDockException(Exceptions exceptions, InstantSource clock) {
    this.exceptions = exceptions;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Dismissed(DockException exception) implements Outcome {}

    /** 409: somebody was faster, or it is over by itself. */
    record AlreadyResolved() implements Outcome {}

    /** 409, with what is possible. */
    record NotPossible(List<Action> possible) implements Outcome {}
  }

  public Outcome dismiss(DockException open, Action action, String by) {
    if (open.resolution() != null) {
      return new Outcome.AlreadyResolved();
    }
    if (!open.actions().contains(action)) {
      return new Outcome.NotPossible(open.actions());
    }
    DockException resolved = open.resolved(new Resolution(action, by, clock.instant()));
    return exceptions.replace(open, resolved)
        ? new Outcome.Dismissed(resolved)
        : new Outcome.AlreadyResolved();
  }
}
