package dev.cutoff.step;

/**
 * A later attempt has taken over while this one slept: it ends. The state machine knows it by its
 * full name.
 */
public final class Superseded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Superseded(String message) {
    super(message, null, false, false);
  }
}
