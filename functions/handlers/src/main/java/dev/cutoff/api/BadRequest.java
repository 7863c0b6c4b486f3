package dev.cutoff.api;

/** The caller's mistake, in words for the caller. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadRequest(String message) {
    super(message, null, false, false);
  }
}
