package dev.cutoff.step;

/**
 * Too many orders want a shelf at once: to QueueForStock. The state machine knows it by its full
 * name.
 */
public final class ReservationQueued extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ReservationQueued(String message) {
    super(message, null, false, false);
  }
}
