package dev.cutoff.step;

/**
 * Nobody is left to escalate to: the execution ends, the exception stays open. The state machine
 * knows it by its full name.
 */
public final class EscalationsExhausted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EscalationsExhausted(String message) {
    super(message, null, false, false);
  }
}
