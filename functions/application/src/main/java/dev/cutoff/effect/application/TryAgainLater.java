package dev.cutoff.effect.application;

/**
 * Something outside did not answer or was busy: the same call may succeed later. Never a business
 * refusal. The message names the system and what was asked, never a secret or a person.
 */
public final class TryAgainLater extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TryAgainLater(String message) {
    super(message);
  }

  public TryAgainLater(String message, Throwable cause) {
    super(message, cause);
  }
}
