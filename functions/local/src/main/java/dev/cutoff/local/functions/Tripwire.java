package dev.cutoff.local.functions;

/**
 * Passed before and after everything that lasts; a test's tripwire may throw a {@link Crash} there.
 */
@FunctionalInterface
public interface Tripwire {

  enum Moment {
    BEFORE_WRITE,
    AFTER_WRITE,
    BEFORE_INVOKE,
    AFTER_INVOKE
  }

  Tripwire NONE = (moment, what) -> {};

  void pass(Moment moment, String what);
}
