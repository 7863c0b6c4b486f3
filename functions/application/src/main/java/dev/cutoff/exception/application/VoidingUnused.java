package dev.cutoff.exception.application;

import dev.cutoff.exception.Action;
import dev.cutoff.exception.DockException;
import dev.cutoff.exception.QueueEntry.Resolution;
import dev.cutoff.exception.Reason;
import dev.cutoff.shipment.ShipmentId;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Gives labels back that nobody used. The order goes the way of an edited one: they are voided, its
 * units are reserved anew and it is planned again, where its promise may be lost by then and a
 * person decides.
 */
public final class VoidingUnused {
  private final Exceptions exceptions;
  private final Upgrading upgrading;
  private final InstantSource clock;

  @Inject
  public VoidingUnused(Exceptions exceptions, Upgrading upgrading, InstantSource clock) {
    this.exceptions = exceptions;
    this.upgrading = upgrading;
    this.clock = clock;
  }

  /** What the caller is told. */
  public sealed interface Outcome {
    record Voided(DockException exception) implements Outcome {}

    /** 409: somebody was faster, or it is over by itself. */
    record AlreadyResolved() implements Outcome {}

    /** 409, with what is possible. */
    record NotPossible(List<Action> possible) implements Outcome {}

    /** 409, with why. */
    record Refused(String why) implements Outcome {}
  }

  /** The order is changed first: who dies in between finds the entry open and does it again. */
  public Outcome giveBack(DockException open, String by) {
    if (open.resolution() != null) {
      return new Outcome.AlreadyResolved();
    }
    if (open.refusal().reason() != Reason.LABEL_UNUSED) {
      return new Outcome.NotPossible(open.actions());
    }
    ShipmentId unused = new ShipmentId(open.refusal().facts().getOrDefault("shipmentId", ""));
    Optional<String> refused = upgrading.giveBack(unused, by);
    if (refused.isPresent()) {
      return new Outcome.Refused(refused.get());
    }
    DockException resolved = open.resolved(new Resolution(Action.VOID, by, clock.instant()));
    return exceptions.replace(open, resolved)
        ? new Outcome.Voided(resolved)
        : new Outcome.AlreadyResolved();
  }
}
