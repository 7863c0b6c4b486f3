package dev.cutoff.availability;

import java.time.Instant;

/**
 * Units by which a store moved its figure and that nothing of ours explains yet: an order or a
 * cancellation that is on its way to us, or somebody's correction.
 *
 * @param units the smallest difference seen since, above zero where the store has more: orders come
 *     and go, a correction stays
 */
public record Unexplained(long units, Instant since) {
  Unexplained still(long now) {
    boolean sameSide = Long.signum(now) == Long.signum(units);
    return sameSide && Math.abs(now) < Math.abs(units) ? new Unexplained(now, since) : this;
  }
}
