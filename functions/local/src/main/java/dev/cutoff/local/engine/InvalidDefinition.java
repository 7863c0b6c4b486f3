package dev.cutoff.local.engine;

/** A state machine that this interpreter would not run as AWS does, refused when it is loaded. */
public final class InvalidDefinition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidDefinition(String where, String problem) {
    super(where + ": " + problem);
  }
}
